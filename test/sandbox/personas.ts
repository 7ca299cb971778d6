/** A person who can sign in, and what happens to them. */
export interface Persona {
  readonly id: PersonaId;
  /** Object id in the directory that they sign in to. */
  readonly oid: string;
  /** Id of the tenant that they sign in to. */
  readonly tid: string;
  /** Where their account is at home, where that is another tenant: they are a guest. */
  readonly home: { readonly oid: string; readonly tid: string } | null;
  readonly givenName: string;
  readonly surname: string;
  readonly username: string;
  /** Shown under the name on the sign-in page. */
  readonly note: string;
  /** The AADSTS number the sign-in ends with, or null where it succeeds. */
  readonly refusedWith: number | null;
  /** Without a licence, and to a guest, Graph answers every meeting call with 403. */
  readonly hasTeams: boolean;
  /** Permissions beyond the meetings: approved with the sign-in, on a page of their own, or by an administrator only. */
  readonly extraScopes: "with-sign-in" | "asked-apart" | "need-administrator";
  /**
   * Who has a say: themselves, or, as Microsoft's own policy of 2026 has it, for meetings and calendars an
   * administrator alone. That one lets nobody sign in by a code either.
   */
  readonly policy: "open" | "of-2026";
  /** Whether Graph wants a token of a sign-in with a second factor for every meeting call. */
  readonly needsStepUp: boolean;
}

export const personaIds = [
  "megan",
  "alex",
  "nolicence",
  "needs-approval",
  "blocked",
  "lee",
  "guest",
  "personal",
  "extra-consent",
  "extra-approval",
  "step-up",
  "policy-2026",
] as const;
export type PersonaId = (typeof personaIds)[number];

/** Contoso. */
export const homeTenantId = "0f7d6c3a-2b58-4e91-8a45-c1d2e3f40516";
export const fabrikamTenantId = "4b1c7e29-8f36-4d05-b2a9-6e5d4c3b2a19";
/** The one that all personal Microsoft accounts have in common. */
export const personalTenantId = "9188040d-6c67-4c5b-b112-36a304b66dad";

const works = {
  tid: homeTenantId,
  home: null,
  refusedWith: null,
  hasTeams: true,
  extraScopes: "with-sign-in",
  policy: "open",
  needsStepUp: false,
} as const;

export const personas: readonly Persona[] = [
  {
    ...works,
    id: "megan",
    oid: "5c1b7a90-3d24-4f6e-9b18-7e6a5d4c3b21",
    givenName: "Megan",
    surname: "Bowen",
    username: "megan@contoso.com",
    note: "Everything works.",
  },
  {
    ...works,
    id: "alex",
    oid: "2a9d6f04-7b13-4e58-9c21-0d1e2f3a4b5c",
    givenName: "Alex",
    surname: "Okafor",
    username: "alex@contoso.com",
    note: "Everything works: a second account.",
  },
  {
    ...works,
    id: "nolicence",
    oid: "8e4f2d61-9c03-47ab-b5d7-1f2a3b4c5d6e",
    givenName: "Noah",
    surname: "Lindqvist",
    username: "noah@contoso.com",
    note: "Has no Teams licence.",
    hasTeams: false,
  },
  {
    ...works,
    id: "needs-approval",
    oid: "b27c9e15-64fd-4a80-a3c6-d5e4f3a2b1c0",
    givenName: "Ada",
    surname: "Kimani",
    username: "ada@contoso.com",
    note: "An administrator must approve the app first.",
    refusedWith: 90094,
  },
  {
    ...works,
    id: "blocked",
    oid: "e930a5d8-1b7c-4c62-8f49-6a7b8c9d0e1f",
    givenName: "Bruno",
    surname: "Sato",
    username: "bruno@contoso.com",
    note: "Blocked by a policy of the organisation.",
    refusedWith: 53003,
  },
  {
    ...works,
    id: "lee",
    oid: "71c0e4b8-5a2d-4f93-8e16-9b8a7c6d5e4f",
    tid: fabrikamTenantId,
    givenName: "Lee",
    surname: "Gu",
    username: "lee@fabrikam.example",
    note: "Everything works, in another organisation.",
  },
  {
    ...works,
    id: "guest",
    oid: "c4d8a1f7-0e6b-4293-9d5c-2f1e0d9c8b7a",
    home: { oid: "96f2b3e5-1d7a-4c08-a4e9-3c2b1a0f9e8d", tid: fabrikamTenantId },
    givenName: "Robin",
    surname: "Ito",
    username: "robin@fabrikam.example",
    note: "A guest here: may not organise meetings.",
    hasTeams: false,
  },
  {
    ...works,
    id: "personal",
    oid: "00000000-0000-0000-5a3c-9e7d1b2f4a68",
    tid: personalTenantId,
    givenName: "Sam",
    surname: "Rivera",
    username: "sam.rivera@outlook.example",
    note: "A personal account: Graph knows no meetings for it.",
  },
  {
    ...works,
    id: "extra-consent",
    oid: "3e7b9d12-6c84-4f50-91ad-8d7c6b5a4f3e",
    givenName: "Dana",
    surname: "Novak",
    username: "dana@contoso.com",
    note: "Is asked apart for more than meetings.",
    extraScopes: "asked-apart",
  },
  {
    ...works,
    id: "extra-approval",
    oid: "a85f2c60-d9e1-4b37-86f4-0f9e8d7c6b5a",
    givenName: "Ines",
    surname: "Moreau",
    username: "ines@contoso.com",
    note: "An administrator must approve more than meetings.",
    extraScopes: "need-administrator",
  },
  {
    ...works,
    id: "step-up",
    oid: "d06e4a93-2f5b-4718-b3c2-4a5b6c7d8e9f",
    givenName: "Priya",
    surname: "Nair",
    username: "priya@contoso.com",
    note: "Meetings need a second factor.",
    needsStepUp: true,
  },
  {
    ...works,
    id: "policy-2026",
    oid: "6b8e1f53-7a9c-4d20-b5e4-3f2e1d0c9b8a",
    givenName: "Yuki",
    surname: "Haas",
    username: "yuki@contoso.com",
    note: "As most are today: an administrator approves first, and no codes.",
    policy: "of-2026",
  },
];

export const displayName = ({ givenName, surname }: Persona): string => `${givenName} ${surname}`;

export const findPersona = (id: string | null | undefined): Persona | null =>
  personas.find((persona) => persona.id === id) ?? null;

export const findPersonaByOid = (oid: string | undefined): Persona | null =>
  personas.find((persona) => persona.oid === oid) ?? null;

/** Where the account is at home, which is what MSAL knows it by. */
export const homeOf = ({ home, oid, tid }: Persona) => home ?? { oid, tid };

export const isPersonal = ({ tid }: Persona): boolean => tid === personalTenantId;
