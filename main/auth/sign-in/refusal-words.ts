import type { SignInRefusal } from "../../contract/errors.ts";

/**
 * Which sentence goes with which AADSTS number. Microsoft forbids deciding anything on a number: it
 * may change at any time, so an unknown one falls back to the OAuth error's own sentence.
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const numbers: Readonly<Record<SignInRefusal, readonly number[]>> = {
  "account-disabled": [50057],
  "account-locked": [50053],
  "account-not-in-organisation": [16000, 16001, 50020, 50034, 50128, 51004, 90072],
  "admin-approval-needed": [90008, 90093, 90094, 90095],
  "answer-lost": [],
  "app-not-assigned": [50105],
  "app-or-organisation-not-found": [50059, 70001, 700016, 7000112, 90002],
  "approval-needed": [65001],
  "blocked-by-policy": [50005, 500021, 53003, 53004, 530032, 530035],
  busy: [50033, 50196, 90006, 90012, 90024, 90033, 90055, 90090],
  "clock-wrong": [80013],
  "code-exchange-failed": [501481, 54005],
  "code-expired": [70019],
  "code-not-allowed": [70018],
  declined: [65004],
  "device-not-managed": [50097, 50129, 50131, 50155, 53000, 53001, 53002],
  "password-expired": [50055, 50144],
  "password-wrong": [50056, 50126],
  "permissions-missing": [650056, 650057, 65005, 70011],
  "platform-wrong": [700084, 9002326, 9002327],
  "public-client-off": [7000215, 7000218],
  "redirect-missing": [50011, 500112, 500113, 900971],
  "registration-wrong": [70002, 70003, 70004, 90014, 900144],
  "server-failed": [],
  "service-not-enabled": [500011, 500014, 650052],
  "session-ended": [50058, 50089, 50133, 50173, 70000, 70008, 700082, 70043],
  "single-tenant": [50194],
  "verification-needed": [50074, 50076, 50078, 50158, 500121],
  "verification-not-set-up": [50072, 50079],
};

const codes: Readonly<Record<string, SignInRefusal>> = {
  access_denied: "declined",
  account_selection_required: "account-not-in-organisation",
  authorization_declined: "declined",
  bad_verification_code: "code-expired",
  consent_required: "approval-needed",
  device_code_expired: "code-expired",
  expired_token: "code-expired",
  interaction_required: "verification-needed",
  invalid_client: "public-client-off",
  invalid_grant: "code-exchange-failed",
  invalid_request: "registration-wrong",
  invalid_resource: "service-not-enabled",
  invalid_scope: "permissions-missing",
  login_required: "session-ended",
  nonce_mismatch: "code-exchange-failed",
  server_error: "busy",
  state_mismatch: "code-exchange-failed",
  temporarily_unavailable: "busy",
  token_parsing_error: "code-exchange-failed",
  unauthorized_client: "app-or-organisation-not-found",
  unsupported_grant_type: "registration-wrong",
  unsupported_response_type: "registration-wrong",
  user_timeout_reached: "code-expired",
};

/** Entra's refinement of invalid_grant and interaction_required. */
const suberrors: Readonly<Record<string, SignInRefusal>> = {
  additional_action: "verification-needed",
  bad_token: "session-ended",
  basic_action: "verification-needed",
  client_mismatch: "session-ended",
  consent_required: "approval-needed",
  device_authentication_failed: "device-not-managed",
  message_only: "blocked-by-policy",
  protection_policy_required: "device-not-managed",
  token_expired: "session-ended",
  user_password_expired: "password-expired",
};

const byNumber = new Map<number, SignInRefusal>();
for (const [reason, list] of Object.entries(numbers))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.entries forgets the key type
  for (const number of list) byNumber.set(number, reason as SignInRefusal);

const look = (table: Readonly<Record<string, SignInRefusal>>, key: string) =>
  Object.hasOwn(table, key) ? table[key] : undefined;

export interface RefusalSigns {
  /** OAuth's error, or MSAL's own code. */
  readonly code: string;
  readonly suberror: string;
  /** The AADSTS number, or null. */
  readonly number: number | null;
}

/** The most telling sentence there is, or null where nobody foresaw this refusal. */
export const refusalWords = ({ code, suberror, number }: RefusalSigns): SignInRefusal | null =>
  (number === null ? undefined : byNumber.get(number)) ??
  look(suberrors, suberror) ??
  look(codes, code) ??
  null;
