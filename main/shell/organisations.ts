import type { Log } from "../base/log.ts";
import type { Publish } from "../base/store.ts";
import type { OrganisationDraft } from "../contract/drafts.ts";
import type { Result } from "../contract/errors.ts";
import type { Organisation } from "../contract/state.ts";
import type { SettingsStore } from "../settings/settings.ts";

/** The app registrations there are to sign in with. */
export interface Organisations {
  all(): readonly Organisation[];
  readonly isSampleOffered: boolean;
  /** Opens those that were kept. */
  start(): Promise<void>;
  /** Remembers them and opens them. Errors: disk-failed; they then hold until the app quits. */
  set(organisations: readonly Organisation[]): Promise<Result<undefined>>;
}

export interface OrganisationsDependencies {
  readonly kept: Pick<SettingsStore, "organisations" | "setOrganisations">;
  /** "chosen" is one that was plugged in: it is used without being asked for. */
  readonly sample: "none" | "offered" | "chosen";
  readonly publish: Publish<"organisations" | "forgotten">;
  readonly open: (organisations: readonly Organisation[]) => Promise<void>;
  readonly log: Log;
}

export const sampleOrganisation: Organisation = { kind: "sample", id: "sample" };

/** What was typed, as it is kept. */
export const ownOrganisation = (
  id: string,
  { clientId, tenant, cloud }: OrganisationDraft,
): Extract<Organisation, { kind: "own" }> => ({
  kind: "own",
  id,
  clientId: clientId.trim().toLowerCase(),
  tenant: tenant.trim().toLowerCase(),
  cloud,
});

/** Tokens of another client or tenant are of no use. */
export const isSameRegistration = (one: Organisation, other: Organisation): boolean =>
  one.kind === "own" &&
  other.kind === "own" &&
  one.clientId === other.clientId &&
  one.tenant === other.tenant &&
  one.cloud === other.cloud;

export function createOrganisations({
  kept,
  sample,
  publish,
  open,
  log,
}: OrganisationsDependencies): Organisations {
  function all(): readonly Organisation[] {
    const usable = kept.organisations().filter(({ kind }) => kind === "own" || sample !== "none");
    const isMissing = sample === "chosen" && !usable.some(({ kind }) => kind === "sample");
    return isMissing ? [sampleOrganisation, ...usable] : usable;
  }

  async function start(): Promise<void> {
    const organisations = all();
    publish({ organisations });
    await open(organisations);
  }

  return {
    all,
    isSampleOffered: sample !== "none",
    start,
    async set(organisations) {
      // Whoever names one begins anew.
      publish({ forgotten: null });
      const saved = kept.setOrganisations(organisations);
      await start();
      if (!saved.ok) log.warn("settings-not-saved", { kind: saved.error.kind });
      return saved;
    },
  };
}
