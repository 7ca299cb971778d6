import { approvalAddress, mailAddress } from "../../auth/sign-in/admin-message.ts";
import { type AppError, type ErrorPlace, fail, ok } from "../../contract/errors.ts";
import { errorWords } from "../../contract/error-words.ts";
import type { Handlers } from "../../contract/ipc.ts";
import type { AppState } from "../../contract/state.ts";
import { errorDetails } from "../error-details.ts";
import type { HandlersDependencies } from "./handlers.ts";

type ErrorRequests =
  | "copyErrorDetails"
  | "copyAdminMessage"
  | "mailAdminMessage"
  | "openApprovalPage"
  | "openPersonalTeams";

/** What a person can do about an error: send it on, or ask their admin. */
export function createErrorHandlers({
  store,
  workspace,
  opener,
  clipboard,
  words,
  clock,
}: HandlersDependencies): Pick<Handlers, ErrorRequests> {
  const { signIn } = workspace;

  /** Of the sign-in that was refused; null while there is none. */
  const organisation = () => workspace.descriptor(signIn.organisationId() ?? "");

  const message = () => {
    const state = store.read().signIn;
    return state.kind === "failed" ? state.adminMessage : null;
  };

  return {
    async copyErrorDetails({ of }) {
      const state = store.read();
      const error = errorOf(state, of);
      if (error === null) return fail({ kind: "unknown-meeting" });
      const { key, values } = errorWords(error);
      const title = words()(`${key}.title`, values);
      const { appVersion, platform } = state;
      const now = clock.now();
      return clipboard.writeText(errorDetails(error, { title, appVersion, platform, now }));
    },
    async copyAdminMessage() {
      const ready = message();
      if (!ready) return fail({ kind: "not-set-up" });
      return clipboard.writeText(`${ready.subject}\n\n${ready.body}`);
    },
    async mailAdminMessage() {
      const ready = message();
      return ready ? opener.openMail(mailAddress(ready)) : fail({ kind: "not-set-up" });
    },
    async openApprovalPage() {
      const descriptor = organisation();
      if (!descriptor) return fail({ kind: "not-set-up" });
      const address = approvalAddress(descriptor, signIn.permissions());
      const opened = await opener.openSignInPage(address, descriptor);
      return opened ? ok(undefined) : fail({ kind: "browser-not-opened" });
    },
    openPersonalTeams: () => opener.openPersonalTeams(),
  };
}

function errorOf(
  { session, signIn, creation, upcoming }: AppState,
  of: ErrorPlace,
): AppError | null {
  switch (of) {
    case "creation":
      if (creation.kind === "created") return creation.unset;
      return creation.kind === "failed" ? creation.error : null;
    case "upcoming":
      return upcoming.kind === "failed" ? upcoming.error : null;
    case "signIn":
      return signIn.kind === "failed" ? signIn.error : null;
    case "session":
      return session.kind === "expired" || session.kind === "signed-out" ? session.error : null;
  }
}
