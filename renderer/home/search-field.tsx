import { Button, Input, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import type { AppState } from "../../main/contract/state.ts";
import { spokenShortcut } from "../keys/key-text.ts";
import { announce } from "../ui/announcer.tsx";

const useStyles = makeStyles({
  field: { flexGrow: 1, minInlineSize: 0, marginInline: tokens.spacingHorizontalM },
});

interface SearchFieldProps {
  /** Null while it is closed. */
  readonly query: string | null;
  readonly found: number;
  readonly platform: AppState["platform"];
  readonly onChange: (query: string | null) => void;
  /** Down, out of the field into the list. */
  readonly onLeave: () => void;
}

/** A button until it is wanted; Ctrl+F presses it. */
export function SearchField({ query, found, platform, onChange, onLeave }: SearchFieldProps) {
  const styles = useStyles();
  const { t } = useTranslation();

  useEffect(() => {
    if (query === null || query.trim() === "") return undefined;
    const timer = setTimeout(() => announce(t("home.found", { count: found })), 500);
    return () => clearTimeout(timer);
  }, [query, found, t]);

  function close(): void {
    onChange(null);
    // The button comes back with the next drawing.
    setTimeout(() => document.querySelector<HTMLElement>("#search-meetings")?.focus(), 0);
  }

  if (query === null)
    return (
      <Tooltip content={t("home.search")} relationship="label">
        <Button
          id="search-meetings"
          aria-keyshortcuts={spokenShortcut("search", platform)}
          appearance="subtle"
          icon={<SearchRegular />}
          onClick={() => onChange("")}
        />
      </Tooltip>
    );
  return (
    <Input
      id="search-meetings"
      className={styles.field}
      size="small"
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked for it
      autoFocus
      aria-label={t("home.search")}
      placeholder={t("home.searchHint")}
      value={query}
      maxLength={200}
      onChange={(_event, { value }) => onChange(value)}
      onKeyDown={(event) => {
        if (event.key !== "Escape" && event.key !== "ArrowDown") return;
        event.preventDefault();
        if (event.key === "Escape") close();
        else onLeave();
      }}
      contentBefore={<SearchRegular />}
      contentAfter={
        <Tooltip content={t("home.searchClose")} relationship="label">
          <Button appearance="transparent" size="small" icon={<DismissRegular />} onClick={close} />
        </Tooltip>
      }
    />
  );
}
