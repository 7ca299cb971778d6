import type { Result } from "../../../main/contract/errors.ts";
import { accountIdOf } from "./desks.ts";
import { noteTrouble, type Trouble } from "./diary.ts";
import { endOf, lifetime } from "./identity.ts";
import type { Life } from "./life.ts";

/** After a 429 or 5xx nobody asks again for a minute: nothing can be had before. */
const calmEnough = 61_000;

/** Asks for a token as Graph's client does: once more, by force, where Graph refuses it. */
export async function ask(life: Life, name: string, clockRightSince: number): Promise<void> {
  const { diary, identity, time } = life;
  diary.asks += 1;
  const given = await askOnce(life, name, false);
  if (identity.isRevoked(name) || given === null) return;
  if (endOf(given) > time.trueNow()) return;
  if (endOf(given) - lifetime >= clockRightSince)
    noteTrouble(diary, "expired", `${name} at ${hours(life)}`);
  else diary.expiredByClock += 1;
  const renewed = await askOnce(life, name, true);
  if (renewed !== null && endOf(renewed) <= time.trueNow())
    noteTrouble(diary, "expiredForGood", `${name} at ${hours(life)}`);
}

async function askOnce(life: Life, name: string, forceRefresh: boolean): Promise<string | null> {
  const { diary, identity, time, weather, session } = life;
  const isCalm = weather.calmMilliseconds() > calmEnough;
  const accountId = accountIdOf(name);
  const result = await time.until(session().token({ accountId, forceRefresh }));
  if (result.ok) return result.value;
  const trouble = identity.isRevoked(name) ? null : troubleOf(result, isCalm);
  if (trouble)
    noteTrouble(diary, trouble, `${name} at ${hours(life)}: ${JSON.stringify(result.error)}`);
  return null;
}

function troubleOf({ error }: Result<string> & { ok: false }, isCalm: boolean): Trouble | null {
  if (error.kind === "sign-in-again" || error.kind === "not-signed-in") return "needlessPrompts";
  return isCalm ? "refused" : null;
}

const hours = ({ time }: Life) => `${(time.uptime() / 3_600_000).toFixed(3)} h`;
