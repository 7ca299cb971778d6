import { expect, test } from "vitest";

import { memoryLog } from "../../fakes/memory-log.ts";

test.each([
  ["https://teams.microsoft.com/l/meetup-join/19%3a?p=1", "[link]"],
  ["http://localhost:5000/?code=1", "[link]"],
  ["megan.bowen@contoso.com", "[address]"],
  ["eyJhbGciOiJSUzI1NiJ9AAAA.eyJzdWIiOiIxMjM0.sig-nature", "[token]"],
  ["0.AXoA".padEnd(80, "q"), "[secret]"],
  ["M.C107_BAY".padEnd(90, "Z"), "[secret]"],
])("%s is logged as %s", (secret, shown) => {
  const { log, lines } = memoryLog();
  log.info("event", { field: secret });
  expect(lines).toEqual([`event field=${shown}`]);
});

test("a field cannot start a line of its own", () => {
  const { log, lines } = memoryLog();
  log.warn("event", { field: "one\nerror: forged" });
  expect(lines).toEqual(["event field=one error: forged"]);
});

test("a line has an end", () => {
  const { log, lines } = memoryLog();
  log.error("event", { field: "a b ".repeat(500) });
  expect(lines[0]?.length).toBeLessThan(330);
});
