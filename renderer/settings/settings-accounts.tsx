import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { PersonAddRegular } from "@fluentui/react-icons/svg/person-add";
import { useTranslation } from "react-i18next";

import type { AppState, KnownAccount } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { ForgottenNote } from "../forgetting/forgotten-note.tsx";
import { organisationName } from "../ui/organisation-name.ts";
import { AccountDefaultsFields } from "./account-defaults.tsx";
import { Card } from "../ui/card.tsx";
import { Initials } from "../ui/initials.tsx";
import { SwitchField } from "../ui/fields/switch-field.tsx";
import { ProblemLine } from "../ui/problem-line.tsx";
import { useAttempt } from "../ui/state/use-attempt.ts";
import { SettingGroup } from "./rows/setting-group.tsx";
import { SettingRows } from "./rows/setting-rows.tsx";
import { SignOutMenu } from "./sign-out-menu.tsx";
import { useChange } from "./use-change.ts";

const useStyles = makeStyles({
  top: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalM },
  who: { minInlineSize: 0, flexGrow: 1, overflowWrap: "anywhere" },
  keeping: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  chosen: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  meta: { color: tokens.colorNeutralForeground3 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
  },
});

/** Everybody this computer knows; who organises, what their meetings begin with, and the way out. */
export function AccountsSettings({ state }: { readonly state: AppState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { accounts, organisations } = state;
  return (
    <>
      <ForgottenNote state={state} />
      {accounts.length === 0 && <Text>{t("settings.noAccounts")}</Text>}
      <ul className={styles.list}>
        {accounts.map((known) => (
          <li key={known.account.id}>
            <AccountCard known={known} state={state} />
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        {organisations.map((organisation) => (
          <Button
            key={organisation.id}
            icon={<PersonAddRegular />}
            appearance={accounts.length === 0 ? "primary" : "secondary"}
            data-primary={accounts.length === 0 || undefined}
            onClick={() => void app.addAccount({ organisationId: organisation.id })}
          >
            {organisations.length === 1
              ? t("switcher.add")
              : t("switcher.addIn", { organisation: organisationName(organisation, t) })}
          </Button>
        ))}
      </div>
      <SettingGroup title={t("settings.signIn")}>
        {accounts.length > 0 && <Keeping state={state} />}
        <SettingRows section="accounts" state={state} />
      </SettingGroup>
    </>
  );
}

/** Where the sign-in is kept; without a keyring the person decides. */
function Keeping({ state: { protection, settings } }: { readonly state: AppState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { change, problem } = useChange();
  if (protection === "sealed" || protection === "unknown")
    return <Text block>{t("settings.sealed")}</Text>;
  return (
    <div className={styles.keeping}>
      <Text block>{t(protection === "weak" ? "settings.weak" : "settings.memoryOnly")}</Text>
      <Text block className={styles.meta}>
        {t("settings.fixKeyring")}
      </Text>
      <SwitchField
        label={t("settings.keepWithoutKeyring")}
        warning={protection === "weak" ? t("settings.weakWarning") : null}
        problem={problem}
        checked={settings.keepWithoutKeyring}
        onChange={(isOn) => void change({ keepWithoutKeyring: isOn })}
      />
    </div>
  );
}

interface AccountCardProps {
  readonly known: KnownAccount;
  readonly state: AppState;
}

function AccountCard({ known, state }: AccountCardProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { account, problem } = known;
  const { id: accountId, username } = account;
  const { session, organisations } = state;
  const isChosen =
    (session.kind === "signed-in" || session.kind === "expired") &&
    session.account.id === accountId;
  const organisation = organisations.find(({ id }) => id === account.organisationId);
  const { attempt, problem: failure } = useAttempt();
  return (
    <Card>
      <div className={styles.top}>
        <Initials name={account.name} />
        <div className={styles.who}>
          <Text block weight="semibold">
            <bdi>{account.name}</bdi>
          </Text>
          <Text block className={styles.meta}>
            <bdi>{username}</bdi>
            {organisation && ` · ${organisationName(organisation, t)}`}
          </Text>
          {isChosen && (
            <Text block className={styles.chosen}>
              <CheckmarkCircleRegular fontSize={16} aria-hidden /> {t("settings.organiser")}
            </Text>
          )}
          {account.kind === "guest" && <Text block>{t("switcher.guest")}</Text>}
        </div>
      </div>
      {problem && <Problem error={problem} />}
      {account.kind === "member" && <AccountDefaultsFields known={known} state={state} />}
      <div className={styles.actions}>
        {problem && (
          <Button onClick={() => void app.signIn({ accountId })}>
            {t("settings.signInAgain")}
          </Button>
        )}
        {!isChosen && account.kind === "member" && (
          <Button
            onClick={() =>
              void attempt(app.chooseAccount({ accountId }), t("switcher.switched", { username }))
            }
          >
            {t("settings.choose")}
          </Button>
        )}
        <SignOutMenu account={account} isAlone={state.accounts.length === 1} attempt={attempt} />
      </div>
      <ProblemLine problem={failure} />
    </Card>
  );
}

function Problem({ error }: { readonly error: NonNullable<KnownAccount["problem"]> }) {
  const { t } = useTranslation();
  const { title, sentence } = errorText(error, t);
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle> {sentence}
      </MessageBarBody>
    </MessageBar>
  );
}
