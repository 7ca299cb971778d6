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

export const isLineOpen = (): boolean => line.read() !== null;

/** With this behind what is there already. */
export function openLine(typed = ""): void {
  const { id = crypto.randomUUID(), text = "", isSending = false } = line.read() ?? {};
  line.set({ id, text: isSending ? text : text + typed, isSending });
}

/** An answer may come late: by then it may be another line that is open. */
const isOpen = (id: string): boolean => line.read()?.id === id;

export function changeLine(id: string, part: Partial<Omit<Line, "id">>): void {
  const open = line.read();
  if (open && isOpen(id)) line.set({ ...open, ...part });
}

/** It was put away, handed on, or its meeting was made, perhaps long after it was sent. */
export function closeLine(id: string): void {
  if (isOpen(id)) line.set(null);
}
