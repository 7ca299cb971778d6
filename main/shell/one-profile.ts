import { ok, type Result } from "../contract/errors.ts";
import { ofProfile } from "./initial-state.ts";
import { defaultSettings } from "../contract/settings.ts";
import { openProfile, type Profile, type ProfileDependencies } from "./profile.ts";

/** The profile in use. When everything is forgotten, another one takes its place. */
export interface OneProfile {
  /** Null while something is still to be forgotten: nothing is kept beside it. */
  current(): Profile | null;
  start(): Promise<void>;
  /** Errors: files-not-deleted; it can be tried again, and the next start of the app does. */
  forgetEverything(): Promise<Result<undefined>>;
}

/** Goes on first with what an earlier run did not finish to forget. */
export async function createOneProfile(given: ProfileDependencies): Promise<OneProfile> {
  const { store, outside } = given;
  const { environment, documents, log } = outside;
  let profile: Profile | null = null;
  let forgetting: Promise<Result<undefined>> | null = null;

  async function open(): Promise<void> {
    profile = await openProfile(given);
  }

  /** What was kept leaves the disk and the state. */
  function wipe(): Result<undefined> {
    const wiped = documents.forget();
    const forgotten = wiped.ok ? "done" : "incomplete";
    store.update((state) => ({ ...state, ...ofProfile(environment, defaultSettings), forgotten }));
    log.info("forgotten", { ok: wiped.ok });
    return wiped;
  }

  async function forgetAll(): Promise<Result<undefined>> {
    // Whatever happens from here on, the next start goes on with it.
    const noted = documents.beginForgetting();
    if (!noted.ok) log.warn("forgetting-not-noted", { kind: noted.error.kind });
    await profile?.signEverybodyOut();
    await profile?.retire();
    profile = null;
    const wiped = wipe();
    if (!wiped.ok) return wiped;
    await open();
    await start();
    return ok(undefined);
  }

  function forgetEverything(): Promise<Result<undefined>> {
    forgetting ??= forgetAll().finally(() => {
      forgetting = null;
    });
    return forgetting;
  }

  async function start(): Promise<void> {
    await profile?.start();
  }

  if (!documents.isForgetting() || wipe().ok) await open();
  return { current: () => profile, start, forgetEverything };
}
