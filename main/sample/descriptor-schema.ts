import * as v from "valibot";

const text = v.pipe(v.string("must be a text"), v.nonEmpty("must not be empty"));

const loopbackHosts = new Set(["127.0.0.1", "localhost"]);

/** HTTPS, or plain HTTP that stays on this computer: the same rule as in network.ts. */
function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== "" || password !== "") return false;
  return protocol === "https:" || (protocol === "http:" && loopbackHosts.has(hostname));
}

const safeAddress = v.pipe(
  text,
  v.check(isSafe, "must be an https address, or http on 127.0.0.1 or localhost"),
);

/** MSAL takes no other authority; endpoints on this computer go into authorityMetadata. */
const httpsAddress = v.pipe(
  text,
  v.check((address) => isSafe(address) && address.startsWith("https:"), "must be an https address"),
);

/** The members of an OpenID discovery document that MSAL cannot do without; others stay as they are. */
const metadata = v.looseObject(
  {
    issuer: text,
    authorization_endpoint: safeAddress,
    token_endpoint: safeAddress,
    jwks_uri: safeAddress,
    end_session_endpoint: v.optional(safeAddress),
  },
  "must be an OpenID discovery document",
);

const isMetadataText = (json: string): boolean =>
  json === "" || v.is(v.pipe(v.string(), v.parseJson(), metadata), json);

const metadataRule =
  "must be an OpenID discovery document, as an object or as JSON text, with safe addresses";

/** As JSON text or as an object; "" leaves it to what MSAL knows itself. */
const authorityMetadata = v.union(
  [
    v.pipe(v.string(), v.check(isMetadataText, metadataRule)),
    v.pipe(
      metadata,
      v.transform((document) => JSON.stringify(document)),
    ),
  ],
  metadataRule,
);

/** What a file may say of an organisation. Its members are those of OrganisationDescriptor. */
export const descriptorSchema = v.object(
  {
    clientId: text,
    authority: httpsAddress,
    knownAuthorities: v.optional(v.array(text, "must be a list of host names"), []),
    authorityMetadata: v.optional(authorityMetadata, ""),
    graphBaseUrl: v.pipe(
      safeAddress,
      v.transform((address) => address.replace(/\/+$/u, "")),
    ),
  },
  (issue) => (issue.expected === "Object" ? "must be an object" : "is missing"),
);
