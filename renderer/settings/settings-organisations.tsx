import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { AppState, Organisation } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { organisationName } from "../ui/organisation-name.ts";
import { Card } from "../ui/card.tsx";
import { OrganisationForm } from "../ui/organisation-form.tsx";
import { AttemptButton } from "../ui/attempt-button.tsx";
import { ProblemLine } from "../ui/problem-line.tsx";
import { useAttempt } from "../ui/state/use-attempt.ts";

const useStyles = makeStyles({
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
  },
  meta: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** Which app registrations there are to sign in with. The form shows at once while there is none. */
export function OrganisationsSettings({ state }: { readonly state: AppState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { organisations, sampleAvailable } = state;
  const [edited, setEdited] = useState<string | null>(null);
  const isAdding = edited === "" || organisations.every(({ kind }) => kind === "sample");
  const close = () => setEdited(null);
  return (
    <>
      <ul className={styles.list}>
        {organisations.map((organisation) => (
          <li key={organisation.id}>
            <Card>
              <Facts organisation={organisation} />
              {edited === organisation.id ? (
                <OrganisationForm
                  organisation={organisation}
                  submitLabel={t("setUp.save")}
                  onSaved={close}
                />
              ) : (
                <Actions organisation={organisation} onEdit={() => setEdited(organisation.id)} />
              )}
            </Card>
          </li>
        ))}
      </ul>
      {organisations.length > 0 && <Text>{t("settings.removeHint")}</Text>}
      {isAdding ? (
        <OrganisationForm
          key={organisations.length}
          organisation={null}
          submitLabel={t("settings.addOrganisation")}
          onSaved={close}
        />
      ) : (
        <div>
          <Button onClick={() => setEdited("")}>{t("settings.addOrganisation")}</Button>
        </div>
      )}
      {sampleAvailable && organisations.every(({ kind }) => kind !== "sample") && (
        <div>
          <AttemptButton ask={() => app.chooseSampleOrganisation()} done={null}>
            {t("setUp.sample")}
          </AttemptButton>
        </div>
      )}
    </>
  );
}

function Facts({ organisation }: { readonly organisation: Organisation }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div>
      <Text block weight="semibold">
        <bdi>{organisationName(organisation, t)}</bdi>
      </Text>
      <Text block className={styles.meta}>
        {organisation.kind === "sample"
          ? t("setUp.sampleBar")
          : t("settings.organisationFacts", {
              cloud: t(`setUp.clouds.${organisation.cloud}`),
              clientId: organisation.clientId,
            })}
      </Text>
    </div>
  );
}

interface ActionsProps {
  readonly organisation: Organisation;
  readonly onEdit: () => void;
}

function Actions({ organisation, onEdit }: ActionsProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const name = organisationName(organisation, t);
  const { attempt, problem } = useAttempt();
  const remove = () =>
    attempt(app.removeOrganisation({ id: organisation.id }), t("settings.saved"));
  return (
    <div className={styles.actions}>
      {organisation.kind === "own" && (
        <Button aria-label={t("settings.editOrganisationNamed", { name })} onClick={onEdit}>
          {t("settings.editOrganisation")}
        </Button>
      )}
      <Button
        aria-label={t("settings.removeOrganisationNamed", { name })}
        onClick={() => void remove()}
      >
        {t("settings.removeOrganisation")}
      </Button>
      <ProblemLine problem={problem} />
    </div>
  );
}
