import { useEffect, useState } from "react";

const minuteMilliseconds = 60_000;

/** Draws again with every minute of the clock, while somebody looks. */
export function useEveryMinute(isSeen: boolean): void {
  const [, redraw] = useState(0);
  useEffect(() => {
    if (!isSeen) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      timer = setTimeout(tick, minuteMilliseconds - (Date.now() % minuteMilliseconds));
    };
    const tick = () => {
      redraw((count) => count + 1);
      wait();
    };
    wait();
    return () => clearTimeout(timer);
  }, [isSeen]);
}
