import type { Network, NetworkRequest, NetworkResult } from "../../../main/base/network.ts";
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
    counted: ["wishes with two meetings, of events", "second invitations to one event"],
  },
  {
    name: "takes the end of a meeting for done",
    mistake: { network: instead((request) => (endsSomething(request) ? bare(204) : null)) },
    counted: ["cancelled or undone, but left", "cancelled or undone, but left, of events"],
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
    counted: ["false successes, of events", "wishes without their meeting, of events"],
  },
  {
    name: "believes that options are as asked",
    mistake: {
      network: (real) => async (request) => {
        if (request.method !== "PATCH" || !request.url.includes("/me/onlineMeetings/"))
          return real(request);
        const read = await real({ method: "GET", url: request.url, headers: {} });
        if (!read.ok || read.answer.status !== 200) return read;
        return answer(200, { ...parse(read.answer.body), ...parse(request.body ?? "{}") });
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
    counted: ["wishes without their meeting", "wishes without their meeting, of events"],
  },
  {
    name: "says nothing where an event is refused",
    mistake: {
      meetings: (real) => ({
        ...real,
        async schedule(draft) {
          const made = await real.schedule(draft);
          if (!made.ok) real.dismiss();
          return made;
        },
      }),
    },
    counted: ["presses that came to nothing without a word, of events"],
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
