import { describe, expect, test } from "vitest";

import { createVault, type VaultDependencies } from "../../../main/platform/vault.ts";
import { createFakeClock } from "../../fakes/fake-clock.ts";
import { memoryLog } from "../../fakes/memory-log.ts";

type SafeStorage = VaultDependencies["safeStorage"];
type Backend = ReturnType<SafeStorage["getSelectedStorageBackend"]>;

const hangs = () => new Promise<never>(() => undefined);
const refuses = (message: string) => async () => {
  throw new Error(message);
};

/** A keyring that only puts its name before the text: what matters is that bytes come back as they went. */
const goodKeyring = {
  encryptStringAsync: async (text: string) => Buffer.from(`v11${text}`),
  decryptStringAsync: async (bytes: Buffer) => ({
    result: bytes.toString().slice(3),
    shouldReEncrypt: false,
  }),
};

function setUp({
  platform = "linux",
  backend = "gnome_libsecret",
  ...keyring
}: Partial<SafeStorage> & { platform?: string; backend?: Backend } = {}) {
  const clock = createFakeClock();
  const { log, lines } = memoryLog();
  const safeStorage = {
    ...goodKeyring,
    getSelectedStorageBackend: () => backend,
    ...keyring,
  };
  return { vault: createVault({ safeStorage, platform, clock, log }), clock, lines };
}

const text = "päss\u{1F511}word";
const sealedText = Buffer.from(`v11${text}`).toString("base64");

describe("protection", () => {
  test.each([
    ["gnome_libsecret", "sealed"],
    ["kwallet6", "sealed"],
    ["basic_text", "weak"],
    ["unknown", "weak"],
  ] as const)("Linux with %s: %s", async (backend, protection) => {
    const { vault } = setUp({ backend });
    expect(await vault.protection()).toBe(protection);
    expect(vault.backend()).toBe(backend);
  });

  test.each(["win32", "darwin"])(
    "%s asks for no backend: it has none to tell",
    async (platform) => {
      const getSelectedStorageBackend = (): Backend => {
        throw new Error("Linux only");
      };
      const { vault } = setUp({ platform, getSelectedStorageBackend });
      expect(await vault.protection()).toBe("sealed");
      expect(vault.backend()).toBe(platform);
    },
  );
});

describe("sealing", () => {
  test("gives base64 that opens to the same text", async () => {
    const { vault } = setUp();
    expect(await vault.seal(text)).toEqual({ ok: true, value: sealedText });
    expect(await vault.open(sealedText)).toEqual({ kind: "opened", text, shouldReseal: false });
  });

  test("a keyring that refuses, answers nothing or hangs is locked", async () => {
    const locked = { ok: false, error: { kind: "keyring-locked" } };
    const refusing = setUp({ encryptStringAsync: refuses("Error while encrypting") });
    expect(await refusing.vault.seal(text)).toEqual(locked);
    const empty = setUp({ encryptStringAsync: async () => Buffer.alloc(0) });
    expect(await empty.vault.seal(text)).toEqual(locked);
    const hanging = setUp({ encryptStringAsync: hangs });
    const waiting = hanging.vault.seal(text);
    await hanging.clock.advance(10_000);
    expect(await waiting).toEqual(locked);
  });

  test("what is sealed never gets into the log", async () => {
    const { vault, lines } = setUp({ encryptStringAsync: refuses(`cannot encrypt ${text}`) });
    await vault.seal(text);
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toContain(text);
  });
});

describe("opening", () => {
  test("tells when the key has changed since", async () => {
    const decryptStringAsync = async () => ({ result: text, shouldReEncrypt: true });
    const { vault } = setUp({ decryptStringAsync });
    expect(await vault.open(sealedText)).toMatchObject({ shouldReseal: true });
  });

  test("nothing is unreadable, though Electron would open it as an empty text", async () => {
    const decryptStringAsync = async () => ({ result: "", shouldReEncrypt: false });
    const { vault } = setUp({ decryptStringAsync });
    expect(await vault.open("")).toEqual({ kind: "unreadable" });
    expect(await vault.open("****")).toEqual({ kind: "unreadable" });
  });

  test("only Electron's own phrase says that another try may do", async () => {
    const message = "Decryption is temporarily unavailable. Please try again.";
    const locked = setUp({ decryptStringAsync: refuses(message) });
    expect(await locked.vault.open(sealedText)).toEqual({ kind: "unavailable" });
    const foreign = setUp({ decryptStringAsync: refuses("Error while decrypting the ciphertext") });
    expect(await foreign.vault.open(sealedText)).toEqual({ kind: "unreadable" });
  });

  test("a keyring that hangs is given up after ten seconds, not before", async () => {
    const { vault, clock } = setUp({ decryptStringAsync: hangs });
    let opening: unknown = "waiting";
    const done = vault.open(sealedText).then((answer) => (opening = answer));
    await clock.advance(9_999);
    expect(opening).toBe("waiting");
    await clock.advance(1);
    await done;
    expect(opening).toEqual({ kind: "unavailable" });
  });

  test("a keyring that fails after it was given up disturbs nobody", async () => {
    const { promise, reject } = Promise.withResolvers<never>();
    const decryptStringAsync = () => promise;
    const { vault, clock } = setUp({ decryptStringAsync });
    const opening = vault.open(sealedText);
    await clock.advance(10_000);
    expect(await opening).toEqual({ kind: "unavailable" });
    reject(new Error("too late"));
    await new Promise((resolve) => setImmediate(resolve));
  });
});
