import type { Configuration, KoaContextWithOIDC } from "oidc-provider";

import { escapeHtml } from "../../../main/base/escape-html.ts";
import { showPage } from "./pages.ts";

type DeviceFlow = NonNullable<NonNullable<Configuration["features"]>["deviceFlow"]>;

/** The pages of microsoft.com/devicelogin: the code, the warning, and that it is done. `form` is the provider's. */
export const devicePages: Required<
  Pick<DeviceFlow, "userCodeInputSource" | "userCodeConfirmSource" | "successSource">
> = {
  userCodeInputSource(context: KoaContextWithOIDC, form, _out, error) {
    showPage(
      context,
      "Enter code to allow access",
      `<p>Type the code that Quick Meeting shows.</p>${problem(error)}${labelled(form)}
<button class="plain" form="op.deviceInputForm">Next</button>`,
    );
  },
  userCodeConfirmSource(context: KoaContextWithOIDC, form, _client, _device, userCode) {
    showPage(
      context,
      "Are you trying to sign in to Quick Meeting?",
      `<p>Only go on if you typed the code <strong>${escapeHtml(userCode)}</strong> from an app of your own.</p>${form}
<button class="plain" form="op.deviceConfirmForm">Continue</button>
<button class="plain" form="op.deviceConfirmForm" name="abort" value="yes">Cancel</button>`,
    );
  },
  successSource(context: KoaContextWithOIDC) {
    showPage(
      context,
      "You have signed in to Quick Meeting",
      "<p>You can close this page and go back to the app.</p>",
    );
  },
};

const problems: Readonly<Record<string, string>> = {
  NoCodeError: "Enter the code first.",
  NotFoundError: "That code didn't work. Check the code and try again.",
  ExpiredError: "That code has expired. Ask the app for another.",
  AlreadyUsedError: "That code was used before.",
  AbortedError: "You cancelled the sign-in.",
};

const problem = (error: Error | undefined): string =>
  error ? `<p role="alert">${problems[error.name] ?? "This sign-in cannot go on."}</p>` : "";

/** The provider's own field has no name for a screen reader and a handler that the page's policy blocks. */
const labelled = (form: string): string =>
  form.replace(
    /<input\s[^>]*name="user_code"[^>]*>(<\/input>)?/u,
    '<label>Code <input name="user_code" autocomplete="off" autofocus></label>',
  );
