import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { startSandbox } from "./sandbox.ts";

/**
 * Runs the sample organisation as a process of its own. Prints one line of JSON once it is ready,
 * `{ descriptor, baseUrl, controlUrl }`, and ends when its standard input does.
 */
const { values } = parseArgs({
  options: {
    port: { type: "string" },
    descriptor: { type: "string" },
    state: { type: "string" },
    "access-token-lifetime-seconds": { type: "string" },
  },
});

const lifetime = values["access-token-lifetime-seconds"];
const sandbox = await startSandbox({
  ...(values.port === undefined ? {} : { port: Number(values.port) }),
  ...(values.state === undefined ? {} : { stateFile: values.state }),
  ...(lifetime === undefined ? {} : { accessTokenLifetimeSeconds: Number(lifetime) }),
}).catch((error: unknown) => {
  process.stderr.write(`The sample organisation did not start. ${String(error)}\n`);
  process.exit(1);
});
const { descriptor, baseUrl, controlUrl } = sandbox;

if (values.descriptor !== undefined)
  writeFileSync(values.descriptor, `${JSON.stringify(descriptor, null, 2)}\n`, { mode: 0o600 });
process.stdout.write(`${JSON.stringify({ descriptor, baseUrl, controlUrl })}\n`);

const stop = () => void sandbox.close().then(() => process.exit(0));
process.stdin.on("end", stop).on("close", stop).resume();
process.once("SIGINT", stop).once("SIGTERM", stop);
