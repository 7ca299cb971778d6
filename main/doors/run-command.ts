import type { AppError, Result } from "../contract/errors.ts";
import type { Handlers } from "../contract/ipc.ts";
import type { Log } from "../base/log.ts";
import type { Command } from "./command.ts";

export interface RunCommandDependencies {
  readonly handlers: Handlers;
  readonly showPopup: () => void;
  readonly copyLatest: () => Promise<Result<undefined>>;
  readonly snoozeReminder: (id: string) => Result<undefined>;
  readonly quit: () => void;
  readonly log: Log;
}

/** What no notification tells: the popup shows why nothing happened. */
const saidInPopup = new Set<AppError["kind"]>([
  "not-signed-in",
  "files-not-deleted",
  "clipboard-busy",
  "cloud-lacks-meetings",
]);

/** Every door but the windows ends here, and runs what the windows run. A failure opens the popup, which says it. */
export function createRunCommand({
  handlers,
  showPopup,
  copyLatest,
  snoozeReminder,
  quit,
  log,
}: RunCommandDependencies): (command: Command) => Promise<void> {
  const showing = async (view: "home" | "schedule" | "join") => {
    await handlers.navigate({ view });
    showPopup();
  };
  return async (command) => {
    const result = await run(command);
    if (result?.ok !== false) return;
    log.warn("command-failed", { command: command.name, kind: result.error.kind });
    if (saidInPopup.has(result.error.kind)) showPopup();
  };

  async function run(command: Command): Promise<Result<unknown> | undefined> {
    switch (command.name) {
      case "meetNow":
        return handlers.meetNow({ again: false });
      case "meetNowAgain":
        return handlers.meetNow({ again: true });
      case "copyRoom":
        return handlers.copyRoom();
      case "cancelCreation":
        return handlers.cancelCreation();
      case "undoCreation":
        return handlers.undoCreation();
      case "copyLatest":
        return copyLatest();
      case "copyMeeting":
        return handlers.copyMeeting({ id: command.id, format: command.format ?? null });
      case "openMeeting":
        return handlers.openMeeting({ id: command.id, where: "teams" });
      case "joinUpcoming":
        return handlers.joinUpcoming({ id: command.id });
      case "snoozeReminder":
        return snoozeReminder(command.id);
      case "signIn":
        return handlers.signIn({ accountId: null });
      case "cancelSignIn":
        return handlers.cancelSignIn();
      case "addAccount":
        return handlers.addAccount({ organisationId: command.organisationId });
      case "chooseAccount":
        return handlers.chooseAccount({ accountId: command.accountId });
      case "signOut":
        return handlers.signOut({ accountId: command.accountId, atMicrosoft: false });
      case "useSample":
        return handlers.chooseSampleOrganisation();
      case "openSettings":
        return handlers.openSettings();
      case "schedule":
      case "join":
        await showing(command.name);
        return undefined;
      case "openHome":
        await showing("home");
        return undefined;
      case "setUp":
      case "openPopup":
        showPopup();
        return undefined;
      case "quit":
        quit();
        return undefined;
    }
  }
}
