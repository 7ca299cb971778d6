import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import type { Invitee } from "../../../main/contract/event-draft.ts";

const useStyles = makeStyles({
  // In the flow, so that no edge of the window can cut it off.
  list: {
    margin: 0,
    marginBlockStart: tokens.spacingVerticalXXS,
    padding: tokens.spacingHorizontalXS,
    maxBlockSize: "196px",
    overflowY: "auto",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow8,
  },
  option: {
    display: "flex",
    flexDirection: "column",
    paddingInline: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    "@media (forced-colors: active)": { outline: "2px solid Highlight" },
  },
  line: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  address: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

export interface PeopleListProps {
  readonly id: string;
  readonly people: readonly Invitee[];
  readonly active: number;
  readonly onChoose: (person: Invitee) => void;
}

/** The focus stays in the field; it says which of these is meant. */
export function PeopleList({ id, people, active, onChoose }: PeopleListProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    list.current?.children[Math.max(0, active)]?.scrollIntoView({ block: "nearest" });
  }, [active]);

  return (
    <div
      ref={list}
      id={`${id}-list`}
      className={styles.list}
      role="listbox"
      tabIndex={-1}
      aria-label={t("event.suggestions")}
      // Pressing it must not take the focus from the field.
      onMouseDown={(event) => event.preventDefault()}
    >
      {people.map((person, at) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the field's
        <div
          key={person.address}
          id={`${id}-${at}`}
          className={mergeClasses(styles.option, at === active && styles.active)}
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          onClick={() => onChoose(person)}
        >
          <span className={styles.line}>
            <bdi>{person.name ?? person.address}</bdi>
          </span>
          {person.name !== null && (
            <span className={mergeClasses(styles.line, styles.address)}>
              <bdi>{person.address}</bdi>
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
