import type { AppError, SignInRefusal } from "../../contract/errors.ts";
import type { AdminMessage } from "../../contract/state.ts";
import type { OrganisationDescriptor } from "../../base/organisation.ts";
import { joinFacts, type Words } from "../../base/words.ts";
import {
  everyPermission,
  type ExtraPermission,
  permissionNames,
  scopesFor,
} from "../permissions.ts";

/** Which message goes with a refusal that only an administrator can end. */
const topics: Partial<Record<SignInRefusal, "approval" | "assignment" | "registration">> = {
  "admin-approval-needed": "approval",
  "app-not-assigned": "assignment",
  "permissions-missing": "registration",
  "platform-wrong": "registration",
  "public-client-off": "registration",
  "redirect-missing": "registration",
  "registration-wrong": "registration",
  "service-not-enabled": "registration",
  "single-tenant": "registration",
};

/**
 * What an admin needs to decide and to act. Approval is asked for everything there is, once and at one address: in most
 * organisations people may approve none of it themselves.
 */
export function adminMessage(
  error: AppError,
  descriptor: OrganisationDescriptor,
  words: Words,
  at: Date,
  permissions: readonly ExtraPermission[],
): AdminMessage | null {
  const reason = "reason" in error ? error.reason : null;
  const topic = reason === null ? undefined : topics[reason];
  if (!topic || reason === null) return null;
  const say = (key: string, values: Record<string, string> = {}) =>
    words(`adminMessage.${key}`, values);
  const what = topic === "registration" ? `registration.${reason}` : `${topic}.what`;
  const { requestId = null } = ("trace" in error && error.trace) || {};
  const lines = [
    say("hello"),
    "",
    say(what, { permissions: joinFacts(permissionNames(permissions), words) }),
    ...(topic === "approval" ? ["", ...permissionLines(descriptor, say)] : []),
    "",
    say("clientId", { clientId: descriptor.clientId }),
    say("tenant", { tenant: descriptor.authority.split("/").at(-1) ?? "" }),
    ...(requestId === null ? [] : [say("correlationId", { correlationId: requestId })]),
    say("date", { date: at.toISOString().slice(0, 10) }),
  ];
  return { subject: say(`${topic}.subject`), body: lines.join("\n") };
}

function permissionLines(
  descriptor: OrganisationDescriptor,
  say: (key: string) => string,
): string[] {
  const lines = permissionNames(everyPermission).map(
    (name) => `- ${name}: ${say(`permission.${name.replaceAll(".", "")}`)}`,
  );
  const here = [say("approval.here"), approvalAddress(descriptor)];
  return [say("approval.permissions"), ...lines, say("approval.optional"), "", ...here];
}

/**
 * Where an administrator approves the app for everybody.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
 */
export function approvalAddress(organisation: OrganisationDescriptor): string {
  const url = new URL(`${organisation.authority}/v2.0/adminconsent`);
  const graph = new URL(organisation.graphBaseUrl).origin;
  // This endpoint knows no default resource.
  const named = (scope: string) => (scope.startsWith("https://") ? scope : `${graph}/${scope}`);
  url.searchParams.set("client_id", organisation.clientId);
  url.searchParams.set("scope", scopesFor(organisation, everyPermission).map(named).join(" "));
  url.searchParams.set("redirect_uri", "http://localhost");
  return url.href;
}

/** To be pasted wherever the person writes to their admin. */
export const wholeText = ({ subject, body }: AdminMessage): string => `${subject}\n\n${body}`;

/** A mail without a recipient: who the admin is, the person knows. */
export function mailAddress({ subject, body }: AdminMessage): string {
  const lines = body.replaceAll("\n", "\r\n");
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`;
}
