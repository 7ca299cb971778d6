import type * as v from "valibot";

import type { Result } from "./errors.ts";
import { accountRequests } from "./requests/account-requests.ts";
import { creationRequests } from "./requests/creation-requests.ts";
import { joinRequests } from "./requests/join-requests.ts";
import { meetingRequests } from "./requests/meeting-requests.ts";
import type { Request } from "./requests/request.ts";
import { windowRequests } from "./requests/window-requests.ts";
import type { AppState } from "./state.ts";

/** All that a window may ask of main. Handlers, bridge and client are made of it. */
export const requests = {
  ...windowRequests,
  ...accountRequests,
  ...creationRequests,
  ...meetingRequests,
  ...joinRequests,
};

export type RequestName = keyof typeof requests;
export type Input<Name extends RequestName> = v.InferOutput<(typeof requests)[Name]["input"]>;
type Answer<Name extends RequestName> =
  (typeof requests)[Name] extends Request<v.GenericSchema, infer Answered> ? Answered : never;
/** Requests without an input take no argument. */
type Arguments<Name extends RequestName> =
  Input<Name> extends undefined ? [] : [input: Input<Name>];

export type Handlers = {
  [Name in RequestName]: (...input: Arguments<Name>) => Promise<Result<Answer<Name>>>;
};

/** `window.app` in the renderer, built in preload from `requests`. */
export type Bridge = Handlers & {
  /** Calls back with each new state; returns its own unsubscribe. */
  onState: (listener: (state: AppState) => void) => () => void;
};

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the literal names it returns
export const requestNames = Object.keys(requests) as RequestName[];
/** The one channel main publishes on. */
export const stateChannel = "state";
