import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronUpRegular } from "@fluentui/react-icons/svg/chevron-up";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

import type { AppState } from "../../main/contract/state.ts";
import { Mark } from "../ui/mark.tsx";
import { LicenceList } from "./licence-list.tsx";

const useStyles = makeStyles({
  top: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalL },
  meta: { color: tokens.colorNeutralForeground3 },
});

export function AboutSettings({ state }: { readonly state: AppState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <>
      <div className={styles.top}>
        <Mark size={48} />
        <div>
          <Text block size={400} weight="semibold">
            {t("app.title")}
          </Text>
          <Text block className={styles.meta}>
            {t("settings.version", { version: state.appVersion })}
          </Text>
        </div>
      </div>
      <Text>{t("settings.notAffiliated")}</Text>
      <div>
        <Button
          icon={isOpen ? <ChevronUpRegular /> : <ChevronDownRegular />}
          iconPosition="after"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t("settings.licences")}
        </Button>
      </div>
      {isOpen && <LicenceList id={id} />}
    </>
  );
}
