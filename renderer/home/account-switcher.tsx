import {
  Button,
  makeStyles,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  tokens,
} from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { PersonAddRegular } from "@fluentui/react-icons/svg/person-add";
import { SettingsRegular } from "@fluentui/react-icons/svg/settings";
import { SignOutRegular } from "@fluentui/react-icons/svg/sign-out";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Account, AppState, KnownAccount } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { spokenShortcut } from "../keys/key-text.ts";
import { MenuBelow } from "../ui/list/menu-below.tsx";
import { organisationName } from "../ui/organisation-name.ts";
import type { Attempt } from "../ui/state/use-attempt.ts";
import { Initials } from "../ui/initials.tsx";

const useStyles = makeStyles({
  button: {
    flexGrow: 1,
    minInlineSize: 0,
    maxWidth: "none",
    justifyContent: "flex-start",
    paddingInline: tokens.spacingHorizontalXS,
    gap: tokens.spacingHorizontalM,
  },
  who: {
    flexGrow: 1,
    minInlineSize: 0,
    display: "flex",
    flexDirection: "column",
    textAlign: "start",
  },
  line: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  name: {
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  meta: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  warning: {
    color: tokens.colorStatusWarningForeground3,
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
  },
  popover: { maxInlineSize: "340px" },
  row: { maxInlineSize: "none" },
  /** Fluent's place for an icon is 20 px wide; an avatar would lie over its neighbours. */
  avatar: {
    inlineSize: "32px",
    blockSize: "32px",
    flexShrink: 0,
    marginInlineEnd: tokens.spacingHorizontalS,
    alignSelf: "center",
  },
});

interface SwitcherProps {
  readonly state: AppState;
  readonly account: Account;
  /** The menu is gone by then: what it fails with is shown below the header. */
  readonly attempt: Attempt["attempt"];
}

/** Who organises, and the way to somebody else. Switching never happens by itself. */
export function AccountSwitcher({ state, account, attempt }: SwitcherProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { accounts } = state;
  const avatar = { className: styles.avatar, children: <Initials name={account.name} /> };

  async function choose(accountId: string | undefined): Promise<void> {
    const known = accounts.find((one) => one.account.id === accountId);
    if (!known || known.account.id === account.id) return;
    const { id, username } = known.account;
    await attempt(app.chooseAccount({ accountId: id }), t("switcher.switched", { username }));
  }

  return (
    <MenuBelow
      align="start"
      checkedValues={{ organiser: [account.id] }}
      onCheckedValueChange={(_event, { checkedItems }) => void choose(checkedItems[0])}
      button={
        <Button
          id="organiser"
          aria-keyshortcuts={spokenShortcut("organiser", state.platform)}
          appearance="subtle"
          className={styles.button}
          icon={avatar}
        >
          <Who name={account.name}>
            <span className={`${styles.line} ${styles.meta}`} title={account.username}>
              {t("home.organiser", { username: account.username })}
            </span>
          </Who>
          <ChevronDownRegular fontSize={16} />
        </Button>
      }
    >
      <MenuGroup>
        <MenuGroupHeader>{t("switcher.title")}</MenuGroupHeader>
        {accounts.map((known) => (
          <Row key={known.account.id} known={known} state={state} />
        ))}
      </MenuGroup>
      <MenuDivider />
      <Others state={state} account={account} attempt={attempt} />
    </MenuBelow>
  );
}

/** Signing in, here and elsewhere, and the way out. */
function Others({ state, account, attempt }: SwitcherProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { accounts, organisations } = state;
  return (
    <>
      {accounts
        .filter(({ problem }) => problem !== null)
        .map(({ account: { id, username } }) => (
          <MenuItem
            key={id}
            icon={<WarningFilled className={styles.warning} />}
            onClick={() => void app.signIn({ accountId: id })}
          >
            {t("switcher.signInAs", { username })}
          </MenuItem>
        ))}
      {organisations.map((organisation) => (
        <MenuItem
          key={organisation.id}
          icon={<PersonAddRegular />}
          onClick={() => void app.addAccount({ organisationId: organisation.id })}
        >
          {organisations.length === 1
            ? t("switcher.add")
            : t("switcher.addIn", { organisation: organisationName(organisation, t) })}
        </MenuItem>
      ))}
      <MenuItem icon={<SettingsRegular />} onClick={() => void app.openSettings()}>
        {t("switcher.manage")}
      </MenuItem>
      <MenuItem
        icon={<SignOutRegular />}
        onClick={() => {
          const { id: accountId, username } = account;
          const done = t("settings.signedOutDone", { username });
          void attempt(app.signOut({ accountId, atMicrosoft: false }), done);
        }}
      >
        {t("switcher.signOut", { username: account.username })}
      </MenuItem>
    </>
  );
}

function Row({ known, state }: { readonly known: KnownAccount; readonly state: AppState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { account, problem } = known;
  const isGuest = account.kind === "guest";
  const avatar = { className: styles.avatar, children: <Initials name={account.name} /> };
  const organisation = state.organisations.find(({ id }) => id === account.organisationId);
  return (
    <MenuItemRadio
      name="organiser"
      value={account.id}
      className={styles.row}
      disabled={isGuest}
      icon={avatar}
    >
      <Who name={account.name}>
        <span className={`${styles.line} ${styles.meta}`}>
          <bdi>{account.username}</bdi>
        </span>
        {state.organisations.length > 1 && organisation && (
          <span className={`${styles.line} ${styles.meta}`}>
            {organisationName(organisation, t)}
          </span>
        )}
        {isGuest && <span className={styles.meta}>{t("switcher.guest")}</span>}
        {problem !== null && <span className={styles.warning}>{t("switcher.signedOut")}</span>}
      </Who>
    </MenuItemRadio>
  );
}

interface WhoProps {
  readonly name: string;
  readonly children: ReactNode;
}

/** The name of somebody, and below it what tells them from others. */
function Who({ name, children }: WhoProps) {
  const styles = useStyles();
  return (
    <span className={styles.who}>
      <span className={`${styles.line} ${styles.name}`}>
        <bdi>{name}</bdi>
      </span>
      {children}
    </span>
  );
}
