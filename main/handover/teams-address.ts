import { normalAddress } from "../base/normal-address.ts";

/**
 * The join link as the Teams app takes it, so that no browser page stands in between. Null for a host or
 * a path that is not a meeting: those open in the browser.
 * @see https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-links
 */
export function teamsAddress(joinUrl: string, joinHosts: readonly string[]): string | null {
  const url = normalAddress(joinUrl);
  if (!url || !joinHosts.includes(url.hostname)) return null;
  const { pathname, search } = url;
  // An encoded slash could lead out of the folder again.
  const isMeeting = /^\/(?:l\/meetup-join|meet)\/(?!\/)(?!.*(?:\/\/|%2f|%5c))./iu.test(pathname);
  return isMeeting ? `msteams:${pathname}${search}` : null;
}
