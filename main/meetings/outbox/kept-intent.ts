import * as v from "valibot";

import { copyFormats } from "../../contract/copy-formats.ts";
import { meetingOptions } from "../../contract/option-schema.ts";
import type { EventContent, Intent } from "./intent.ts";

const time = v.pipe(v.number(), v.integer());
const nullableText = v.nullable(v.string());

/** Absent in what earlier versions kept. */
export const keptFormat = v.fallback(v.optional(v.nullable(v.picklist(copyFormats)), null), null);

/** The names on disk, which are older than those in the code. */
const aims = { wanted: "wanted", spare: "spare", leaving: "unwanted" } as const;

/**
 * One intent as it is on disk: flat, and readable by every version that ever kept one, older ones too. What
 * somebody typed is sealed, or absent where it could not be.
 */
export const keptIntent = v.pipe(
  v.object({
    id: v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/u)),
    accountKey: v.string(),
    wishedAt: time,
    startAt: time,
    endAt: time,
    sealedSubject: nullableText,
    aim: v.picklist(Object.values(aims)),
    graphId: nullableText,
    sealedGraphId: v.fallback(v.optional(nullableText, null), null),
    // Absent in files of earlier versions.
    kind: v.optional(v.picklist(["link", "event"]), "link"),
    sealedEvent: v.fallback(v.optional(nullableText, null), null),
    options: v.fallback(v.optional(meetingOptions, {}), {}),
    notBefore: v.fallback(v.optional(v.nullable(time), null), null),
    copyFormat: keptFormat,
    earlierStarts: v.fallback(v.optional(v.pipe(v.array(time), v.readonly()), []), []),
  }),
  v.check(({ aim, kind }) => aim !== "spare" || kind === "link"),
);
export type KeptIntent = v.InferOutput<typeof keptIntent>;

export const eventContent = v.object({
  invitees: v.array(v.object({ name: nullableText, address: v.string() })),
  presenters: v.optional(v.array(v.string()), []),
  coOrganizers: v.optional(v.array(v.string()), []),
  message: v.string(),
  recurrence: v.nullable(
    v.object({
      every: v.picklist(["day", "weekday", "week", "month"]),
      until: nullableText,
      count: v.nullable(v.number()),
    }),
  ),
  reminder: v.fallback(v.nullable(v.union([v.number(), v.literal("none")])), null),
  timeZone: v.string(),
});

/** What is never on plain disk where sealing protects. */
export interface Typed {
  readonly subject: string;
  readonly event: EventContent | null;
  readonly graphId: string | null;
  readonly draftId: string | null;
}

export const typedOf = (intent: Intent): Typed => ({
  subject: intent.subject,
  event: intent.aim === "wanted" && intent.kind === "event" ? intent.event : null,
  graphId: graphIdOf(intent),
  draftId: intent.aim === "spare" ? null : intent.draftId,
});

function graphIdOf(intent: Intent): string | null {
  if (intent.aim === "spare") return null;
  if (intent.kind === "link") return intent.graphId;
  return intent.aim === "leaving" ? intent.eventId : null;
}

export interface SealedParts {
  readonly sealedSubject: string | null;
  readonly sealedEvent: string | null;
  readonly sealedGraphId: string | null;
  /** Only where nothing protects. */
  readonly graphId: string | null;
}

export function toKept(intent: Intent, sealed: SealedParts): KeptIntent {
  const { id, accountKey, askedAt, startAt, endAt, kind } = intent;
  const known = { id, accountKey, wishedAt: askedAt, startAt, endAt, kind };
  const rest = { ...known, aim: aims[intent.aim], ...nothingMore, ...sealed };
  switch (intent.aim) {
    case "spare":
      return { ...rest, options: intent.options };
    case "wanted": {
      const { options, copyFormat, earlierStarts } = intent;
      return { ...rest, options, copyFormat, earlierStarts };
    }
    case "leaving": {
      const { notBefore } = intent;
      return intent.kind === "link"
        ? { ...rest, notBefore }
        : { ...rest, notBefore, earlierStarts: intent.earlierStarts };
    }
  }
}

const nothingMore = {
  options: {},
  notBefore: null,
  copyFormat: null,
  earlierStarts: [],
} as const;

export function fromKept(kept: KeptIntent, { subject, event, graphId, draftId }: Typed): Intent {
  const { id, accountKey, wishedAt: askedAt, startAt, endAt, kind, options } = kept;
  const { notBefore, copyFormat, earlierStarts } = kept;
  const known = { id, accountKey, askedAt, startAt, endAt, subject };
  // Whoever wrote it down may have sent it too, and died before the answer.
  const mayExist = true;
  switch (kept.aim) {
    case "spare":
      return { ...known, aim: "spare", kind: "link", options, mayExist };
    case "unwanted": {
      const leaving = { ...known, aim: "leaving", notBefore, draftId } as const;
      return kind === "link"
        ? { ...leaving, kind, graphId }
        : { ...leaving, kind, eventId: graphId, earlierStarts };
    }
    case "wanted": {
      const asked = { options, copyFormat, mayExist, earlierStarts, draftId };
      const wanted = { ...known, aim: "wanted", ...asked } as const;
      return kind === "link" ? { ...wanted, kind, graphId } : { ...wanted, kind, event };
    }
  }
}
