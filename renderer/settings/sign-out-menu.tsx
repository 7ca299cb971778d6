import { MenuButton, MenuDivider, MenuItem, mergeClasses } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { GlobeRegular } from "@fluentui/react-icons/svg/globe";
import { PeopleRegular } from "@fluentui/react-icons/svg/people";
import { SignOutRegular } from "@fluentui/react-icons/svg/sign-out";
import { useTranslation } from "react-i18next";

import type { Account } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { useForgetting } from "../forgetting/use-forgetting.ts";
import { MenuBelow } from "../ui/list/menu-below.tsx";
import { useMenuStyles } from "../ui/list/menu-styles.ts";
import type { Attempt } from "../ui/state/use-attempt.ts";

interface SignOutMenuProps {
  readonly account: Account;
  /** Whether nobody else is known here. */
  readonly isAlone: boolean;
  /** The menu is gone by then: what it fails with is shown on the account's card. */
  readonly attempt: Attempt["attempt"];
}

/** Every way out, from the one account to all that is kept here. */
export function SignOutMenu({ account, isAlone, attempt }: SignOutMenuProps) {
  const styles = useMenuStyles();
  const { t } = useTranslation();
  const { isAsked, forget } = useForgetting();
  const { id: accountId, username } = account;
  const signOut = (atMicrosoft: boolean) =>
    void attempt(
      app.signOut({ accountId, atMicrosoft }),
      t("settings.signedOutDone", { username }),
    );
  return (
    <MenuBelow
      hasIcons
      align="start"
      button={
        <MenuButton
          icon={<SignOutRegular />}
          aria-label={t("settings.signOutNamed", { username })}
          disabledFocusable={isAsked}
        >
          {t("settings.signOut")}
        </MenuButton>
      }
    >
      <MenuItem className={styles.item} icon={<SignOutRegular />} onClick={() => signOut(false)}>
        {t("settings.signOutNamed", { username })}
      </MenuItem>
      <MenuItem className={styles.item} icon={<GlobeRegular />} onClick={() => signOut(true)}>
        {t("settings.signOutAtMicrosoft")}
      </MenuItem>
      {!isAlone && (
        <MenuItem
          className={styles.item}
          icon={<PeopleRegular />}
          onClick={() => void attempt(app.signOutEverybody(), t("settings.everybodySignedOut"))}
        >
          {t("settings.signOutEverybody")}
        </MenuItem>
      )}
      <MenuDivider />
      <MenuItem
        className={mergeClasses(styles.item, styles.danger)}
        icon={<DeleteRegular className={styles.danger} />}
        onClick={() => void forget()}
      >
        {t("forget.action")}
      </MenuItem>
    </MenuBelow>
  );
}
