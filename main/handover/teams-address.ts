import { isJoinUrl } from "../graph/meeting-answer.ts";

/**
 * The join link as the Teams app takes it, so that no browser page stands in between. Null for a host or
 * a path that is not a meeting: those open in the browser.
 * @see https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-links
 */
export function teamsAddress(joinUrl: string, joinHosts: readonly string[]): string | null {
  if (!isJoinUrl(joinUrl, joinHosts)) return null;
  const { pathname, search } = new URL(joinUrl);
  return /^\/(?:l\/meetup-join|meet)\/[^/]/u.test(pathname) ? `msteams:${pathname}${search}` : null;
}
