import type { Stage } from "../stage.ts";
import { appState, meeting } from "../stage-state.ts";

export const anna = { name: "Anna Vance", address: "anna@contoso.com" };
export const people = [
  anna,
  { name: "Alex Okafor", address: "ao@contoso.com" },
  { name: "Alex Wilber", address: "aw@contoso.com" },
];
export const line = "Design review tomorrow 14:30 for 45 min with anna";
export const recent = [meeting({ subject: "Quarterly" })];
export const state = appState({ recent, calendarAllowed: true });

export const field = ({ page }: Stage) => page.getByLabel("New meeting in one line");
export const sent = async ({ asked }: Stage) =>
  (await asked()).filter(({ name }) => name === "schedule").map(({ input }) => input);
export const said = ({ page }: Stage) => page.getByRole("status");

export async function type(stage: Stage, text: string): Promise<void> {
  await stage.page.keyboard.type(text);
  await stage.settle();
}
