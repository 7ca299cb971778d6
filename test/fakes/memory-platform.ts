import { systemClock } from "../../main/base/clock.ts";
import { fail, ok } from "../../main/contract/errors.ts";
import { createNetwork } from "../../main/base/network.ts";
import type { DocumentFile, LineFile, Vault } from "../../main/base/vault.ts";
import { memoryLog } from "./memory-log.ts";
import { patientClock } from "./patient-clock.ts";

/** What a restart finds again. */
export type Disk = Map<string, string>;

interface Texts {
  get(name: string): string | undefined;
  set(name: string, text: string): unknown;
  delete(name: string): unknown;
}

export interface MemoryVault extends Vault {
  backendName: string;
  isProtected: boolean;
  isLocked: boolean;
  /** Ciphertexts of another key cannot be opened. */
  key: string;
}

/** Stands for the operating system's keyring: text is scrambled with a key that can be changed or locked. */
export function createMemoryVault(): MemoryVault {
  const vault: MemoryVault = {
    backendName: "test",
    isProtected: true,
    isLocked: false,
    key: "first",
    protection: async () => (vault.isProtected ? "sealed" : "memory-only"),
    backend: () => vault.backendName,
    async seal(text) {
      if (vault.isLocked) return { ok: false, error: { kind: "keyring-locked" } };
      return ok(Buffer.from(JSON.stringify([vault.key, text])).toString("base64"));
    },
    async open(ciphertext) {
      if (vault.isLocked) return { kind: "unavailable" };
      try {
        const [key, text]: unknown[] = JSON.parse(Buffer.from(ciphertext, "base64").toString());
        if (key !== vault.key || typeof text !== "string") return { kind: "unreadable" };
        return { kind: "opened", text, shouldReseal: false };
      } catch {
        return { kind: "unreadable" };
      }
    },
  };
  return vault;
}

export interface MemoryDocument extends DocumentFile {
  failWrites: boolean;
}

export function createMemoryDocument(disk: Disk, name: string): MemoryDocument {
  const file: MemoryDocument = {
    failWrites: false,
    read() {
      const text = disk.get(name);
      return ok(text === undefined ? undefined : JSON.parse(text));
    },
    write(value, options) {
      if (file.failWrites) return { ok: false, error: { kind: "disk-failed" } };
      const before = disk.get(name);
      if (options?.setAside && before !== undefined) disk.set(`${name}.unreadable`, before);
      disk.set(name, JSON.stringify(value));
      return ok(undefined);
    },
    remove() {
      disk.delete(name);
      return ok(undefined);
    },
  };
  return file;
}

export interface MemoryLines extends LineFile {
  failWrites: boolean;
}

/** One text a name, as documents are: its lines. */
export function createMemoryLines(disk: Texts, name: string): MemoryLines {
  let isClosed = false;
  const read = () => (disk.get(name) ?? "").split("\n").filter((line) => line !== "");
  const write = (lines: readonly string[]) => {
    if (file.failWrites || isClosed) return fail({ kind: "disk-failed" });
    disk.set(name, lines.join("\n"));
    return ok(undefined);
  };
  const file: MemoryLines = {
    failWrites: false,
    read: async () => ok(read()),
    append: async (lines) => write([...read(), ...lines]),
    async replace(lines, options) {
      const before = disk.get(name);
      if (options?.setAside && before !== undefined) disk.set(`${name}.unreadable`, before);
      return write(lines);
    },
    remove() {
      disk.delete(name);
      return ok(undefined);
    },
    close() {
      isClosed = true;
    },
  };
  return file;
}

/** Everything the app takes from a platform, in memory, with a real network to loopback. */
export function createMemoryPlatform(disk: Disk = new Map()) {
  const vault = createMemoryVault();
  const { log, lines } = memoryLog();
  const clipboard = { text: "", html: "" };
  const lineFiles = new Map<string, MemoryLines>();
  let ids = 0;
  return {
    disk,
    lineFiles,
    vault,
    lines,
    clipboard,
    dependencies: {
      vault,
      documentFile: (name: string) => createMemoryDocument(disk, name),
      lineFile(name: string) {
        const file = createMemoryLines(disk, name);
        lineFiles.set(name, file);
        return file;
      },
      network: createNetwork({ fetch, clock: patientClock, allowLoopbackHttp: true }),
      clipboard: {
        async writeText(text: string) {
          Object.assign(clipboard, { text, html: "" });
          return ok(undefined);
        },
        async writeRich(copy: { text: string; html: string }) {
          Object.assign(clipboard, copy);
          return ok(undefined);
        },
        readText: async () => clipboard.text,
        async clearIfStill(text: string) {
          const isStill = clipboard.text === text;
          if (isStill) clipboard.text = "";
          return isStill;
        },
      },
      clock: systemClock,
      log,
      random: Math.random,
      newId: () =>
        `${Date.now().toString(36)}-${process.pid}-${(ids += 1).toString().padStart(6, "0")}`,
    },
  };
}
