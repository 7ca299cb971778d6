import type { Session } from "../auth/session.ts";
import type { SignInFlow } from "../auth/sign-in/sign-in-flow.ts";
import type { Calendar } from "../calendar/create-calendar.ts";
import type { AppError, ErrorPlace } from "../contract/errors.ts";
import type { Creation } from "../contract/meeting.ts";

/** What is wrong now, place by place. */
export type Errors = Readonly<Record<ErrorPlace, () => AppError | null>>;

export interface ErrorsDependencies {
  readonly session: Pick<Session, "state">;
  readonly signIn: Pick<SignInFlow, "state">;
  readonly calendar: Pick<Calendar, "state">;
  readonly creation: () => Creation;
}

/** As whoever it happened to knows it. */
export const createErrors = ({
  session,
  signIn,
  calendar,
  creation,
}: ErrorsDependencies): Errors => ({
  session() {
    const state = session.state();
    return state.kind === "expired" || state.kind === "signed-out" ? state.error : null;
  },
  signIn() {
    const state = signIn.state();
    return state.kind === "failed" ? state.error : null;
  },
  creation() {
    const state = creation();
    if (state.kind === "created") return state.unset;
    return state.kind === "failed" ? state.error : null;
  },
  upcoming() {
    const state = calendar.state();
    return state.kind === "failed" ? state.error : null;
  },
});
