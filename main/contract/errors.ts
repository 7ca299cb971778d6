import type * as v from "valibot";

import type {
  appError,
  eventProblems,
  organisationProblems,
  recurrenceProblem,
  scheduleProblems,
  signInRefusal,
  timeProblem,
  trace,
} from "./error-schema.ts";

/** What the schemas say, apart from them: windows need not load what checks errors. */
export type Trace = v.InferOutput<typeof trace>;
export type SignInRefusal = v.InferOutput<typeof signInRefusal>;
export type TimeProblem = v.InferOutput<typeof timeProblem>;
export type RecurrenceProblem = v.InferOutput<typeof recurrenceProblem>;
export type EventProblems = v.InferOutput<typeof eventProblems>;
export type ScheduleProblems = v.InferOutput<typeof scheduleProblems>;
export type OrganisationProblems = v.InferOutput<typeof organisationProblems>;
export type AppError = v.InferOutput<typeof appError>;

/** Of a form that can be sent. */
export const noProblems: ScheduleProblems = {
  subject: null,
  start: null,
  end: null,
  presenters: null,
  coOrganizers: null,
  event: null,
};

export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: AppError };

export const ok = <Value>(value: Value): Result<Value> => ({ ok: true, value });
export const fail = (error: AppError): { readonly ok: false; readonly error: AppError } => ({
  ok: false,
  error,
});

/** Where in the state a person finds an error whose details they may want to send on. */
export const errorPlaces = ["session", "signIn", "creation", "upcoming"] as const;
export type ErrorPlace = (typeof errorPlaces)[number];
