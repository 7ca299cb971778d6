import { makeStyles, mergeClasses, Tab, TabList, tokens } from "@fluentui/react-components";
import { BuildingRegular } from "@fluentui/react-icons/svg/building";
import { ClipboardEditRegular } from "@fluentui/react-icons/svg/clipboard-edit";
import { InfoRegular } from "@fluentui/react-icons/svg/info";
import { OptionsRegular } from "@fluentui/react-icons/svg/options";
import { PersonAccountsRegular } from "@fluentui/react-icons/svg/person-accounts";
import { SettingsRegular } from "@fluentui/react-icons/svg/settings";
import { ShieldRegular } from "@fluentui/react-icons/svg/shield";
import { lazy, type ReactElement, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";

import type { AppState } from "../../main/contract/state.ts";
import { useAppState } from "../use-app-state.ts";
import { SettingRows } from "./rows/setting-rows.tsx";
import { AboutSettings } from "./settings-about.tsx";
import { AccountsSettings } from "./settings-accounts.tsx";
import { GeneralSettings } from "./settings-general.tsx";
import { OrganisationsSettings } from "./settings-organisations.tsx";
import { PrivacySettings } from "./settings-privacy.tsx";

const PresetsSettings = lazy(() =>
  import("./settings-presets.tsx").then((module) => ({ default: module.PresetsSettings })),
);
const CopySettings = lazy(() =>
  import("./settings-copy.tsx").then((module) => ({ default: module.CopySettings })),
);

const pages = [
  "general",
  "presets",
  "copyFormat",
  "accounts",
  "organisations",
  "privacy",
  "about",
] as const;
type PageName = (typeof pages)[number];

const icons: Readonly<Record<PageName, ReactElement>> = {
  general: <SettingsRegular />,
  presets: <OptionsRegular />,
  copyFormat: <ClipboardEditRegular />,
  accounts: <PersonAccountsRegular />,
  organisations: <BuildingRegular />,
  privacy: <ShieldRegular />,
  about: <InfoRegular />,
};

const useStyles = makeStyles({
  window: {
    blockSize: "100%",
    display: "flex",
    // One below the other, and both scroll: of a low window the list would leave the page nothing.
    "@media (max-width: 640px)": { flexDirection: "column", overflowY: "auto" },
  },
  nav: {
    inlineSize: "224px",
    flexShrink: 0,
    paddingInline: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalL,
    overflowY: "auto",
    backgroundColor: tokens.colorNeutralBackground3,
    "@media (max-width: 640px)": { inlineSize: "auto", overflowY: "visible" },
  },
  // A button's text is centred: in a column of names each would begin elsewhere.
  tab: { textAlign: "start", justifyContent: "flex-start" },
  chosen: { backgroundColor: tokens.colorNeutralBackground1 },
  page: {
    flexGrow: 1,
    overflowY: "auto",
    padding: tokens.spacingHorizontalXXL,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    "& > *": { flexShrink: 0 },
    "@media (max-width: 640px)": { overflowY: "visible", flexShrink: 0 },
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
});

export function Settings() {
  const state = useAppState();
  return state && <Shown state={state} />;
}

function Shown({ state }: { readonly state: AppState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [page, setPage] = useState<PageName>(
    state.organisations.some(({ kind }) => kind === "own") ? "general" : "organisations",
  );
  return (
    <div className={styles.window}>
      <nav className={styles.nav} aria-label={t("settings.title")}>
        <TabList
          vertical
          selectedValue={page}
          onTabSelect={(_event, { value }) => {
            const chosen = pages.find((one) => one === value);
            if (chosen) setPage(chosen);
          }}
        >
          {pages.map((name) => (
            <Tab
              key={name}
              value={name}
              icon={icons[name]}
              className={mergeClasses(styles.tab, name === page && styles.chosen)}
            >
              {t(`settings.${name}`)}
            </Tab>
          ))}
        </TabList>
      </nav>
      <main className={styles.page}>
        <h1 className={styles.heading}>{t(`settings.${page}`)}</h1>
        <Suspense>
          <Page name={page} state={state} />
        </Suspense>
      </main>
    </div>
  );
}

function Page({ name, state }: { readonly name: PageName; readonly state: AppState }) {
  switch (name) {
    case "general":
      return <GeneralSettings state={state} />;
    case "presets":
      return (
        <>
          <PresetsSettings state={state} />
          <SettingRows section="presets" state={state} />
        </>
      );
    case "copyFormat":
      return (
        <>
          <CopySettings state={state} />
          <SettingRows section="copyFormat" state={state} />
        </>
      );
    case "accounts":
      return <AccountsSettings state={state} />;
    case "organisations":
      return <OrganisationsSettings state={state} />;
    case "privacy":
      return <PrivacySettings state={state} />;
    case "about":
      return <AboutSettings state={state} />;
  }
}
