import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { type KeyboardEvent, type RefObject, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Invitee } from "../../../main/contract/event-draft.ts";

const useStyles = makeStyles({
  list: { display: "contents", listStyleType: "none", margin: 0, padding: 0 },
  item: { display: "flex", minInlineSize: 0, maxInlineSize: "100%" },
  tag: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    minInlineSize: 0,
    blockSize: "24px",
    paddingInlineStart: tokens.spacingHorizontalS,
    paddingInlineEnd: tokens.spacingHorizontalXS,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusCircular,
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground6,
    cursor: "pointer",
    ":hover": { color: tokens.colorNeutralForeground1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  wrong: { border: `1px solid ${tokens.colorPaletteRedBorder2}` },
  name: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  cross: { flexShrink: 0 },
});

export interface InviteeTagsProps {
  readonly list: RefObject<HTMLUListElement | null>;
  readonly invitees: readonly Invitee[];
  readonly wrong: readonly string[];
  readonly isReadOnly: boolean;
  readonly onRemove: (person: Invitee) => void;
  /** The focus is wanted where the next one is typed. */
  readonly onLeave: () => void;
}

/** One tab stop; the arrows go along, and pressing one or deleting it takes it away. */
export function InviteeTags(props: InviteeTagsProps) {
  const { list, invitees, wrong, isReadOnly, onRemove, onLeave } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const [stop, setStop] = useState<string | null>(null);
  const isKnown = invitees.some(({ address }) => address === stop);
  const tabStop = isKnown ? stop : invitees.at(-1)?.address;
  const buttons = () => [...(list.current?.querySelectorAll<HTMLElement>("button") ?? [])];

  function remove(person: Invitee, at: number): void {
    if (isReadOnly) return;
    const all = buttons();
    const next = all[at + 1] ?? all[at - 1];
    // Out of the field Backspace takes the last one, and the focus is not here.
    if (document.activeElement === all[at]) (next ?? { focus: onLeave }).focus();
    onRemove(person);
  }

  function press(event: KeyboardEvent<HTMLElement>, person: Invitee, at: number): void {
    const all = buttons();
    if (event.key === "Delete" || event.key === "Backspace") remove(person, at);
    else {
      const to = target(event, at, all.length);
      if (to === null) return;
      if (to >= all.length) onLeave();
      else all[Math.max(0, to)]?.focus();
    }
    event.preventDefault();
  }

  if (invitees.length === 0) return null;
  return (
    <ul className={styles.list} ref={list} aria-label={t("event.invited")}>
      {invitees.map((person, at) => {
        const { name, address } = person;
        const shown = name ?? address;
        return (
          <li key={address} className={styles.item}>
            <button
              type="button"
              className={mergeClasses(styles.tag, wrong.includes(address) && styles.wrong)}
              tabIndex={address === tabStop ? 0 : -1}
              title={address}
              aria-label={t("event.remove", { name: shown })}
              aria-disabled={isReadOnly || undefined}
              onFocus={() => setStop(address)}
              onKeyDown={(event) => press(event, person, at)}
              onClick={() => remove(person, at)}
            >
              <bdi className={styles.name}>{shown}</bdi>
              <DismissRegular className={styles.cross} fontSize={12} aria-hidden />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Where an arrow leads; past the last one is the field. Null for every other key. */
function target(
  { key, currentTarget }: KeyboardEvent<HTMLElement>,
  at: number,
  length: number,
): number | null {
  const isRtl = currentTarget.matches(":dir(rtl)");
  switch (key) {
    case "ArrowLeft":
      return at + (isRtl ? 1 : -1);
    case "ArrowRight":
      return at + (isRtl ? -1 : 1);
    case "Home":
      return 0;
    case "End":
      return length - 1;
    default:
      return null;
  }
}
