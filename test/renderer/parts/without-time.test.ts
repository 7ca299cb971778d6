import { expect, test } from "vitest";

import { withoutTime } from "../../../renderer/schedule/when/without-time.ts";

test.each([
  ["Design review tomorrow 14:30", 14, 28, "Design review"],
  ["tomorrow 14:30: Design review", 0, 14, "Design review"],
  ["Review, friday 10, with Zoë", 8, 17, "Review with Zoë"],
  ["1:1 Zoë – in 20 min", 10, 19, "1:1 Zoë"],
  ["tomorrow", 0, 8, ""],
])("%j without its time", (text, from, to, rest) => {
  expect(withoutTime(text, from, to)).toBe(rest);
});
