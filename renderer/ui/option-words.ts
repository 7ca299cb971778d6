import type { TFunction } from "i18next";

import type {
  MeetingOptions,
  OptionName,
  OptionValue,
} from "../../main/contract/meeting-options.ts";
import type { Meeting } from "../../main/contract/meeting.ts";
import type { OfferedPreset } from "../../main/contract/presets.ts";

/** "Skips the lobby". */
export const optionLabel = (option: OptionName, t: TFunction): string =>
  t(`options.label.${option}`);

/**
 * "Everyone", "On"; "Only me" is more than one where others organise it too. A word of Teams' that nobody knew when
 * this was written is shown as it is.
 */
export function optionValueLabel(
  option: OptionName,
  value: OptionValue,
  t: TFunction,
  { coOrganizers }: Pick<MeetingOptions, "coOrganizers"> = {},
): string {
  if (value === "organizer" && coOrganizers === "chosen")
    return t("options.value.admitters.organizerAndCoOrganizers");
  if (typeof value === "boolean") return t(value ? "options.on" : "options.off");
  return t(`options.value.${option}.${value}`, { defaultValue: value });
}

/** Whether others organise it, as asked: where they could not be set, "Only me" is one. */
export const organisedBy = ({
  asked,
  differences,
}: Pick<Meeting, "asked" | "differences">): Pick<MeetingOptions, "coOrganizers"> =>
  differences.some(({ option }) => option === "coOrganizers") ? {} : asked;

/** Built-in ones are translated; the others are called what people called them. */
export const presetName = (
  { id, name }: Pick<OfferedPreset, "id" | "name">,
  t: TFunction,
): string => name ?? t(`presets.${id}`);

/** What it does, for those that are built in; of one's own, how much it sets. */
export function presetSummary(
  { id, name, options }: Pick<OfferedPreset, "id" | "name" | "options">,
  t: TFunction,
): string {
  if (name === null) return t(`presets.about.${id}`);
  const count = Object.keys(options).length;
  return count === 0 ? t("presets.about.standard") : t("presets.sets", { count });
}
