import { expect, test } from "vitest";

import { doors, pressOften } from "../../torture/clipboard/presses.ts";

test.each(Object.entries(doors))(
  "a clipboard that refuses is never said to have taken a link: %s",
  async (_door, command) => {
    const { lies, ...said } = await pressOften(command, 1, 500);
    expect(lies).toBe(0);
    for (const many of Object.values(said)) expect(many).toBeGreaterThan(5);
  },
);
