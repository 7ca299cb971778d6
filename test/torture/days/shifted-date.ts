/**
 * Preloaded into a process and all that it starts: their clock begins at QUICK_MEETING_TEST_NOW (ISO 8601) and
 * goes on from there. Only what is asked for the date: timers and what is measured go on as they are.
 */
const from = Date.parse(process.env["QUICK_MEETING_TEST_NOW"] ?? "");
if (Number.isNaN(from)) throw new Error("QUICK_MEETING_TEST_NOW is no instant.");

const RealDate = Date;
const ahead = from - RealDate.now();
const now = (): number => RealDate.now() + ahead;

globalThis.Date = new Proxy(RealDate, {
  construct: (real, values, target) =>
    Reflect.construct(real, values.length === 0 ? [now()] : values, target),
  apply: () => new RealDate(now()).toString(),
  get: (real, name, receiver) => (name === "now" ? now : Reflect.get(real, name, receiver)),
});
