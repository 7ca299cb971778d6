import { type Answer, emptyAnswer } from "../http/answer.ts";
import type { Call } from "../http/call.ts";
import { pageAnswer } from "./pages.ts";

/**
 * Where a person signs out at Microsoft too. There is no session to end, as nobody is remembered; the request
 * log keeps `logout_hint` and `post_logout_redirect_uri`, so that a test can see that it happened.
 */
export function signOut({ url, record }: Call): Answer {
  const next = record.parameters.post_logout_redirect_uri ?? null;
  if (next !== null && isRegistered(next)) return emptyAnswer(302, { location: withState(next) });
  return pageAnswer("You signed out of your account", "<p>You can close this page.</p>");

  function withState(address: string): string {
    const target = new URL(address);
    const state = url.searchParams.get("state");
    if (state !== null) target.searchParams.set("state", state);
    return target.href;
  }
}

/** As for a sign-in: http://localhost, on whichever port. */
function isRegistered(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, pathname } = new URL(address);
  return protocol === "http:" && hostname === "localhost" && pathname === "/";
}
