import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { FolderOpenRegular } from "@fluentui/react-icons/svg/folder-open";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { useTranslation } from "react-i18next";

import type { AppState, Protection } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { ForgetEverything } from "../forgetting/forget-everything.tsx";
import { ForgottenNote } from "../forgetting/forgotten-note.tsx";
import { ProblemLine } from "../ui/problem-line.tsx";
import { useAttempt } from "../ui/state/use-attempt.ts";
import { SettingGroup } from "./rows/setting-group.tsx";

const useStyles = makeStyles({
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

const keptAs = {
  unknown: "sealed",
  sealed: "sealed",
  weak: "weak",
  "memory-only": "memory",
} as const satisfies Record<Protection, string>;

/** What is kept where, what leaves the computer, and what never happens; .docs/privacy.md has the tests that hold it. */
export function PrivacySettings({ state }: { readonly state: AppState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { attempt, problem } = useAttempt();
  const kept = keptAs[state.protection];
  const lines = {
    kept: [`signIn.${kept}`, `list.${kept}`, "settings", "calendar", "logs"],
    leaves: ["meetings", "browser", "people", "clipboard"],
    never: ["telemetry", "reading", "windows"],
  };
  return (
    <>
      <ForgottenNote state={state} />
      {(["kept", "leaves", "never"] as const).map((group) => (
        <SettingGroup key={group} title={t(`privacy.${group}`)}>
          {lines[group].map((line) => (
            <Text key={line} block>
              {t(`privacy.${line}`)}
            </Text>
          ))}
        </SettingGroup>
      ))}
      <SettingGroup title={t("privacy.yours")}>
        <div className={styles.actions}>
          <Button
            icon={<OpenRegular />}
            onClick={() => void attempt(app.openNamedPage({ page: "permissions" }), null)}
          >
            {t("privacy.permissions")}
          </Button>
          <Button
            icon={<OpenRegular />}
            onClick={() => void attempt(app.openNamedPage({ page: "privacy-statement" }), null)}
          >
            {t("privacy.statement")}
          </Button>
          <Button icon={<FolderOpenRegular />} onClick={() => void attempt(app.showLogs(), null)}>
            {t("privacy.showLogs")}
          </Button>
          <ForgetEverything />
          <ProblemLine problem={problem} />
        </div>
      </SettingGroup>
    </>
  );
}
