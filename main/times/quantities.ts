import { is, meaningOf, type Token } from "./tokens.ts";

/** A length as typed: "1 h 30 min", "two weeks". */
export interface Quantity {
  readonly minutes: number;
  readonly days: number;
  readonly months: number;
  readonly next: number;
}

export function readQuantity(tokens: readonly Token[], index: number): Quantity | null {
  let sum = readPart(tokens, index);
  while (sum) {
    const after = is(tokens[sum.next], "and") ? sum.next + 1 : sum.next;
    const more = readHalfAgain(tokens, sum) ?? readPart(tokens, after);
    // "in two weeks 14h": the hours are a time.
    if (!more || (sum.minutes === 0) !== (more.minutes === 0)) break;
    sum = {
      minutes: sum.minutes + more.minutes,
      days: sum.days + more.days,
      months: sum.months + more.months,
      next: more.next,
    };
  }
  return sum;
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
  const minutes = meaningOf(token, "minutes")?.value ?? 0;
  // "a quarter of an hour" and "Dreiviertelstunde" count themselves.
  if (minutes > 1 && minutes < 60) return part(minutes, 0, 0, index + 1);
  const count = countAt(token);
  return count === null ? null : units(count, tokens[index + 1], index + 2);
}

function units(count: number, unit: Token | undefined, next: number): Quantity | null {
  const minutes = meaningOf(unit, "minutes");
  if (minutes) return part(Math.round(count * minutes.value), 0, 0, next);
  const days = meaningOf(unit, "days");
  if (days && Number.isInteger(count)) return part(0, count * days.value, 0, next);
  return is(unit, "months") && Number.isInteger(count) ? part(0, 0, count, next) : null;
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
