import { expect, test } from "vitest";

import { type Bringable, comeForward } from "../../../../main/platform/windows/come-forward.ts";

/** A desktop with two workspaces, where the person looks at the first one. */
class Window implements Bringable {
  workspace: 1 | 2 | "all" = 1;
  isShown = true;
  isSmall = false;
  hasFocus = false;
  dockPlaces = 0;
  isMinimized = () => this.isSmall;
  isVisible = () => this.isShown;
  isFocused = () => this.hasFocus;
  restore() {
    this.isSmall = false;
  }
  show() {
    this.isShown = true;
  }
  /** Only what is in sight gets the focus. */
  focus() {
    this.hasFocus = this.isShown && !this.isSmall && this.workspace !== 2;
  }
  setVisibleOnAllWorkspaces(
    isOnAll: boolean,
    options: { skipTransformProcessType?: boolean } = {},
  ) {
    if (!options.skipTransformProcessType) this.dockPlaces += 1;
    if (isOnAll) this.workspace = "all";
    else if (this.workspace === "all") this.workspace = 1;
  }
}

test.each<[string, Partial<Window>]>([
  ["hidden", { isShown: false }],
  ["minimised", { isSmall: true }],
  ["minimised, where such a window is not visible", { isSmall: true, isShown: false }],
  ["behind others", {}],
  ["on another desktop", { workspace: 2 }],
  ["minimised on another desktop", { workspace: 2, isSmall: true }],
])(
  "a window that is %s comes before its person's eyes, and stays on that desktop alone",
  (_, at) => {
    const window = Object.assign(new Window(), at);
    comeForward(window);
    expect(window).toMatchObject({
      isShown: true,
      isSmall: false,
      hasFocus: true,
      workspace: 1,
      dockPlaces: 0,
    });
  },
);

test("one that has the focus stays where it is", () => {
  const window = Object.assign(new Window(), { hasFocus: true, workspace: 2 as const });
  comeForward(window);
  expect(window.workspace).toBe(2);
});
