/** How Microsoft Entra words its refusals in OAuth terms. Numbers as in its list of error codes; the texts are ours. */
export interface Refusal {
  readonly error: string;
  readonly says: string;
  readonly suberror?: string;
  readonly status?: number;
}

const grant = (says: string, suberror?: string): Refusal =>
  suberror === undefined
    ? { error: "invalid_grant", says }
    : { error: "invalid_grant", says, suberror };
const interaction = (says: string, suberror = "basic_action"): Refusal => ({
  error: "interaction_required",
  says,
  suberror,
});
const client = (says: string): Refusal => ({ error: "invalid_client", says, status: 401 });

/** @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const refusals: Readonly<Record<number, Refusal>> = {
  16000: interaction("The account is not known in this organisation."),
  50011: { error: "invalid_request", says: "The redirect address is not registered." },
  50020: grant("The person is not a member of this organisation."),
  50034: grant("There is no such account in this organisation."),
  50053: grant("The account is locked."),
  50055: grant("The password has expired."),
  50057: grant("The account is disabled."),
  50058: { error: "login_required", says: "Nobody is signed in in this browser." },
  50076: interaction("The organisation asks for a second factor."),
  50079: interaction("The person must set up a second factor."),
  50105: grant("The person is not assigned to this app."),
  50173: grant("The grant was revoked. A fresh sign-in is needed.", "bad_token"),
  50196: grant("The app asks for the same token in a loop."),
  53000: interaction("The device must be managed.", "message_only"),
  53003: {
    error: "access_denied",
    says: "A policy of the organisation blocks this access.",
    suberror: "message_only",
  },
  54005: grant("The code was already redeemed."),
  65001: grant("The person has not approved the app.", "consent_required"),
  65004: { error: "access_denied", says: "The person declined to approve the app." },
  65005: { error: "invalid_client", says: "The app asks for something it is not registered for." },
  70000: grant("The grant is not valid.", "bad_token"),
  70003: { error: "unsupported_grant_type", says: "This kind of grant is not supported." },
  70008: grant("The grant has expired.", "bad_token"),
  70016: { error: "authorization_pending", says: "The person has not finished yet." },
  70018: { error: "bad_verification_code", says: "The device code is not known." },
  70019: { error: "expired_token", says: "The device code has expired." },
  70043: grant("The organisation asks for a new sign-in.", "bad_token"),
  80013: grant("The clocks differ too much."),
  90002: { error: "invalid_request", says: "There is no such organisation." },
  90033: { error: "temporarily_unavailable", says: "The service is busy.", status: 503 },
  90072: grant("The account is from another organisation."),
  90094: { error: "access_denied", says: "An administrator must approve the app." },
  500112: grant("The redirect address is not the one the code was sent to."),
  500113: { error: "invalid_request", says: "No redirect address is registered." },
  501481: grant("The code verifier does not match the code challenge."),
  530032: {
    error: "access_denied",
    says: "A security policy of the organisation does not allow this way to sign in.",
    suberror: "message_only",
  },
  650053: { error: "invalid_client", says: "The app asks for a permission that does not exist." },
  700016: { error: "unauthorized_client", says: "There is no such app in this organisation." },
  700082: grant("The refresh token expired: it was not used for too long.", "bad_token"),
  900144: { error: "invalid_request", says: "A parameter is missing." },
  7000218: client("A client secret or assertion is required."),
  9002313: { error: "invalid_request", says: "The request is malformed." },
};

const unlisted: Refusal = grant("The request was refused.");

export const refusalFor = (aadsts: number): Refusal => refusals[aadsts] ?? unlisted;
