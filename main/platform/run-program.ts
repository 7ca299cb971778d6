import { spawn } from "node:child_process";

/** Whoever hangs longer than this is not waited for. */
const patienceMilliseconds = 2_000;
/** Bytes. Whoever says more has nothing of ours to say. */
const mostSaid = 4_000_000;

export interface Ran {
  /** Null where there is no program of that name, or it did not end by itself. */
  readonly code: number | null;
  readonly text: string;
  /** What it wrote to the standard error output. */
  readonly complaint: string;
}

export interface Errand {
  readonly variables: NodeJS.ProcessEnv;
  readonly input?: string;
  /** A part of it goes on in the background, which nobody waits for: what it says is not heard. */
  readonly staysBehind?: boolean;
}

/** What a program of the desktop's says; most desktops have none of that name. */
export function runProgram(
  name: string,
  words: readonly string[],
  { variables, input, staysBehind = false }: Errand,
): Promise<Ran> {
  return new Promise((resolve) => {
    const ear = staysBehind ? "ignore" : "pipe";
    const child = spawn(name, words, {
      stdio: [input === undefined ? "ignore" : "pipe", ear, ear],
      env: variables,
      timeout: patienceMilliseconds,
    });
    const said = { text: Buffer.alloc(0), complaint: Buffer.alloc(0) };
    const hear = (part: keyof typeof said) => (chunk: Buffer) => {
      said[part] = Buffer.concat([said[part], chunk]);
      if (said[part].length > mostSaid) child.kill();
    };
    const end = (code: number | null) =>
      resolve({ code, text: said.text.toString(), complaint: said.complaint.toString() });
    child.stdout?.on("data", hear("text"));
    child.stderr?.on("data", hear("complaint"));
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input ?? "");
    child.once("error", () => end(null));
    child.once(staysBehind ? "exit" : "close", end);
  });
}
