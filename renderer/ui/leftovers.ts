const drops = new Set<() => void>();

/** For what outlives the view it was typed into: it goes with whoever typed it. */
export function dropWithLeavers(drop: () => void): void {
  drops.add(drop);
}

export function dropLeftovers(): void {
  for (const drop of drops) drop();
}
