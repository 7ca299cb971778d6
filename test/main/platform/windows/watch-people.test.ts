import { EventEmitter } from "node:events";

import { describe, expect, test } from "vitest";

import {
  actOfFinger,
  actOfKey,
  actOfMouse,
  watchPeople,
} from "../../../../main/platform/windows/watch-people.ts";
import { anApp, someContents } from "../../../fakes/electron-emitters.ts";

const key = (name: string, more: Partial<Parameters<typeof actOfKey>[0]> = {}) =>
  actOfKey({
    type: "keyDown",
    key: name,
    isAutoRepeat: false,
    isComposing: false,
    control: false,
    meta: false,
    alt: false,
    ...more,
  });

describe("keys", () => {
  test.each(["Enter", " "])("%j presses, and its end lets go", (name) => {
    expect(key(name)).toBe("press");
    expect(key(name, { type: "keyUp" })).toBe("release");
  });

  test("so does a shortcut of the app's", () => {
    expect(key("c", { control: true })).toBe("press");
    expect(key("z", { meta: true })).toBe("press");
    expect(key("Enter", { control: true })).toBe("press");
  });

  test.each(["a", "ß", "Tab", "ArrowDown", "Delete", "F5", "Backspace"])("%s only uses", (name) => {
    expect(key(name)).toBe("use");
  });

  test("what types with AltGr, is still being composed, or repeats itself, presses nothing", () => {
    expect(key("@", { control: true, alt: true })).toBe("use");
    expect(key("Enter", { isComposing: true })).toBe("use");
    expect(key("Enter", { isAutoRepeat: true })).toBe("use");
  });

  test.each(["Shift", "Control", "Alt", "Meta", "Escape"])("%s is nothing yet", (name) => {
    expect(key(name)).toBeNull();
    expect(key(name, { control: true })).toBeNull();
  });
});

test("the left button presses, the others use, and moving is nothing", () => {
  expect(actOfMouse({ type: "mouseDown", button: "left" })).toBe("press");
  expect(actOfMouse({ type: "mouseUp", button: "left" })).toBe("release");
  expect(actOfMouse({ type: "mouseDown", button: "right" })).toBe("use");
  expect(actOfMouse({ type: "mouseUp", button: "right" })).toBeNull();
  for (const type of [
    "mouseMove",
    "mouseEnter",
    "mouseLeave",
    "mouseWheel",
    "contextMenu",
  ] as const)
    expect(actOfMouse({ type }), type).toBeNull();
});

test("a finger presses when it taps, and not when it scrolls", () => {
  expect(actOfFinger("gestureTap")).toBe("press");
  expect(actOfFinger("touchStart")).toBe("use");
  for (const type of ["gestureScrollBegin", "touchMove", "touchEnd", "mouseDown", "pointerDown"])
    expect(actOfFinger(type), type).toBeNull();
});

function desk() {
  const at = { now: 0, features: [] as string[], isVisible: true, isFocused: true };
  const app = anApp(() => at.features);
  const personAt = watchPeople(app, () => at.now);
  const webContents = someContents();
  const window = Object.assign(new EventEmitter(), {
    webContents,
    isDestroyed: () => false,
    isVisible: () => at.isVisible,
    isMinimized: () => false,
    isFocused: () => at.isFocused,
  });
  app.emit("browser-window-created", {}, window);
  return { at, personAt, webContents, window, person: personAt(webContents) };
}

test("a click in the window is one gesture of who is there, and of nobody at another window", () => {
  const { personAt, webContents, person } = desk();
  webContents.emit("before-mouse-event", {}, { type: "mouseDown", button: "left" });
  webContents.emit("before-mouse-event", {}, { type: "mouseUp", button: "left" });
  expect(person?.isPresent()).toBe(true);
  expect([person?.takeGesture(), person?.takeGesture()]).toEqual([true, false]);
  expect(personAt(someContents())).toBeNull();
});

test("keys and fingers are seen as well, and a window that went has nobody", () => {
  const { at, webContents, window, person } = desk();
  webContents.emit("before-input-event", {}, { type: "keyDown", key: "Enter" });
  expect(person?.takeGesture()).toBe(true);
  webContents.emit("input-event", {}, { type: "gestureTap" });
  expect(person?.takeGesture()).toBe(true);
  webContents.emit("input-event", {}, { type: "gestureTap" });
  at.isVisible = false;
  window.emit("hide");
  at.isVisible = true;
  window.emit("show");
  expect([person?.takeGesture(), person?.isPresent()]).toEqual([false, false]);
});

test("assisted is who has a screen reader at work and the window in front of them", () => {
  const { at, person } = desk();
  const isAssisted = () => person?.isAssisted();
  expect(isAssisted()).toBe(false);
  at.features = ["nativeAPIs"];
  expect(isAssisted()).toBe(false);
  at.features = ["nativeAPIs", "webContents", "screenReader"];
  expect(isAssisted()).toBe(true);
  at.isFocused = false;
  expect(isAssisted()).toBe(false);
  at.isFocused = true;
  at.isVisible = false;
  expect(isAssisted()).toBe(false);
});
