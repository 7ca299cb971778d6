import type { EventDraft } from "../../contract/event-draft.ts";
import type { AskingName, Input } from "../../contract/requests/vocabulary.ts";
import { isSameRegistration, ownOrganisation } from "../organisations.ts";
import type { Profile } from "../profile.ts";

/** What main asks a person itself, where no page can answer for them. */
export type Question =
  | {
      readonly kind: "invite";
      readonly count: number;
      /** Addresses of those who are not of the organiser's domain. */
      readonly outside: readonly string[];
      readonly domain: string;
    }
  | { readonly kind: "keep-unprotected" }
  | {
      readonly kind: "remove-organisation" | "change-organisation" | "sign-out-everybody";
      readonly count: number;
    }
  | { readonly kind: "forget" };

/** The question for this input; null where the gesture is enough. */
export type Questions = { readonly [Name in AskingName]: (input: Input<Name>) => Question | null };

/** As much of a profile as questions are about. */
export type Known = Pick<Profile, "session" | "organisations">;

/** So many are invited without a question: a team, and the guests of a usual meeting. */
export const mostInvitedUnasked = 20;
export const mostOutsideUnasked = 5;

/** What cannot be taken back, and reaches further than one gesture should. `known` answers null while no profile is open. */
export function createQuestions(known: () => Known | null): Questions {
  function inviting(event: EventDraft | null, before: EventDraft | null): Question | null {
    const there = addressesOf(before);
    const addresses = [...addressesOf(event)].filter((address) => !there.has(address));
    const domain = domainOf(known()?.session.account()?.username.toLowerCase() ?? "");
    const outside = addresses.filter((address) => !isOf(domain, domainOf(address)));
    const isFew = addresses.length <= mostInvitedUnasked && outside.length <= mostOutsideUnasked;
    return isFew ? null : { kind: "invite", count: addresses.length, outside, domain };
  }

  /** One person is signed out by one gesture anyway. */
  function leaving(
    kind: "remove-organisation" | "change-organisation",
    id: string,
  ): Question | null {
    const accounts = known()?.session.known() ?? [];
    const count = accounts.filter(({ account }) => account.organisationId === id).length;
    return count > 1 ? { kind, count } : null;
  }

  return {
    schedule: ({ event }) => inviting(event, null),
    moveMeeting: ({ draft, before }) => inviting(draft.event, before),
    changeSettings: ({ keepWithoutKeyring }) =>
      keepWithoutKeyring === true ? { kind: "keep-unprotected" } : null,
    saveOrganisation({ id, ...draft }) {
      const before = known()
        ?.organisations.all()
        .find((one) => one.id === id);
      const isChanged = before && !isSameRegistration(before, ownOrganisation(before.id, draft));
      return isChanged ? leaving("change-organisation", before.id) : null;
    },
    signOutEverybody() {
      const count = known()?.session.known().length ?? 0;
      return count > 1 ? { kind: "sign-out-everybody", count } : null;
    },
    removeOrganisation: ({ id }) => leaving("remove-organisation", id),
    // Once it was begun it goes on to its end, and there is nothing left to ask about.
    forgetEverything: () => (known() === null ? null : { kind: "forget" }),
  };
}

const addressesOf = (event: EventDraft | null): ReadonlySet<string> =>
  new Set((event?.invitees ?? []).map(({ address }) => address.trim().toLowerCase()));

const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1);

const isOf = (own: string, domain: string): boolean =>
  own !== "" && (domain === own || domain.endsWith(`.${own}`));
