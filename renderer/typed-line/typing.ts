import { organiserLacksMeetings } from "../../main/contract/cloud-limits.ts";
import type { AppState } from "../../main/contract/state.ts";
import { isLineOpen, openLine } from "./line.ts";

/** Letters, digits and the marks that a line can begin with. A blank presses buttons, and "?" lists the keys. */
const beginning = /^[\p{L}\p{N}#@]$/u;
const anything = /^.$/u;

const takesKeys =
  "input, textarea, select, [contenteditable], [role=menu], [role=dialog], [role=listbox]";

const field = () => document.querySelector<HTMLInputElement>("#typed-line");

/** Whether a key belongs to a meeting: typed on Home, where nothing else takes it. */
function isTyped(key: string, state: AppState): boolean {
  // Until the field is there, what follows the first letter is for it too.
  const isAwaited = isLineOpen() && !field();
  if (!(isAwaited ? anything : beginning).test(key)) return false;
  if (state.view !== "home" || state.session.kind !== "signed-in") return false;
  if (organiserLacksMeetings(state) || document.activeElement?.closest(takesKeys)) return false;
  return document.querySelector("[role=menu], [role=dialog], [role=alertdialog]") === null;
}

/** A letter opens the line, and stands in it. */
export function typeLine({ key }: Pick<KeyboardEvent, "key">, state: AppState): boolean {
  if (!isTyped(key, state)) return false;
  openLine(key);
  focusLine();
  return true;
}

/** With the caret behind what was typed so far. */
export function focusLine(): void {
  const input = field();
  input?.focus();
  input?.setSelectionRange(input.value.length, input.value.length);
}
