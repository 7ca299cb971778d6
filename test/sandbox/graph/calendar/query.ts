import type { Answer } from "../../http/answer.ts";
import { badRequest, graphAnswer, type GraphRefusal, refuse } from "../graph-answers.ts";
import type { GraphCall, GraphContext } from "../graph-call.ts";
import { isRefusal } from "../meeting-body.ts";
import { zoneOf } from "./time-zones.ts";

type Entity = Readonly<Record<string, unknown>>;

/** What `Prefer: outlook.timezone="…"` asks for, UTC where nothing is. */
export function preferredZone({ headers }: GraphCall["call"]): string | GraphRefusal {
  const prefer = String(headers["prefer"] ?? "");
  const [, asked = "UTC"] = /outlook\.timezone\s*=\s*"([^"]*)"/iu.exec(prefer) ?? [];
  const message = `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${asked}'.`;
  return zoneOf(asked) === null ? refuse(400, "TimeZoneNotSupportedException", message) : asked;
}

/** Null where every option of the query is one that the call knows. */
export function unknownOption({ url }: GraphCall["call"], known: readonly string[]) {
  const names = known.map((name) => name.toLowerCase());
  const other = [...url.searchParams.keys()].find((name) => !names.includes(name.toLowerCase()));
  return other === undefined ? null : badRequest(`The query option '${other}' is not accepted.`);
}

/** The members that `$select` names; the id and the etag come along unasked. */
export function select(entity: Entity, { url }: GraphCall["call"]): Entity | GraphRefusal {
  const asked = url.searchParams
    .get("$select")
    ?.split(",")
    .map((name) => name.trim());
  const unknown = asked?.find((name) => !(name in entity));
  if (unknown !== undefined) return badRequest(`Could not find a property named '${unknown}'.`);
  if (!asked) return entity;
  const always = ["@odata.etag", "id"];
  const kept = Object.entries(entity).filter(
    ([name]) => asked.includes(name) || always.includes(name),
  );
  return Object.fromEntries(kept);
}

const defaultPage = 10;

/** One page of a collection, with the address of the next. */
export function pageAnswer(
  { baseUrl }: GraphContext,
  { call, caller }: GraphCall,
  resource: string,
  entities: readonly Entity[],
): Answer | GraphRefusal {
  const top = count(call.url.searchParams.get("$top"), defaultPage);
  const skip = count(call.url.searchParams.get("$skip"), 0);
  if (top === null || top === 0 || top > 1_000) return badRequest("Invalid value for '$top'.");
  if (skip === null) return badRequest("Invalid value for '$skip'.");
  const value: Entity[] = [];
  for (const entity of entities.slice(skip, skip + top)) {
    const selected = select(entity, call);
    if (isRefusal(selected)) return selected;
    value.push(selected);
  }
  const next = new URLSearchParams(call.url.searchParams);
  next.set("$skip", String(skip + top));
  const hasMore = entities.length > skip + top;
  return graphAnswer(call.record, 200, {
    "@odata.context": `${baseUrl}/v1.0/$metadata#users('${caller.persona.oid}')/${resource}`,
    value,
    ...(hasMore ? { "@odata.nextLink": `${baseUrl}${call.url.pathname}?${next}` } : {}),
  });
}

/** Null for what is no count. */
function count(text: string | null, otherwise: number): number | null {
  if (text === null) return otherwise;
  return /^\d{1,6}$/u.test(text) ? Number(text) : null;
}
