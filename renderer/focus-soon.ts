/** After what a screen reader is told of the view by itself, such as which tab is chosen: of that it would speak last. */
export const settledMilliseconds = 300;

/** Where nobody else took the focus, this has it. Answers what keeps that from happening. */
export function focusSoon(find: () => HTMLElement | null): () => void {
  const timer = setTimeout(() => {
    if (document.activeElement === document.body) find()?.focus();
  }, settledMilliseconds);
  return () => clearTimeout(timer);
}
