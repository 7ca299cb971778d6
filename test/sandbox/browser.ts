import { setTimeout as sleep } from "node:timers/promises";

import type { PersonaId } from "./personas.ts";

export interface SignInChoice {
  /** "megan" by default. */
  readonly persona?: PersonaId;
  /** Presses Cancel instead of picking an account. */
  readonly deny?: boolean;
  /** Approves what is asked on a page of its own, after the account was picked; true by default. */
  readonly consent?: boolean;
  /** Goes no further than this page. */
  readonly stopAt?: "sign-in-page" | "consent-page" | "form-post";
  /** Time the person takes to choose. */
  readonly thinkMilliseconds?: number;
}

export interface SignInOutcome {
  readonly reached: "sign-in-page" | "consent-page" | "form-post" | "app";
  /** What the form carries to the app: code and state, or error and state. Empty before that. */
  readonly fields: Readonly<Record<string, string>>;
  /** Where it carries it. */
  readonly action: string | null;
  /** The page the browser ended on: the app's own where it was reached. */
  readonly shown: Page;
}

interface Page {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** A person's part of a sign-in, in a browser made of nothing but fetch. */
export async function completeSignIn(
  url: string,
  choice: SignInChoice = {},
): Promise<SignInOutcome> {
  const browser = createBrowser();
  const signIn = await browser.get(url);
  if (!isSignInPage(signIn)) throw notThe("sign-in page", signIn);
  if (choice.stopAt === "sign-in-page")
    return { reached: "sign-in-page", fields: {}, action: null, shown: signIn };
  const page = await choose(browser, signIn, choice);
  if (isConsentPage(page))
    return { reached: "consent-page", fields: {}, action: null, shown: page };
  const { action, fields } = readForm(page.body);
  if (choice.stopAt === "form-post") return { reached: "form-post", fields, action, shown: page };
  const shown = await browser.post(action, fields);
  return { reached: "app", fields, action, shown };
}

export interface DeviceCodeChoice extends Pick<
  SignInChoice,
  "persona" | "deny" | "consent" | "thinkMilliseconds"
> {
  /** Presses Cancel on the page that asks whether the person started this. */
  readonly distrust?: boolean;
}

export interface DeviceCodeOutcome {
  /** "code-page" where the code was not taken or the person cancelled, "refusal" where the sign-in was refused. */
  readonly reached: "code-page" | "refusal" | "done";
  readonly shown: Page;
}

/** A person's part of a sign-in by device code: types the code, goes on, picks an account or cancels. */
export async function completeDeviceCode(
  verificationUri: string,
  userCode: string,
  choice: DeviceCodeChoice = {},
): Promise<DeviceCodeOutcome> {
  const browser = createBrowser();
  const codePage = await browser.get(verificationUri);
  if (!isCodePage(codePage)) throw notThe("page for a device code", codePage);
  const enter = readForm(codePage.body);
  const warning = await browser.post(enter.action, { ...enter.fields, user_code: userCode });
  if (isCodePage(warning)) return { reached: "code-page", shown: warning };
  const trust = readForm(warning.body);
  const signIn = await browser.post(
    trust.action,
    choice.distrust ? { ...trust.fields, abort: "yes" } : trust.fields,
  );
  if (isCodePage(signIn)) return { reached: "code-page", shown: signIn };
  if (!isSignInPage(signIn)) return { reached: "refusal", shown: signIn };
  const shown = await choose(browser, signIn, choice);
  if (isCodePage(shown)) return { reached: "code-page", shown };
  return { reached: shown.status === 200 ? "done" : "refusal", shown };
}

const isSignInPage = ({ body }: Page): boolean => body.includes('name="persona"');
const isConsentPage = ({ body }: Page): boolean => body.includes("<h1>Permissions requested</h1>");
const isCodePage = ({ body }: Page): boolean => body.includes('<input name="user_code"');

const notThe = (name: string, { status, body }: Page): Error =>
  new Error(`This is not the ${name}: ${status} ${body.slice(0, 2_000)}`);

async function choose(browser: Browser, signIn: Page, choice: SignInChoice): Promise<Page> {
  const { persona = "megan", deny, thinkMilliseconds } = choice;
  if (thinkMilliseconds !== undefined) await sleep(thinkMilliseconds);
  const page = await browser.post(signIn.url, deny ? { decision: "deny" } : { persona });
  if (!isConsentPage(page) || choice.stopAt === "consent-page") return page;
  return browser.post(page.url, {
    persona,
    decision: choice.consent === false ? "deny" : "accept",
  });
}

type Browser = ReturnType<typeof createBrowser>;

/** Keeps cookies for one sign-in and follows redirects, as a browser does. */
function createBrowser() {
  const cookies = new Map<string, string>();
  const visit = async (url: string, init: RequestInit): Promise<Page> => {
    const cookie = Array.from(cookies, ([name, value]) => `${name}=${value}`).join("; ");
    const isOurs = new URL(url).hostname === "127.0.0.1";
    const headers = isOurs && cookie !== "" ? { cookie } : {};
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/u.exec(line) ?? [];
      if (name !== undefined && value !== undefined) cookies.set(name, value);
    }
    const location = response.headers.get("location");
    const body = await response.text();
    if (location !== null) return visit(new URL(location, url).href, { method: "GET" });
    return { url, status: response.status, headers: response.headers, body };
  };
  return {
    get: (url: string) => visit(url, { method: "GET" }),
    post: (url: string, fields: Readonly<Record<string, string>>) =>
      visit(url, { method: "POST", body: new URLSearchParams(fields) }),
  };
}

/** The page that submits itself to the app. */
function readForm(html: string): { action: string; fields: Record<string, string> } {
  const action = /<form[^>]* action="([^"]+)"/u.exec(html)?.[1];
  if (action === undefined) throw new Error(`There is no form to send: ${html.slice(0, 2_000)}`);
  const inputs = html.matchAll(/<input[^>]* name="([^"]+)" value="([^"]*)"/gu);
  const fields = Object.fromEntries(
    Array.from(inputs, ([, name = "", value = ""]) => [name, unescapeHtml(value)]),
  );
  return { action: unescapeHtml(action), fields };
}

const characters: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

const unescapeHtml = (text: string): string =>
  text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/giu, (whole, decimal, hex, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return characters[String(name)] ?? whole;
  });
