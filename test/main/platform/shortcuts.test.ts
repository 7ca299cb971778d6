import { expect, test } from "vitest";

import { createShortcuts } from "../../../main/platform/shortcuts.ts";

/** `forgets` is whether the system lets go of it when it is asked to. */
function setUp({ takes = true, forgets = true } = {}) {
  const taken = new Map<string, () => void>();
  const person = { isEnabled: true, pressed: 0 };
  const register = createShortcuts({
    system: {
      register(accelerator: string, callback: () => void) {
        if (takes) taken.set(accelerator, callback);
        return takes;
      },
      unregister(accelerator: string) {
        if (forgets) taken.delete(accelerator);
      },
    },
    platform: "linux",
    isEnabled: () => person.isEnabled,
    onAsk: () => void (person.pressed += 1),
  });
  return { register, person, press: () => taken.get("Alt+Shift+M")?.() };
}

test("switched off it does nothing, also where the system goes on delivering it", () => {
  for (const forgets of [true, false]) {
    const { register, person, press } = setUp({ forgets });
    expect(register()).toBe("Alt+Shift+M");
    press();
    person.isEnabled = false;
    press();
    expect(register()).toBeNull();
    press();
    expect(person.pressed).toBe(1);
  }
});

test("one that the system does not take is said", () => {
  const { register, person, press } = setUp({ takes: false });
  expect(register()).toBeNull();
  press();
  expect(person.pressed).toBe(0);
});
