import { Label, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type KeyboardEventHandler, type RefObject, useId, useRef } from "react";
import { useTranslation } from "react-i18next";

import type { Invitee } from "../../../main/contract/event-draft.ts";
import { InviteNotes } from "./invite-notes.tsx";
import { inviteProblemText } from "./invite-problem-text.ts";
import { InviteeTimes } from "./invitee-times.tsx";
import { InviteeTags } from "./invitee-tags.tsx";
import { PeopleList } from "./people-list.tsx";
import { useInviteeKeys } from "./use-invitee-keys.ts";
import { type Suggestions, useSuggestions } from "./use-suggestions.ts";
import type { ScheduleForm } from "../use-schedule-form.ts";

const useStyles = makeStyles({
  field: { display: "flex", flexDirection: "column", position: "relative" },
  label: { paddingBlock: tokens.spacingVerticalXXS, marginBlockEnd: tokens.spacingVerticalXXS },
  box: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    padding: "3px",
    maxBlockSize: "150px",
    overflowY: "auto",
    cursor: "text",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBlockEndColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    // As Fluent's own fields show it.
    ":focus-within": {
      borderBlockEndColor: tokens.colorCompoundBrandStroke,
      boxShadow: `inset 0 -1px ${tokens.colorCompoundBrandStroke}`,
    },
    "@media (forced-colors: active)": { ":focus-within": { outline: "2px solid Highlight" } },
  },
  wrong: {
    border: `1px solid ${tokens.colorPaletteRedBorder2}`,
    borderBlockEndColor: tokens.colorPaletteRedBorder2,
  },
  input: {
    flexGrow: 1,
    flexBasis: "120px",
    minInlineSize: 0,
    minBlockSize: "24px",
    paddingInline: tokens.spacingHorizontalS,
    border: "none",
    outlineStyle: "none",
    font: "inherit",
    color: "inherit",
    backgroundColor: "transparent",
    "::placeholder": { color: tokens.colorNeutralForeground3, opacity: 1 },
  },
});

export interface InviteesFieldProps {
  readonly form: ScheduleForm;
  /** The address of whoever invites. */
  readonly organiser: string;
  /** Addresses main found nobody can be invited at. */
  readonly problems: readonly string[];
}

/** People as tags, and a field for the next one: by name, by address, or a whole list pasted. */
export function InviteesField({ form, organiser, problems }: InviteesFieldProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { invites, isBusy } = form;
  const { invitees } = form.form.event;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const tags = useRef<HTMLUListElement>(null);
  const suggestions = useSuggestions(form);
  const { people, active } = suggestions;
  const sentences = [
    ...(invites.problem ? [inviteProblemText(invites.problem, t)] : []),
    ...problems.map((address) => t("event.nobodyAt", { address })),
  ];
  const isWrong = sentences.length > 0;
  const { choose, press } = useInviteeKeys(form, suggestions, { input, tags });

  return (
    <div className={styles.field}>
      <Label htmlFor="invite" className={styles.label}>
        {t("event.invite")}
      </Label>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the field itself takes the keys */}
      <div
        className={mergeClasses(styles.box, isWrong && styles.wrong)}
        onClick={({ target, currentTarget }) => {
          if (target === currentTarget) input.current?.focus();
        }}
      >
        <InviteeTags
          list={tags}
          invitees={invitees}
          wrong={problems}
          isReadOnly={isBusy}
          onRemove={invites.remove}
          onLeave={() => input.current?.focus()}
        />
        <NextInvitee
          id={id}
          input={input}
          form={form}
          suggestions={suggestions}
          isWrong={isWrong}
          onPress={press}
        />
      </div>
      {people.length > 0 && (
        <PeopleList id={id} people={people} active={active} onChoose={choose} />
      )}
      <InviteNotes
        id={`${id}-notes`}
        sentences={sentences}
        outside={outsideOf(organiser, invitees)}
        needsPermission={suggestions.isRefused}
      />
      {invitees.length > 0 && <InviteeTimes invitees={invitees} draft={form.draft} />}
    </div>
  );
}

interface NextInviteeProps {
  /** What the ids of the list and of the notes begin with. */
  readonly id: string;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly form: ScheduleForm;
  readonly suggestions: Suggestions;
  readonly isWrong: boolean;
  readonly onPress: KeyboardEventHandler<HTMLInputElement>;
}

/** Where the next one is typed, or a whole list pasted. */
function NextInvitee({ id, input, form, suggestions, isWrong, onPress }: NextInviteeProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { invites, isBusy } = form;
  const { inviteText: text, event: draft } = form.form;
  const { people, active } = suggestions;
  const isOpen = people.length > 0;
  return (
    <input
      id="invite"
      ref={input}
      className={styles.input}
      role="combobox"
      aria-expanded={isOpen}
      aria-controls={isOpen ? `${id}-list` : undefined}
      aria-activedescendant={people[active] ? `${id}-${active}` : undefined}
      aria-autocomplete="list"
      aria-invalid={isWrong || undefined}
      aria-describedby={`${id}-notes`}
      autoComplete="off"
      spellCheck={false}
      placeholder={draft.invitees.length > 0 ? t("event.addAnother") : t("event.add")}
      readOnly={isBusy}
      value={text}
      onChange={({ target }) => invites.type(target.value)}
      onKeyDown={onPress}
      onPaste={(event) => {
        const pasted = event.clipboardData.getData("text/plain");
        if (!/[;,\n]/u.test(pasted.trim())) return;
        event.preventDefault();
        void invites.take(pasted, text);
      }}
      onFocus={() => suggestions.setFocused(true)}
      onBlur={() => {
        suggestions.setFocused(false);
        if (text.includes("@")) void invites.take(text);
      }}
    />
  );
}

/** How many have an address of another domain than whoever invites. */
function outsideOf(organiser: string, invitees: readonly Invitee[]): number {
  const own = domainOf(organiser);
  return invitees.filter(({ address }) => domainOf(address) !== own).length;
}

const domainOf = (address: string): string => (address.split("@").at(-1) ?? "").toLowerCase();
