import { dropWithLeavers } from "../ui/leftovers.ts";
import { createExternalValue } from "../ui/state/external-value.ts";

/** What is typed on Home. Kept while the window is hidden or shows another view, and after a failure. */
export interface Line {
  /** Names it to main, as a draft of the form: sent again it is the same meeting. */
  readonly id: string;
  readonly text: string;
  readonly isSending: boolean;
}

const line = createExternalValue<Line | null>(null);
dropWithLeavers(() => line.set(null));

export const useLine = line.useValue;
export const closeLine = (): void => line.set(null);

export const isLineOpen = (): boolean => line.read() !== null;

/** With this behind what is there already. */
export function openLine(typed = ""): void {
  const { id = crypto.randomUUID(), text = "", isSending = false } = line.read() ?? {};
  line.set({ id, text: isSending ? text : text + typed, isSending });
}

export function changeLine(part: Partial<Omit<Line, "id">>): void {
  const open = line.read();
  if (open) line.set({ ...open, ...part });
}

/** Its meeting was made, perhaps long after it was sent. */
export function settleLine(draftId: string): void {
  if (line.read()?.id === draftId) closeLine();
}
