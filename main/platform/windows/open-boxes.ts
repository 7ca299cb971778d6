/** Boxes of the operating system's in front of a window of ours: while one is open, the window stays. */
export interface OpenBoxes {
  during<Answer>(show: () => Promise<Answer>): Promise<Answer>;
  isOpen(): boolean;
}

export function createOpenBoxes(): OpenBoxes {
  let open = 0;
  return {
    isOpen: () => open > 0,
    async during(show) {
      open += 1;
      try {
        return await show();
      } finally {
        open -= 1;
      }
    },
  };
}
