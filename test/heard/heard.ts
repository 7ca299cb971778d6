import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { type Desk, openDesk } from "./desk.ts";
import { type Job, jobs } from "./jobs/jobs.ts";
import { openGreeted } from "./greeted.ts";
import { type OpenApp, openApp } from "./open-app.ts";
import { createPerson } from "./person.ts";
import { whatIsMissing } from "./programs.ts";
import type { Spoken } from "./speech.ts";
import { isSame, settle, readTranscript, type Step, writeTranscript } from "./transcript.ts";
import { type Language, languages, locales, wordsOf } from "./words.ts";

/**
 * `npm run heard`: what a person hears who uses the built app with Orca, held against what was written down.
 * 0: the same; 1: something else was heard; 2: it cannot be heard here, and why.
 */
const root = join(import.meta.dirname, "../..");
const out = join(root, "out/heard");
const cannotHear = 2;
/** Only a start of which Orca hears nothing takes this long. */
const greetingMilliseconds = 60_000;

const { values: asked } = parseArgs({
  options: {
    language: { type: "string", multiple: true, default: [...languages] },
    job: { type: "string", multiple: true, default: Object.keys(jobs) },
    runs: { type: "string", default: "1" },
    /** What is heard is what is to be heard from now on. */
    write: { type: "boolean", default: false },
  },
});

const goldenOf = (language: Language, job: string) =>
  join(import.meta.dirname, "golden", language, `${job}.txt`);

interface Opened {
  readonly desk: Desk;
  readonly app: OpenApp;
}

/** On the desk there is, or on one of its own where Orca heard nothing on that. */
function openFor(desk: Desk, language: Language, name: string, job: Job): Promise<Opened> {
  const words = wordsOf(language);
  let isNew = false;
  return openGreeted<Opened>({
    open: async () => {
      const own = isNew ? await openDesk(locales[language]) : desk;
      isNew = true;
      return { desk: own, app: await openApp(own, job.isFirstRun) };
    },
    isGreeted: async (opened) => {
      const { speech } = opened.desk;
      const isGreeting = ({ kind, text }: Spoken) =>
        kind === "said" && settle(text, words) === words.of("app.title");
      const { speechBefore } = opened.app;
      return (await speech.first(isGreeting, greetingMilliseconds, speechBefore)) !== null;
    },
    close: async (opened) => {
      await opened.app.close();
      await opened.desk.leave();
    },
    tell: (line) => console.log(`      ${language} ${name}: ${line}`),
  });
}

async function hear({ desk, app }: Opened, language: Language, name: string): Promise<boolean> {
  const file = goldenOf(language, name);
  const text = asked.write || !existsSync(file) ? null : readFileSync(file, "utf8");
  const words = wordsOf(language);
  const { person, steps } = createPerson(
    desk,
    app,
    words,
    text === null ? null : readTranscript(text),
  );
  const problem = await problemOf(jobs[name]?.run(person));
  await app.close();
  const heard = writeTranscript(steps);
  const kept = join(out, language);
  mkdirSync(kept, { recursive: true });
  writeFileSync(join(kept, `${name}.txt`), heard);
  const all = desk.speech.all().slice(app.speechBefore);
  writeFileSync(join(kept, `${name}.jsonl`), all.map((line) => JSON.stringify(line)).join("\n"));
  if (asked.write && problem === "") {
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, heard);
  }
  const compared =
    text === null ? ["nothing to compare it with: --write"] : differences(text, steps);
  const findings = [problem, ...(asked.write ? [] : compared)].filter(Boolean);
  console.log(`${findings.length === 0 ? "ok  " : "FAIL"} ${language} ${name}`);
  for (const finding of findings) console.log(`       ${finding}`);
  return findings.length === 0;
}

/** What kept it from being done, or nothing. */
async function problemOf(run: Promise<void> | undefined): Promise<string> {
  try {
    await run;
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function differences(text: string, steps: readonly Step[]): string[] {
  const golden = readTranscript(text);
  const index = golden.findIndex(
    ({ name, lines }, at) => steps[at]?.name !== name || !isSame(steps[at].lines, lines),
  );
  if (index < 0) return steps.length === golden.length ? [] : ["more steps than before"];
  const is = steps[index];
  return [
    `step ${index + 1}, “${golden[index]?.name}”`,
    ...(golden[index]?.lines ?? []).map((line) => `- ${line}`),
    ...(is?.lines ?? []).map((line) => `+ ${line}`),
  ];
}

async function hearAll(): Promise<number> {
  const missing = whatIsMissing();
  if (missing !== null) {
    console.log(missing);
    return cannotHear;
  }
  let isFine = true;
  for (const language of languages.filter((one) => asked.language.includes(one)))
    for (let run = 0; run < Number(asked.runs); run += 1) {
      let desk = await openDesk(locales[language]);
      try {
        for (const name of asked.job) {
          const job = jobs[name];
          if (!job) throw new Error(`There is no job ${name}: ${Object.keys(jobs).join(", ")}`);
          const opened = await openFor(desk, language, name, job);
          desk = opened.desk;
          isFine = (await hear(opened, language, name)) && isFine;
        }
      } finally {
        await desk.leave();
      }
    }
  return isFine ? 0 : 1;
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
process.exitCode = await hearAll();
