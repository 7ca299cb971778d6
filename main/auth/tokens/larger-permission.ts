import { type AppError, type Result } from "../../contract/errors.ts";
import type { Accounts, TokenRequest } from "../accounts.ts";
import type { ExtraPermission } from "../permissions.ts";
import type { AccessToken } from "./recent-tokens.ts";

/** Graph takes the larger where the smaller is due. */
const larger: Partial<Record<ExtraPermission, ExtraPermission>> = { "calendar-read": "calendar" };

/**
 * A token for the permission that is asked for, or for a larger one: Entra knows scopes by name alone, and would have
 * the person approve Calendars.Read beside Calendars.ReadWrite. What was granted is remembered, to be asked for first.
 */
export function createLargerPermission() {
  const granted = new Map<string, ExtraPermission>();

  return async (accounts: Accounts, request: TokenRequest): Promise<Result<AccessToken>> => {
    const [wanted, ...others] = request.permissions ?? [];
    const wider = wanted && others.length === 0 ? larger[wanted] : undefined;
    if (!wanted || !wider) return accounts.token(request);
    const { accountId } = request;
    const ask = async (permission: ExtraPermission) => {
      const token = await accounts.token({ ...request, permissions: [permission] });
      if (token.ok) granted.set(accountId, permission);
      return token;
    };
    const isWide = granted.get(accountId) === wider;
    const first = await ask(isWide ? wider : wanted);
    if (first.ok || !isMissing(first.error)) return first;
    const second = await ask(isWide ? wanted : wider);
    return second.ok || isWide ? second : first;
  };
}

/** Not that the whole sign-in has ended, as far as Microsoft said. */
const isMissing = (error: AppError): boolean =>
  error.kind === "sign-in-again" &&
  (error.reason === null ||
    error.reason === "approval-needed" ||
    error.reason === "admin-approval-needed");
