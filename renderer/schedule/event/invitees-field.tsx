import { Label, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type KeyboardEvent, type RefObject, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Invitee } from "../../../main/contract/event-draft.ts";
import { InviteNotes } from "./invite-notes.tsx";
import { inviteProblemText } from "./invite-problem-text.ts";
import { InviteeTimes } from "./invitee-times.tsx";
import { InviteeTags } from "./invitee-tags.tsx";
import { PeopleList } from "./people-list.tsx";
import { usePeople } from "./use-people.ts";
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
  const text = form.form.inviteText;
  const sentences = [
    ...(invites.problem ? [inviteProblemText(invites.problem, t)] : []),
    ...problems.map((address) => t("event.nobodyAt", { address })),
  ];

  const { choose, press } = useKeys(form, suggestions, { input, tags });

  return (
    <div className={styles.field}>
      <Label htmlFor="invite" className={styles.label}>
        {t("event.invite")}
      </Label>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the field itself takes the keys */}
      <div
        className={mergeClasses(styles.box, sentences.length > 0 && styles.wrong)}
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
        <input
          id="invite"
          ref={input}
          className={styles.input}
          role="combobox"
          aria-expanded={people.length > 0}
          aria-controls={people.length > 0 ? `${id}-list` : undefined}
          aria-activedescendant={people[active] ? `${id}-${active}` : undefined}
          aria-autocomplete="list"
          aria-invalid={sentences.length > 0 || undefined}
          aria-describedby={`${id}-notes`}
          autoComplete="off"
          spellCheck={false}
          placeholder={invitees.length > 0 ? t("event.addAnother") : t("event.add")}
          readOnly={isBusy}
          value={text}
          onChange={({ target }) => invites.type(target.value)}
          onKeyDown={press}
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

interface Places {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly tags: RefObject<HTMLUListElement | null>;
}

/** What the keys of the field do, beside typing. */
function useKeys(
  { form, invites }: ScheduleForm,
  suggestions: ReturnType<typeof useSuggestions>,
  { input, tags }: Places,
) {
  const { inviteText: text } = form;
  const { people, active } = suggestions;

  function choose(person: Invitee): void {
    invites.choose(person);
    input.current?.focus();
  }

  function enter(): void {
    const person = people[active];
    if (person) choose(person);
    else void invites.take(text);
  }

  function press(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    // Enter never sends the form from here: somebody may just be choosing the last person.
    if (key === "Enter") enter();
    else if ((key === "," || key === ";") && text.includes("@")) void invites.take(text);
    else if (!suggestions.press(key) && !leaveForTags(event, text, tags.current)) return;
    event.preventDefault();
  }

  return { choose, press };
}

/** Who is suggested, and who of them Enter would choose. */
function useSuggestions({ form, isBusy }: ScheduleForm) {
  const { inviteText, event } = form;
  const { people: found, isRefused } = usePeople(inviteText);
  const [isFocused, setFocused] = useState(false);
  const [moved, setMoved] = useState<{ text: string; to: number | null }>({ text: "", to: 0 });
  const isMoved = moved.text === inviteText;
  const isOpen = isFocused && !isBusy && !(isMoved && moved.to === null);
  const people = isOpen
    ? found.filter(({ address }) => !event.invitees.some((one) => one.address === address))
    : [];
  // Whoever types an address means that one.
  const first = inviteText.includes("@") ? -1 : 0;
  const active = isMoved ? (moved.to ?? first) : first;

  /** Whether the key was meant for the list. */
  function press(key: string): boolean {
    if (people.length === 0) return false;
    const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
    if (step === 0 && key !== "Escape") return false;
    const to = step === 0 ? null : around(active + step, people.length);
    setMoved({ text: inviteText, to });
    return true;
  }

  return { people, active, isRefused, press, setFocused };
}

const around = (at: number, length: number): number => (at < 0 ? length - 1 : at % length);

/** Out of an empty beginning: Backspace and the arrow that points there go to the last tag. */
function leaveForTags(
  { key, currentTarget }: KeyboardEvent<HTMLInputElement>,
  text: string,
  tags: HTMLUListElement | null,
): boolean {
  const isStart = currentTarget.selectionStart === 0 && currentTarget.selectionEnd === 0;
  const back = currentTarget.matches(":dir(rtl)") ? "ArrowRight" : "ArrowLeft";
  const last = tags?.querySelector<HTMLElement>("li:last-child button");
  if (!last || !isStart) return false;
  if (key === "Backspace" && text === "") last.click();
  else if (key === back) last.focus();
  else return false;
  return true;
}

/** How many have an address of another domain than whoever invites. */
function outsideOf(organiser: string, invitees: readonly Invitee[]): number {
  const own = domainOf(organiser);
  return invitees.filter(({ address }) => domainOf(address) !== own).length;
}

const domainOf = (address: string): string => (address.split("@").at(-1) ?? "").toLowerCase();
