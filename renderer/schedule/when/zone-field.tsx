import { Combobox, Field, makeStyles, Option } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Zone } from "../../../main/contract/answers.ts";
import { app } from "../../app.ts";
import { dropWithLeavers } from "../../ui/leftovers.ts";
import { formatZone } from "../../format.ts";

const useStyles = makeStyles({
  // A combobox is as wide as its contents unless it is told otherwise.
  box: { minWidth: 0, inlineSize: "100%" },
  list: { maxBlockSize: "220px" },
});

const searchAfterMilliseconds = 150;
const mostRecent = 5;
/** The value of the computer's own zone; no zone is called that. */
const computers = "";

/** Chosen before, newest first, as long as the window lives. */
let recentZones: readonly string[] = [];
dropWithLeavers(() => {
  recentZones = [];
});

function remember(id: string): void {
  recentZones = [id, ...recentZones.filter((one) => one !== id)].slice(0, mostRecent);
}

export interface ZoneFieldProps {
  /** IANA name; null is the computer's. */
  readonly value: string | null;
  readonly computerZone: string;
  /** Epoch milliseconds: offsets are those of this day. */
  readonly at: number;
  readonly isReadOnly: boolean;
  readonly onChange: (zone: string | null) => void;
}

/** The computer's zone, those chosen before, and every other by its city. */
export function ZoneField({ value, computerZone, at, isReadOnly, onChange }: ZoneFieldProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const found = useZones(typed);
  const label = (id: string) =>
    id === computers || id === computerZone
      ? t("zone.computer", formatZone(computerZone, at))
      : t("zone.other", formatZone(id, at));
  const isSearching = (typed ?? "").trim() !== "";
  const offered = isSearching
    ? (found ?? []).map(({ id }) => id)
    : [computers, ...recentZones.filter((id) => id !== computerZone)];
  const note = isSearching ? found?.length === 0 && t("zone.none") : t("zone.search");

  return (
    <Field label={t("zone.label")}>
      <Combobox
        id="zone"
        className={styles.box}
        input={{ className: styles.box, autoComplete: "off", spellCheck: false }}
        listbox={{ className: styles.list }}
        expandIcon={{ "aria-label": t("zone.open") }}
        freeform
        inlinePopup
        readOnly={isReadOnly}
        value={typed ?? label(value ?? computers)}
        selectedOptions={[value ?? computers]}
        onFocus={(event) => event.target.select()}
        onChange={({ target, nativeEvent }) =>
          setTyped(typed === null ? begun(target.value, nativeEvent) : target.value)
        }
        onOpenChange={(_event, { open }) => {
          if (!open) setTyped(null);
        }}
        onBlur={() => setTyped(null)}
        onOptionSelect={(_event, { optionValue }) => {
          // Typing gives up the choice, which stays as it is until there is another one.
          if (isReadOnly || optionValue === undefined) return;
          setTyped(null);
          const isComputers = optionValue === computers || optionValue === computerZone;
          if (!isComputers) remember(optionValue);
          onChange(isComputers ? null : optionValue);
        }}
      >
        {offered.map((id) => (
          <Option key={id} value={id} text={label(id)}>
            <bdi>{label(id)}</bdi>
          </Option>
        ))}
        {note ? (
          <Option key="note" disabled value="note" text={note}>
            {note}
          </Option>
        ) : null}
      </Combobox>
    </Field>
  );
}

/** The first key replaces the zone that stands there, wherever the caret is. */
function begun(value: string, event: Event): string {
  if (!(event instanceof InputEvent)) return value;
  return event.inputType.startsWith("delete") ? "" : (event.data ?? value);
}

/** Null while nothing is searched for, or nothing was found yet. */
function useZones(typed: string | null): readonly Zone[] | null {
  const [found, setFound] = useState<{ text: string; zones: readonly Zone[] } | null>(null);
  const text = (typed ?? "").trim();
  useEffect(() => {
    if (text === "") return undefined;
    let isStale = false;
    const timer = setTimeout(() => {
      void app.searchZones({ text }).then((answer) => {
        if (answer.ok && !isStale) setFound({ text, zones: answer.value });
      });
    }, searchAfterMilliseconds);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [text]);
  // The last answer stays while the next is on its way: a list that empties at each key is none.
  return text === "" ? null : (found?.zones ?? null);
}
