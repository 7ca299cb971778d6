import { readFile } from "node:fs/promises";

import * as v from "valibot";

import type { OrganisationDescriptor } from "../base/organisation.ts";
import { descriptorSchema } from "./descriptor-schema.ts";

/** The first is used at once; the second is offered at the first run. */
const variables = ["QUICK_MEETING_ORGANISATION", "QUICK_MEETING_SAMPLE"] as const;

export interface SampleOrganisation {
  readonly descriptor: OrganisationDescriptor;
  /** Use it without asking. */
  readonly isChosen: boolean;
}

export interface SampleOrganisationDependencies {
  /** Told, in a sentence for developers, why a file was refused. Carries nothing out of the file but member names. */
  readonly report: (sentence: string) => void;
}

/**
 * The organisation that an unpackaged app was started with, null where there is none or its file is
 * refused. Packaged builds must not contain this module: a file could point a person's sign-in elsewhere.
 */
export async function loadSampleOrganisation(
  environment: NodeJS.ProcessEnv,
  { report }: SampleOrganisationDependencies,
): Promise<SampleOrganisation | null> {
  for (const variable of variables) {
    const file = environment[variable] ?? "";
    if (file === "") continue;
    const descriptor = await loadDescriptor(file, variable, report);
    return descriptor && { descriptor, isChosen: variable === "QUICK_MEETING_ORGANISATION" };
  }
  return null;
}

async function loadDescriptor(
  file: string,
  variable: string,
  report: (sentence: string) => void,
): Promise<OrganisationDescriptor | null> {
  const refuse = (why: string) => {
    report(`The file that ${variable} names ${why}.`);
    return null;
  };
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    return refuse(`cannot be read (${codeOf(error)})`);
  }
  const json = parse(text);
  if (json === undefined) return refuse("is not JSON");
  const result = v.safeParse(descriptorSchema, json);
  return result.success
    ? result.output
    : refuse(`is not an organisation: ${describe(result.issues)}`);
}

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "unknown error";

/** Some editors on Windows put a byte order mark before the first character. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch {
    return undefined;
  }
}

const describe = (issues: readonly v.BaseIssue<unknown>[]): string =>
  issues.map((issue) => `${v.getDotPath(issue) ?? "it"} ${issue.message}`).join("; ");
