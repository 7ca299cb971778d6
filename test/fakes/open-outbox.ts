import { createOutbox, type Outbox } from "../../main/meetings/outbox/outbox.ts";
import { createMemoryDocument, createMemoryVault, type Disk } from "./memory-platform.ts";

/** As a start of the app opens it; `isProtected` is whether a keyring seals. */
export function openOutbox(disk: Disk, isProtected = true): Outbox {
  const vault = createMemoryVault();
  vault.isProtected = isProtected;
  const file = createMemoryDocument(disk, "wishes");
  return createOutbox({ file, vault, defaultSubject: () => "Quick meeting" });
}
