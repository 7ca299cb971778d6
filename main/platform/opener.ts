import type { Shell } from "electron";

import type { NamedPage } from "../contract/answers.ts";
import { fail, ok, type Result } from "../contract/errors.ts";
import { isOutlookUrl } from "../graph/event-answer.ts";
import { meetingHosts } from "../base/clouds.ts";
import { normalAddress } from "../base/normal-address.ts";
import { otherProductOf } from "../join/other-products.ts";
import type { Log } from "../base/log.ts";
import type { Opener } from "../base/opener.ts";
import type { OrganisationDescriptor } from "../base/organisation.ts";

export interface OpenerDependencies {
  readonly shell: Pick<Shell, "openExternal">;
  readonly log: Log;
}

/** The only place that opens anything outside. Addresses come from Graph and MSAL, so each is checked. */
export function createOpener({ shell, log }: OpenerDependencies): Opener {
  async function open(url: string): Promise<boolean> {
    try {
      await shell.openExternal(url);
      return true;
    } catch {
      log.warn("browser-not-opened");
      return false;
    }
  }
  return {
    async openSignInPage(url, descriptor, oneTimeAddress = () => url) {
      const isAllowed = isSignInPage(url, descriptor) || isDevicePage(url);
      return isAllowed && open(oneTimeAddress());
    },
    openMail: async (url) => told(newMail.test(url) && (await open(new URL(url).href))),
    openMailTo: async (url) => told(newMailTo.test(url) && (await open(new URL(url).href))),
    openPersonalTeams: async () => told(await open("https://teams.live.com/v2/")),
    openNamedPage: async (page) => told(await open(namedPages[page])),
    openTeams: async (url) => told(isTeamsAddress(url) && (await open(new URL(url).href))),
    openOutlook: async (url) =>
      isOutlookUrl(url) ? told(await open(new URL(url).href)) : fail({ kind: "unknown-meeting" }),
    async openJoinUrl(url) {
      const address = normalAddress(url);
      if (!address || !meetingHosts.includes(address.hostname))
        return fail({ kind: "unknown-meeting" });
      return told(await open(address.href));
    },
    async openOtherMeeting(url) {
      const address = normalAddress(url);
      if (!address || otherProductOf(address) === null) return fail({ kind: "unknown-meeting" });
      return told(await open(address.href));
    },
  };
}

const namedPages = {
  /** Where people see which apps they let in, and take it back. */
  permissions: "https://myapps.microsoft.com/",
  "privacy-statement": "https://privacy.microsoft.com/privacystatement",
} as const satisfies Record<NamedPage, string>;

/** Nothing but what we say ourselves: a mail program may know parameters that attach files. */
const newMail = /^mailto:\?subject=[^?&#\s]*(?:&body=[^?&#\s]*)?$/u;
const newMailTo = /^mailto:[^?&#\s]+\?subject=[^?&#\s]*$/u;

/** What is asked is what is opened: the form without detours. */
function isTeamsAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, pathname } = new URL(url);
  const isPlain = protocol === "msteams:" && host === "" && /^msteams:[!-[\]-~]+$/u.test(url);
  return isPlain && /^\/(?:l\/meetup-join|meet)\/[^/]/u.test(pathname);
}

const told = (opened: boolean): Result<undefined> =>
  opened ? ok(undefined) : fail({ kind: "browser-not-opened" });

/** Where a device code is typed: the same for every organisation of a cloud. */
function isDevicePage(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, pathname, username, password } = new URL(url);
  const isPlain = protocol === "https:" && username === "" && password === "";
  return isPlain && devicePageHosts.has(host) && pathname.startsWith("/device");
}

const devicePageHosts = new Set(["microsoft.com", "www.microsoft.com", "login.microsoft.com"]);

/** HTTPS, or a sample organisation on this computer. */
function isSignInPage(url: string, descriptor: OrganisationDescriptor): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin, username, password } = new URL(url);
  const isSafe = protocol === "https:" || (protocol === "http:" && loopbackHosts.has(hostname));
  return isSafe && username === "" && password === "" && signInOrigins(descriptor).has(origin);
}

const loopbackHosts = new Set(["127.0.0.1", "localhost"]);

/** The authority itself, and the authorization endpoint a sample organisation names in its metadata. */
function signInOrigins({ authority, authorityMetadata }: OrganisationDescriptor): Set<string> {
  const named = /"authorization_endpoint"\s*:\s*"([^"]+)"/u.exec(authorityMetadata)?.[1];
  const origins = [authority, named ?? ""].map(originOf);
  return new Set(origins.filter((origin) => origin !== null));
}

const originOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).origin : null);
