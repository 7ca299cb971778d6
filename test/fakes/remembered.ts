import type { Remembered } from "../../main/auth/remembered.ts";

/** Over restarts, on a disk that holds texts. */
export function rememberOn(disk: Map<string, string>): Remembered {
  const left = () => new Set((disk.get("left") ?? "").split("\n").filter(Boolean));
  return {
    chosen: () => disk.get("chosen") ?? null,
    choose: (key) => void (key === null ? disk.delete("chosen") : disk.set("chosen", key)),
    hasLeft: (key) => left().has(key),
    setLeft(key, hasLeft) {
      if (left().has(key) === hasLeft) return;
      const others = [...left()].filter((one) => one !== key);
      disk.set("left", (hasLeft ? [...others, key] : others).join("\n"));
    },
  };
}
