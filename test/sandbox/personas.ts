/** A person of the sample organisation, and what happens to them. */
export interface Persona {
  readonly id: PersonaId;
  /** Object id in the directory. */
  readonly oid: string;
  /** Tenant id. */
  readonly tid: string;
  readonly givenName: string;
  readonly surname: string;
  readonly username: string;
  /** Shown under the name on the sign-in page. */
  readonly note: string;
  /** The AADSTS number the sign-in ends with, or null where it succeeds. */
  readonly refusedWith: number | null;
  /** Without a licence Graph answers every meeting call with 403. */
  readonly hasTeams: boolean;
}

export const personaIds = ["megan", "alex", "nolicence", "needs-approval", "blocked"] as const;
export type PersonaId = (typeof personaIds)[number];

export const homeTenantId = "0f7d6c3a-2b58-4e91-8a45-c1d2e3f40516";

const works = { tid: homeTenantId, refusedWith: null, hasTeams: true };

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
];

export const displayName = ({ givenName, surname }: Persona): string => `${givenName} ${surname}`;

export const findPersona = (id: string | null | undefined): Persona | null =>
  personas.find((persona) => persona.id === id) ?? null;

export const findPersonaByOid = (oid: string | undefined): Persona | null =>
  personas.find((persona) => persona.oid === oid) ?? null;
