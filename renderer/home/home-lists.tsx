import { makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense } from "react";

import type { AppState } from "../../main/contract/state.ts";
import { HomeTabs } from "./home-tabs.tsx";
import { useHomeTab } from "./home-tab.ts";
import { RecentList } from "./recent-list.tsx";

const UpcomingList = lazy(() =>
  import("../upcoming/upcoming.tsx").then((module) => ({ default: module.UpcomingList })),
);

const useStyles = makeStyles({
  /** The tabs, what a list puts beside or below them, and the list. */
  section: {
    flexGrow: 1,
    minBlockSize: "160px",
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    gridTemplateRows: "auto auto minmax(0, 1fr)",
    alignItems: "center",
  },
  tabs: { paddingInlineStart: tokens.spacingHorizontalL },
});

/** What was made lately, and what is to come. */
export function HomeLists({ state }: { readonly state: AppState }) {
  const styles = useStyles();
  const tab = useHomeTab();
  return (
    <section className={styles.section}>
      <div className={styles.tabs}>
        <HomeTabs tab={tab} state={state} />
      </div>
      {tab === "recent" ? (
        <RecentList state={state} />
      ) : (
        <Suspense fallback={<Loading />}>
          <UpcomingList state={state} />
        </Suspense>
      )}
    </section>
  );
}

/** What the tab speaks of is there while its list is still being loaded. */
const Loading = () => (
  <div id="home-list" role="tabpanel" aria-labelledby="tab-upcoming" aria-busy />
);
