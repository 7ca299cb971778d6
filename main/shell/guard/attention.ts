/** What somebody did in a window: pressed something, let go of it, or used the window in another way. */
export type Act = "press" | "release" | "use";

/** What main has seen a person do in one window. */
export interface Attention {
  saw(act: Act): void;
  /** To be called when the window comes or goes; it is looked at as well whenever something is asked here. */
  look(): void;
  /** Somebody used the window in the last minute. */
  isPresent(): boolean;
  /** Whether something was pressed just now that nothing was asked for with. From then on something was. */
  takeGesture(): boolean;
}

export interface AttentionDependencies {
  /** Whether a person can see the window now. */
  readonly isVisible: () => boolean;
  /** Milliseconds that only go forward. */
  readonly elapsed: () => number;
}

/** The longest way from a key to what a page asks for because of it: it may have to ask Microsoft something before. */
const gestureMilliseconds = 10_000;
/** A list that is open, or a text that is read once more before the field is left. */
const presenceMilliseconds = 60_000;
/** What was pressed as the window went is still on its way. */
const lateMilliseconds = 2_000;

export function createAttention({ isVisible, elapsed }: AttentionDependencies): Attention {
  let usedAt = -Infinity;
  let pressedAt = -Infinity;
  let isHeld = false;
  let hiddenAt: number | null = null;

  function look(): void {
    if (!isVisible()) {
      hiddenAt ??= elapsed();
      return;
    }
    if (hiddenAt === null) return;
    // Whoever was there before the window went may be another one than who is there now.
    hiddenAt = null;
    usedAt = -Infinity;
    pressedAt = -Infinity;
    isHeld = false;
  }

  function isRecent(at: number, milliseconds: number): boolean {
    look();
    const now = elapsed();
    const isTooLate = hiddenAt !== null && now - hiddenAt > lateMilliseconds;
    return !isTooLate && now - at <= milliseconds;
  }

  return {
    look,
    saw(act) {
      look();
      // Nobody can use what they do not see.
      if (hiddenAt !== null) return;
      usedAt = elapsed();
      // Buttons act when they are let go of, however long they were held.
      const isNew = act === "press" || (act === "release" && isHeld && pressedAt !== -Infinity);
      if (isNew) pressedAt = usedAt;
      if (act !== "use") isHeld = act === "press";
    },
    isPresent: () => isRecent(usedAt, presenceMilliseconds),
    takeGesture() {
      const isThere = isRecent(pressedAt, gestureMilliseconds);
      pressedAt = -Infinity;
      return isThere;
    },
  };
}
