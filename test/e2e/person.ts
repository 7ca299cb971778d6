import type { Page } from "@playwright/test";

/**
 * Somebody presses something in the window that the page has no use for: one gesture, for what the test asks the
 * bridge next in place of the page. Without one main refuses it.
 */
export const byHand = (page: Page): Promise<void> => page.keyboard.press("Control+F9");
