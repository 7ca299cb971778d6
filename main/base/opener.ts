import type { NamedPage } from "../contract/answers.ts";
import type { Result } from "../contract/errors.ts";
import type { OrganisationDescriptor } from "./organisation.ts";

/** Opens what is outside the app, and each address only where it is what it should be. Errors: browser-not-opened. */
export interface Opener {
  /**
   * Only a page of this organisation's own sign-in host, by its one-time address where it has one, which everybody may
   * see; false where the browser did not open.
   */
  openSignInPage(
    url: string,
    descriptor: OrganisationDescriptor,
    oneTimeAddress?: () => string,
  ): Promise<boolean>;
  /** Only a page of Teams: a meeting, or its options. Errors: unknown-meeting, too. */
  openJoinUrl(url: string): Promise<Result<undefined>>;
  /** Only a meeting of another product that we know. Errors: unknown-meeting, too. */
  openOtherMeeting(url: string): Promise<Result<undefined>>;
  /** Only a meeting in the Teams app. */
  openTeams(url: string): Promise<Result<undefined>>;
  /** Only a new message, without a recipient. */
  openMail(url: string): Promise<Result<undefined>>;
  /** Only a new message to people who are named, with a subject and nothing else. */
  openMailTo(url: string): Promise<Result<undefined>>;
  /** Only a page of Outlook on the web. Errors: unknown-meeting, too. */
  openOutlook(url: string): Promise<Result<undefined>>;
  /** Where people with a personal account can make a meeting themselves. */
  openPersonalTeams(): Promise<Result<undefined>>;
  /** One of the few pages whose addresses are written here. */
  openNamedPage(page: NamedPage): Promise<Result<undefined>>;
}
