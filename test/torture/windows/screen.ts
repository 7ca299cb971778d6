import type { Page } from "@playwright/test";

import en from "../../../renderer/i18n/en.json" with { type: "json" };

/** What a person sees of what they pressed: the card on Home, or the form's footer. */
export interface Screen {
  readonly place: "home" | "form" | "elsewhere";
  /** Of the card; empty where there is none. */
  readonly title: string;
  readonly text: string;
  /** That can be pressed now. */
  readonly buttons: readonly string[];
}

const { creating, schedule } = en;
const working = [creating.title, creating.ending, schedule.creating];
export const isAtWork = ({ text }: Screen): boolean => working.some((word) => text.includes(word));

/** Runs in the page. */
function lookAtPage(): Screen {
  const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  const submit = document.querySelector("footer button[type=submit]");
  const hasHome = document.querySelector("#organiser") !== null;
  const cards = all("main section").filter((card) =>
    card.querySelector("h2, #creating-title, #use-repeat"),
  );
  const parts = submit ? all("footer") : [...cards, ...all("#meet-now")];
  const seen = parts.filter(isSeen);
  const buttons = seen
    .flatMap((part) => [
      ...(part.matches("button") ? [part] : []),
      ...part.querySelectorAll<HTMLElement>("button"),
    ])
    .filter((button) => isSeen(button) && button.ariaDisabled !== "true")
    .map((button) => button.ariaLabel ?? button.innerText);
  const home = hasHome ? "home" : "elsewhere";
  const said = all("main span").filter((one) => one.children.length === 0 && isSeen(one));
  const rest = submit ? [] : said.map((one) => one.innerText);
  return {
    place: submit ? "form" : home,
    title: seen.map((part) => part.querySelector("h2")?.innerText ?? "").find(Boolean) ?? "",
    text: [...seen.map((part) => part.innerText), ...rest].join("\n"),
    buttons: buttons.map((name) => name.split("\n")[0] ?? ""),
  };
}

export const look = (page: Page): Promise<Screen> => page.evaluate(lookAtPage);
