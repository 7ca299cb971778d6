type SecretKind =
  | "access-token"
  | "refresh-token"
  | "id-token"
  | "code"
  | "code-verifier"
  | "device-code";

export interface Secret {
  readonly kind: SecretKind;
  readonly value: string;
}

/** Every secret that was ever handed out, for the search that must find none of them in a file or a log. */
export interface Secrets {
  add(kind: SecretKind, value: unknown): void;
  all(): readonly Secret[];
}

export function createSecrets(): Secrets {
  const kinds = new Map<string, SecretKind>();
  return {
    add(kind, value) {
      if (typeof value === "string" && value !== "") kinds.set(value, kind);
    },
    all: () => Array.from(kinds, ([value, kind]) => ({ kind, value })),
  };
}
