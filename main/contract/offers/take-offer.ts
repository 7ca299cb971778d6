import type { Offer } from "./creation-offers.ts";
import { fail, type Result } from "../errors.ts";
import type { Handlers } from "../requests/vocabulary.ts";
import type { Creation } from "../meeting.ts";

type Asked =
  | "allowCalendar"
  | "cancelCreation"
  | "cancelMeeting"
  | "copyErrorDetails"
  | "copyMeeting"
  | "dismissCreation"
  | "meetNow"
  | "navigate"
  | "openSettings"
  | "retryCreation"
  | "showEvent"
  | "signIn"
  | "undoCreation"
  | "useRepeat";

/** What main is asked for when somebody takes an offer. A dialog, or where the focus goes, is the page's own. */
export function takeOffer(
  offer: Offer,
  creation: Creation,
  app: Pick<Handlers, Asked>,
): Promise<Result<unknown>> {
  switch (offer) {
    case "meet-now":
      return app.meetNow({ again: false });
    case "cancel":
      return app.cancelCreation();
    case "use-repeat":
      return app.useRepeat();
    case "another":
      return another(creation, app);
    case "undo":
      return app.undoCreation();
    case "cancel-event":
      return ofMeeting(creation, (id) => app.cancelMeeting({ id }));
    case "copy-anyway":
      return ofMeeting(creation, (id) => app.copyMeeting({ id, format: null }));
    case "retry":
      return app.retryCreation();
    case "sign-in":
      return app.signIn({ accountId: null });
    case "allow-calendar":
      return allowed(app);
    case "use-another-account":
      return leftToAnother(app);
    case "open-settings":
      return app.openSettings();
    case "edit-time":
      return app.navigate({ view: "schedule" });
    case "show-event":
      return app.showEvent();
    case "copy-details":
      return app.copyErrorDetails({ of: "creation" });
    case "dismiss":
      return app.dismissCreation();
  }
}

/** The card of the first one is put away, so that nothing is asked about it. */
async function another(
  { kind }: Creation,
  app: Pick<Handlers, "dismissCreation" | "meetNow">,
): Promise<Result<unknown>> {
  if (kind === "created") await app.dismissCreation();
  return app.meetNow({ again: true });
}

function ofMeeting(
  creation: Creation,
  ask: (id: string) => Promise<Result<undefined>>,
): Promise<Result<undefined>> {
  if (creation.kind !== "created") return Promise.resolve(fail({ kind: "unknown-meeting" }));
  return ask(creation.meeting.id);
}

/** What was typed is kept with the intent: approved, it goes on. */
async function allowed(
  app: Pick<Handlers, "allowCalendar" | "retryCreation">,
): Promise<Result<unknown>> {
  const result = await app.allowCalendar();
  return result.ok ? app.retryCreation() : result;
}

async function leftToAnother(
  app: Pick<Handlers, "navigate" | "dismissCreation">,
): Promise<Result<unknown>> {
  await app.navigate({ view: "home" });
  return app.dismissCreation();
}
