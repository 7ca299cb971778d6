import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import * as v from "valibot";

import type { OrganisationDescriptor } from "../../main/base/organisation.ts";
import { connectSandbox, type RemoteSandbox } from "./control/remote.ts";

export interface SpawnOptions {
  readonly port?: number;
  readonly descriptorFile?: string;
  readonly stateFile?: string;
  readonly accessTokenLifetimeSeconds?: number;
}

export interface SpawnedSandbox extends RemoteSandbox {
  readonly descriptor: OrganisationDescriptor;
  readonly baseUrl: string;
  readonly controlUrl: string;
  close(): Promise<void>;
}

const ready = v.object({
  descriptor: v.object({
    clientId: v.string(),
    authority: v.string(),
    knownAuthorities: v.array(v.string()),
    authorityMetadata: v.string(),
    graphBaseUrl: v.string(),
  }),
  baseUrl: v.string(),
  controlUrl: v.string(),
});

/** Starts serve.ts as a child process, which also ends with this one. Rejects where it does not start. */
export async function spawnSandbox(options: SpawnOptions = {}): Promise<SpawnedSandbox> {
  const flags = {
    port: options.port,
    descriptor: options.descriptorFile,
    state: options.stateFile,
    "access-token-lifetime-seconds": options.accessTokenLifetimeSeconds,
  };
  const child = spawn(
    process.execPath,
    [
      fileURLToPath(new URL("serve.ts", import.meta.url)),
      ...Object.entries(flags).flatMap(([name, value]) =>
        value === undefined ? [] : [`--${name}`, String(value)],
      ),
    ],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  const exited = once(child, "exit");
  const lines = createInterface({ input: child.stdout });
  const first: unknown[] = await Promise.race([once(lines, "line"), exited]);
  const started = v.safeParse(v.pipe(v.string(), v.parseJson(), ready), first[0]);
  if (!started.success) throw new Error("The sample organisation did not start");
  return {
    ...started.output,
    ...connectSandbox(started.output.controlUrl),
    async close() {
      child.stdin.end();
      await exited;
    },
  };
}
