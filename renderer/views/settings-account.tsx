import { Button, Text } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";

export function AccountSettings({ state }: { readonly state: AppState }) {
  const { t } = useTranslation();
  const { session, protection, organisation } = state;
  if (session.kind !== "signed-in" && session.kind !== "expired")
    return (
      <>
        <Text>{t("settings.signedOut")}</Text>
        <div>
          <Button
            appearance="primary"
            data-primary
            disabledFocusable={organisation.kind === "none"}
            onClick={() => void app.signIn()}
          >
            {t("settings.signIn")}
          </Button>
        </div>
      </>
    );
  const { name, username } = session.account;
  return (
    <>
      <div>
        <Text block>{t("settings.signedInAs")}</Text>
        <Text block weight="semibold">
          <bdi>{name}</bdi>
        </Text>
        <Text block>
          <bdi>{username}</bdi>
        </Text>
      </div>
      <Text>{t(protection === "memory-only" ? "settings.memoryOnly" : "settings.sealed")}</Text>
      <div>
        <Button onClick={() => void app.signOut()}>{t("settings.signOut")}</Button>
      </div>
    </>
  );
}
