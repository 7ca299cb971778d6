import type * as v from "valibot";

import type { Result } from "../errors.ts";
import { accountRequests } from "./account-requests.ts";
import { creationRequests } from "./creation-requests.ts";
import { joinRequests } from "./join-requests.ts";
import { meetingRequests } from "./meeting-requests.ts";
import type { Door, Limits } from "./request.ts";
import { windowRequests } from "./window-requests.ts";

/** All that a person can ask for, by whichever door. Handlers, bridge, client and the doors' tables are made of it. */
export const requests = {
  ...windowRequests,
  ...accountRequests,
  ...creationRequests,
  ...meetingRequests,
  ...joinRequests,
};

type Vocabulary = typeof requests;
export type RequestName = keyof Vocabulary;
export type Input<Name extends RequestName> = v.InferOutput<Vocabulary[Name]["input"]>;
export type Answer<Name extends RequestName> = v.InferOutput<Vocabulary[Name]["answer"]>;
/** Requests without an input take no argument. */
type Arguments<Name extends RequestName> =
  Input<Name> extends undefined ? [] : [input: Input<Name>];

export type Handlers = {
  [Name in RequestName]: (...input: Arguments<Name>) => Promise<Result<Answer<Name>>>;
};

/** Those that one of these doors may use. */
export type NameAt<From extends Door> = {
  [Name in RequestName]: Extract<Vocabulary[Name]["doors"][number], From> extends never
    ? never
    : Name;
}[RequestName];

/** Those of the windows about which main may ask the person itself. */
export type AskingName = {
  [Name in NameAt<"window">]: Vocabulary[Name] extends { readonly asks: true } ? Name : never;
}[NameAt<"window">];

/** A request with what it takes, as the tables of the doors name it. */
export type Call<From extends Door = Door> = {
  [Name in NameAt<From>]: Input<Name> extends undefined
    ? { readonly name: Name }
    : { readonly name: Name; readonly input: Input<Name> };
}[NameAt<From>];

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the literal names it returns
export const requestNames = Object.keys(requests) as RequestName[];

export const mayUse = (door: Door, name: RequestName): boolean => {
  const { doors }: { readonly doors: readonly Door[] } = requests[name];
  return doors.includes(door);
};

export const namesAt = <From extends Door>(door: From): readonly NameAt<From>[] =>
  requestNames.filter((name): name is NameAt<From> => mayUse(door, name));

/** What main wants to have seen first, and how often it may come. */
export const limitsOf = (name: NameAt<"window">): Limits => requests[name];
