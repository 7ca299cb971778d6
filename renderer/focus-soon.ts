/** After what a screen reader is told of the view by itself, such as which tab is chosen: of that it would speak last. */
const settledMilliseconds = 300;

const isNobodys = (holder: Element | null): boolean => holder === document.body;

/**
 * Where nobody went on meanwhile, which `isFree` tells by what has the focus; and then, taken or not, what follows.
 * Answers what keeps it from happening.
 */
export function focusSoon(take: () => void, isFree = isNobodys, then?: () => void): () => void {
  const timer = setTimeout(() => {
    if (isFree(document.activeElement)) take();
    then?.();
  }, settledMilliseconds);
  return () => clearTimeout(timer);
}
