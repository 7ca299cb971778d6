import type { Page } from "@playwright/test";

import { axePath } from "./serve-renderer.ts";

/** Of axe's answer, what is read here. */
interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: { html: string }[] }[];
  readonly passes: readonly { readonly id: string }[];
  /** Looked at, and left to people: text over a picture, or half below something. */
  readonly incomplete: readonly { readonly id: string }[];
}
interface Axe {
  run(where: object, options: object): Promise<AxeResults>;
}

export interface Violations {
  readonly found: readonly string[];
  /** The rules that had something to look at. */
  readonly looked: number;
}

/** What colours do: everything else is the same in each theme. */
export const colourRules = ["color-contrast", "link-in-text-block"];

/** All rules of axe, or only those named. */
export function violations(page: Page, rules: readonly string[] | null): Promise<Violations> {
  return page.evaluate(
    async ([path, only]) => {
      // No script is made out of an address here; a module of the page's own origin is one already.
      if (!("axe" in globalThis)) await import(path);
      const axe: Axe = Reflect.get(globalThis, "axe");
      // Fluent marks the ends of its focus groups with these; they pass the focus on at once.
      const {
        violations: found,
        passes,
        incomplete,
      } = await axe.run(
        { exclude: [["[data-tabster-dummy]"]] },
        // There is nothing in other frames, and nothing to load.
        {
          resultTypes: ["violations"],
          preload: false,
          iframes: false,
          ...(only ? { runOnly: only } : {}),
        },
      );
      const looked = passes.length + found.length + incomplete.length;
      const lines = found.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`,
      );
      return { found: lines, looked };
    },
    [axePath, rules] as const,
  );
}
