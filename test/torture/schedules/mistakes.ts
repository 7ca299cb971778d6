import type { Network, NetworkRequest, NetworkResult } from "../../../main/base/network.ts";
import { claimsOf, offersOf } from "../../../main/contract/offers/creation-offers.ts";
import { fail } from "../../../main/contract/errors.ts";
import { answer, bare } from "./graph/graph-answer.ts";
import type { Mistake } from "./desk/world.ts";

/** Answers what `say` says in Graph's place, and Graph never hears of it. */
const instead =
  (say: (request: NetworkRequest) => NetworkResult | null) =>
  (real: Network): Network =>
  async (request) =>
    say(request) ?? real(request);

const isListOfEvents = ({ method, url }: NetworkRequest) =>
  method === "GET" && url.includes("/me/events?");
const endsSomething = ({ method, url }: NetworkRequest) =>
  method === "DELETE" || url.endsWith("/cancel");

/** Graph never hears of a change, and seems to have made it. */
const acceptingChanges =
  (isMeant: (request: NetworkRequest) => boolean = () => true) =>
  (real: Network): Network =>
  async (request) => {
    if (request.method !== "PATCH" || !isMeant(request)) return real(request);
    const read = await real({ method: "GET", url: request.url, headers: {} });
    if (!read.ok || read.answer.status !== 200) return read;
    return answer(200, { ...parse(read.answer.body), ...parse(request.body ?? "{}") });
  };

const shuts = ({ body = "" }: NetworkRequest) => body.includes('"scope":"organizer"');

/** As if nobody asked once more: what refused a link once does so again. */
function echoingRefusals(real: Network): Network {
  let last: { readonly body: string | undefined; readonly result: NetworkResult } | null = null;
  return async (request) => {
    const { url, body } = request;
    const echo = last?.body === body ? last?.result : null;
    last = null;
    if (echo) return echo;
    const result = await real(request);
    const isRefused = result.ok && result.answer.status >= 400 && result.answer.status < 429;
    if (isRefused && url.endsWith("/createOrGet")) last = { body, result };
    return result;
  };
}

/** Mistakes an app could make, and what each must be counted as. */
export const mistakes: readonly {
  readonly name: string;
  readonly mistake: Mistake;
  readonly counted: readonly string[];
}[] = [
  {
    name: "never sees what is in the calendar",
    mistake: {
      network: instead((request) => (isListOfEvents(request) ? answer(200, { value: [] }) : null)),
    },
    counted: ["presses with two meetings, of events", "second invitations to one event"],
  },
  {
    name: "takes the end of a meeting for done",
    mistake: { network: instead((request) => (endsSomething(request) ? bare(204) : null)) },
    counted: ["cancelled or undone, but left", "cancelled or undone, but left, of events"],
  },
  {
    name: "deletes meetings whose doors stand open",
    mistake: { network: acceptingChanges(shuts) },
    counted: ["false sentences"],
  },
  {
    name: "deletes what people are invited to",
    mistake: {
      network: (real) => async (request) =>
        request.url.endsWith("/cancel")
          ? real({ method: "DELETE", url: request.url.replace(/\/cancel$/u, ""), headers: {} })
          : real(request),
    },
    counted: ["events with guests ended without telling them"],
  },
  {
    name: "takes the event for made",
    mistake: {
      network: instead(({ method, url }) =>
        method === "POST" && url.endsWith("/me/events")
          ? answer(201, {
              id: "invented",
              onlineMeeting: { joinUrl: "https://teams.microsoft.com/meet/invented" },
            })
          : null,
      ),
    },
    counted: ["false sentences", "presses without their meeting, of events"],
  },
  {
    name: "believes that options are as asked",
    mistake: {
      network: (real) => {
        const accepting = acceptingChanges()(real);
        return (request) =>
          request.url.includes("/me/onlineMeetings/") ? accepting(request) : real(request);
      },
    },
    counted: [
      "options neither set nor said to be otherwise",
      "options neither set nor said to be otherwise, of events",
    ],
  },
  {
    name: "does not heed Retry-After",
    mistake: {
      network: (real) => async (request) => {
        const result = await real(request);
        if (!result.ok) return result;
        const { "retry-after": _asked, ...headers } = Object.fromEntries(result.answer.headers);
        return { ok: true, answer: { ...result.answer, headers: new Headers(headers) } };
      },
    },
    counted: ["calls before Retry-After allowed"],
  },
  {
    name: "forgets what an earlier run left",
    mistake: {
      meetings: (real) => ({
        ...real,
        resume: async () => undefined,
        recheck: async () => undefined,
      }),
    },
    counted: ["presses without their meeting", "presses without their meeting, of events"],
  },
  {
    name: "says nothing where an event is refused",
    mistake: {
      meetings: (real) => ({
        ...real,
        async schedule(...asked) {
          const made = await real.schedule(...asked);
          if (!made.ok) real.dismiss();
          return made;
        },
      }),
    },
    counted: ["presses that came to nothing without a word, of events"],
  },
  {
    name: "says that nothing was made where nobody knows",
    mistake: {
      claims: (creation) =>
        creation.kind === "failed" ? ["noMeeting", "clipboardUnchanged"] : claimsOf(creation),
    },
    counted: ["false sentences"],
  },
  {
    name: "says that the clipboard is as it was, after a copy",
    mistake: {
      claims: (creation) =>
        creation.kind === "created" ? ["clipboardUnchanged"] : claimsOf(creation),
    },
    counted: ["false sentences"],
  },
  {
    name: "offers nothing that leads out of a failure",
    mistake: {
      offers: (creation, now) =>
        creation.kind === "failed" ? ["copy-details", "dismiss"] : offersOf(creation, now),
    },
    counted: ["dead ends"],
  },
  {
    name: "has a button that does nothing",
    mistake: {
      handlers: (real) => ({
        ...real,
        retryCreation: async () => fail({ kind: "no-answer", trace: null }),
      }),
    },
    counted: ["dead ends"],
  },
  {
    name: "offers what cannot be done",
    mistake: {
      offers: (creation, now) =>
        creation.kind === "failed" ? ["copy-anyway"] : offersOf(creation, now),
    },
    counted: ["dead ends"],
  },
  {
    name: "goes on with what was closed",
    mistake: { meetings: (real) => ({ ...real, dismiss: () => undefined }) },
    counted: ["made after it was closed"],
  },
  {
    name: "copies what nobody asked for",
    mistake: {
      meetings: (real, clipboard) => ({
        ...real,
        async recheck() {
          await clipboard.writeText(real.handOut.latest()?.joinUrl ?? "");
          return real.recheck();
        },
      }),
    },
    counted: ["copies nobody asked for or waited for"],
  },
  {
    name: "takes a change for made",
    mistake: { network: acceptingChanges() },
    counted: [
      "meetings that are not what was sent last",
      "meetings that are not what was sent last, of events",
    ],
  },
  {
    name: "believes the first refusal",
    mistake: { network: echoingRefusals },
    counted: ["said not to be made, but there", "false sentences"],
  },
  {
    name: "only says that it cancels",
    mistake: {
      meetings: (real) => ({ ...real, cancel: async () => ({ ok: true, value: undefined }) }),
    },
    counted: ["events asked for after they were cancelled", "cancelled or undone, but left"],
  },
];

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
