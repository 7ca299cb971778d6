import { is, meaningOf, type Token } from "./tokens.ts";

/** A length as typed: "1 h 30 min", "two weeks". */
export interface Quantity {
  readonly minutes: number;
  readonly days: number;
  readonly months: number;
  readonly next: number;
}

/** "in 20 min", "in around 2 days 3 hours", "2 hours from now" */
export function readDelay(tokens: readonly Token[], index: number): Quantity | null {
  const isIn = is(tokens[index], "in");
  const at = isIn ? pastFillers(tokens, index + 1) : index;
  const quantity = readQuantity(tokens, at, true) ?? (isIn ? readUncounted(tokens, at) : null);
  if (!quantity) return null;
  const isFromNow = is(tokens[quantity.next], "from-now");
  if (!isIn && !isFromNow) return null;
  return isFromNow ? { ...quantity, next: quantity.next + 1 } : quantity;
}

/** "za miesiąc", "za rok": in Polish and Arabic one is not counted. */
const readUncounted = (tokens: readonly Token[], index: number): Quantity | null =>
  is(tokens[index - 1], "in") && /^(?:za|بعد)$/iu.test(tokens[index - 1]?.raw ?? "")
    ? units(1, tokens[index], index + 1)
    : null;

function pastFillers(tokens: readonly Token[], index: number): number {
  let at = index;
  while (is(tokens[at], "filler") && !is(tokens[at], "number")) at += 1;
  return at;
}

/** `mixes` lets hours follow days: of a meeting's length nobody says so. */
export function readQuantity(
  tokens: readonly Token[],
  index: number,
  mixes = false,
): Quantity | null {
  let sum = readPart(tokens, index);
  while (sum) {
    const after = afterLink(tokens, sum.next);
    const more = readHalfAgain(tokens, sum) ?? readPart(tokens, after);
    const isMixed = more !== null && (sum.minutes === 0) !== (more.minutes === 0);
    if (!more || (isMixed && !(mixes && mayFollowDays(tokens, sum, after)))) break;
    sum = {
      minutes: sum.minutes + more.minutes,
      days: sum.days + more.days,
      months: sum.months + more.months,
      next: more.next,
    };
  }
  return sum;
}

/** "1d, 2h", "a day and 2 hours": past the comma and the "and". */
function afterLink(tokens: readonly Token[], index: number): number {
  const isComma = tokens[index]?.shape === "mark" && tokens[index].raw === ",";
  const at = isComma ? index + 1 : index;
  return is(tokens[at], "and") ? at + 1 : at;
}

/** "In two weeks 14h": the hours are a time, unless the days are as short: "in 1d 4h". */
function mayFollowDays(tokens: readonly Token[], sum: Quantity, index: number): boolean {
  if (sum.minutes > 0) return false;
  return tokens[index]?.shape !== "hours" || tokens[sum.next - 1]?.raw.length === 1;
}

/** "an hour and a half" */
function readHalfAgain(tokens: readonly Token[], { minutes, next }: Quantity): Quantity | null {
  const half = meaningOf(tokens[next], "half");
  if (!half || minutes === 0 || minutes % 60 !== 0 || is(tokens[next + 1], "minutes")) return null;
  return { minutes: half.value, days: 0, months: 0, next: next + 1 };
}

function readPart(tokens: readonly Token[], index: number): Quantity | null {
  const token = tokens[index];
  if (token?.shape === "hours")
    return part(Number(token.hour) * 60 + Number(token.minute ?? 0), 0, 0, index + 1);
  const half = meaningOf(token, "half");
  if (half && meaningOf(tokens[index + 1], "minutes")?.value === 60)
    return part(half.value, 0, 0, index + 2);
  // "a quarter of an hour" and "Dreiviertelstunde" count themselves.
  const length = meaningOf(token, "length");
  if (length) return part(length.value, 0, 0, index + 1);
  const count = countAt(token);
  return count === null || opensTime(tokens, index + 1)
    ? null
    : units(count, tokens[index + 1], index + 2);
}

/** The "ore" of "lunedì 30 ore 9". */
export function opensTime(tokens: readonly Token[], index: number): boolean {
  const [word, hour, unit] = tokens.slice(index, index + 3);
  const isHour = hour?.shape === "clock" || (hour?.shape === "number" && Number(hour.digits) < 25);
  return is(word, "at") && is(word, "minutes") && isHour && !is(unit, "minutes");
}

function units(count: number, unit: Token | undefined, next: number): Quantity | null {
  const minutes = meaningOf(unit, "minutes");
  // "1430h" is half past two.
  if (minutes?.value === 60 && count >= 100) return null;
  if (minutes) return part(Math.round(count * minutes.value), 0, 0, next);
  const days = meaningOf(unit, "days");
  if (days && Number.isInteger(count)) return part(0, count * days.value, 0, next);
  const months = meaningOf(unit, "months");
  return months && Number.isInteger(count) ? part(0, 0, count * months.value, next) : null;
}

function countAt(token: Token | undefined): number | null {
  if (token?.shape === "number" && token.digits.length <= 4) return Number(token.digits);
  if (token?.shape === "pair") return Number(`${token.left}.${token.right}`);
  return meaningOf(token, "number")?.value ?? null;
}

const part = (minutes: number, days: number, months: number, next: number): Quantity => ({
  minutes,
  days,
  months,
  next,
});
