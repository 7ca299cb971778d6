import { approvalAddress, mailAddress, wholeText } from "../../auth/sign-in/admin-message.ts";
import type { SignInFlow } from "../../auth/sign-in/sign-in-flow.ts";
import type { Clock } from "../../base/clock.ts";
import type { Opener } from "../../base/opener.ts";
import type { OrganisationDescriptor } from "../../base/organisation.ts";
import type { Words } from "../../base/words.ts";
import { errorWords } from "../../contract/error-words.ts";
import { fail, ok } from "../../contract/errors.ts";
import type { Handlers } from "../../contract/requests/vocabulary.ts";
import type { Clipboard } from "../../meetings/fulfil.ts";
import { errorDetails } from "../error-details.ts";
import type { Errors } from "../errors.ts";
import type { Environment } from "../initial-state.ts";

export interface ErrorHandlersDependencies {
  readonly errors: Errors;
  readonly signIn: Pick<SignInFlow, "state" | "desired">;
  readonly descriptor: (organisationId: string) => OrganisationDescriptor | null;
  readonly opener: Pick<Opener, "openMail" | "openSignInPage" | "openPersonalTeams">;
  readonly clipboard: Pick<Clipboard, "writeText">;
  readonly environment: Pick<Environment, "appVersion" | "platform">;
  readonly words: () => Words;
  readonly clock: Clock;
}

/** What a person can do about an error: send it on, or ask their admin. */
export function createErrorHandlers({
  errors,
  signIn,
  descriptor,
  opener,
  clipboard,
  environment: { appVersion, platform },
  words,
  clock,
}: ErrorHandlersDependencies) {
  const message = () => {
    const state = signIn.state();
    return state.kind === "failed" ? state.adminMessage : null;
  };

  return {
    async copyErrorDetails({ of }) {
      const error = errors[of]();
      if (error === null) return fail({ kind: "unknown-meeting" });
      const { key, values } = errorWords(error);
      const title = words()(`${key}.title`, values);
      const now = clock.now();
      return clipboard.writeText(errorDetails(error, { title, appVersion, platform, now }));
    },
    async copyAdminMessage() {
      const ready = message();
      if (!ready) return fail({ kind: "not-set-up" });
      return clipboard.writeText(wholeText(ready));
    },
    async mailAdminMessage() {
      const ready = message();
      return ready ? opener.openMail(mailAddress(ready)) : fail({ kind: "not-set-up" });
    },
    async openApprovalPage() {
      // Of the sign-in that was refused.
      const refusing = descriptor(signIn.desired()?.organisationId ?? "");
      if (!refusing) return fail({ kind: "not-set-up" });
      const opened = await opener.openSignInPage(approvalAddress(refusing), refusing);
      return opened ? ok(undefined) : fail({ kind: "browser-not-opened" });
    },
    openPersonalTeams: () => opener.openPersonalTeams(),
  } satisfies Partial<Handlers>;
}
