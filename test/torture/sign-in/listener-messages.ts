import * as v from "valibot";

/** What the parent asks of the child. */
export const order = v.object({ ask: v.picklist(["open", "memory"]) });
export type Order = v.InferOutput<typeof order>;

/** What the child says. `code` is what the sign-in that waited was given, null where it ended without one. */
export const report = v.variant("tell", [
  v.object({ tell: v.literal("open"), port: v.number(), state: v.string() }),
  v.object({ tell: v.literal("settled"), code: v.nullable(v.string()) }),
  v.object({ tell: v.literal("memory"), rss: v.number(), heapUsed: v.number() }),
]);
export type Report = v.InferOutput<typeof report>;
