import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ClockRegular } from "@fluentui/react-icons/svg/clock";
import { ErrorCircleFilled } from "@fluentui/react-icons/svg/error-circle";
import { OptionsRegular } from "@fluentui/react-icons/svg/options";
import { PersonRegular } from "@fluentui/react-icons/svg/person";
import { TextDescriptionRegular } from "@fluentui/react-icons/svg/text-description";
import type { ReactNode } from "react";

import type { LineWords } from "./line-words.ts";

const useStyles = makeStyles({
  chips: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  chip: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    minInlineSize: 0,
    paddingInline: tokens.spacingHorizontalS,
    paddingBlock: "2px",
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  // What the line itself says.
  typed: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    border: `1px solid ${tokens.colorBrandStroke2}`,
  },
  icon: { display: "inline-flex", flexShrink: 0 },
  notes: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  problem: {
    display: "flex",
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorStatusDangerForeground3,
  },
});

export interface LineChipsProps {
  readonly words: LineWords;
  readonly subject: string;
  /** Said by the line, not assumed. */
  readonly isNamed: boolean;
  readonly isTimed: boolean;
}

/** What will be made, part by part. */
export function LineChips({ words, subject, isNamed, isTimed }: LineChipsProps) {
  const styles = useStyles();
  const { when, people, preset, notes, problem } = words;
  return (
    <>
      <ul className={styles.chips} data-reading>
        <Chip icon={<TextDescriptionRegular fontSize={16} />} isTyped={isNamed}>
          <bdi>{subject}</bdi>
        </Chip>
        {when !== null && (
          <Chip icon={<ClockRegular fontSize={16} />} isTyped={isTimed}>
            <span dir="auto">{when}</span>
          </Chip>
        )}
        {people.map(({ name, address }) => (
          <Chip key={`${name} ${address}`} icon={<PersonRegular fontSize={16} />} isTyped>
            <bdi>{name}</bdi>
            {address !== null && <bdi>{address}</bdi>}
          </Chip>
        ))}
        {preset !== null && (
          <Chip icon={<OptionsRegular fontSize={16} />} isTyped>
            <bdi>{preset}</bdi>
          </Chip>
        )}
      </ul>
      {(problem !== null || notes.length > 0) && (
        <div className={styles.notes}>
          {problem !== null && (
            <span className={styles.problem}>
              <ErrorCircleFilled className={styles.icon} fontSize={16} aria-hidden />
              {problem}
            </span>
          )}
          {notes.map((note) => (
            <span key={note} dir="auto">
              {note}
            </span>
          ))}
        </div>
      )}
    </>
  );
}

interface ChipProps {
  readonly icon: ReactNode;
  readonly isTyped: boolean;
  readonly children: ReactNode;
}

function Chip({ icon, isTyped, children }: ChipProps) {
  const styles = useStyles();
  return (
    <li className={mergeClasses(styles.chip, isTyped && styles.typed)}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      {children}
    </li>
  );
}
