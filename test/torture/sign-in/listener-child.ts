import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";

import { type INetworkModule, LogLevel, PublicClientApplication } from "@azure/msal-node";
import * as v from "valibot";

import { openLoopback } from "../../../main/auth/sign-in/loopback.ts";
import { pageTexts } from "../../../main/auth/sign-in/pages.ts";
import { createWords } from "../../../main/base/words.ts";
import { order, type Order, type Report } from "./listener-messages.ts";

const tell = (said: Report) => process.send?.(said);

async function obey({ ask }: Order): Promise<void> {
  if (ask === "memory") return tellMemory();
  return process.argv[2] === "msal" ? openMsal() : openOurs();
}

async function tellMemory(): Promise<void> {
  // Once is not enough: what a finaliser lets go of is collected by the next one.
  for (let round = 0; round < 5; round += 1) {
    globalThis.gc?.({ type: "major", execution: "sync", flavor: "last-resort" });
    await delay(50);
  }
  const { rss, heapUsed } = process.memoryUsage();
  tell({ tell: "memory", rss, heapUsed });
}

/** As sign-in.ts does it: closed as soon as there is an answer. */
async function openOurs(): Promise<void> {
  const state = randomUUID();
  const texts = pageTexts("en", await createWords("en"));
  const loopback = await openLoopback({ state, texts });
  tell({ tell: "open", port: Number(new URL(loopback.redirectUri).port), state });
  const answer = await loopback.answer;
  await loopback.close();
  tell({ tell: "settled", code: answer.kind === "code" ? answer.code : null });
}

async function openMsal(): Promise<void> {
  let code: string | null = null;
  const refuse = async () => {
    throw new Error("nothing goes to the network here");
  };
  const networkClient: INetworkModule = {
    sendGetRequestAsync: refuse,
    sendPostRequestAsync: (_url, options) => {
      code = new URLSearchParams(options?.body).get("code");
      return refuse();
    },
  };
  const app = new PublicClientApplication({
    auth: {
      clientId: "00000000-0000-0000-0000-000000000000",
      authority: "https://login.microsoftonline.com/organizations",
    },
    system: {
      networkClient,
      loggerOptions: { loggerCallback: () => undefined, logLevel: LogLevel.Error },
    },
  });
  const openBrowser = async (url: string) => {
    const { searchParams } = new URL(url);
    const port = Number(new URL(searchParams.get("redirect_uri") ?? "").port);
    tell({ tell: "open", port, state: searchParams.get("state") ?? "" });
  };
  await app.acquireTokenInteractive({ scopes: ["User.Read"], openBrowser }).catch(() => undefined);
  tell({ tell: "settled", code });
}

process.on("message", (message) => void obey(v.parse(order, message)));
// A parent that was stopped in the middle leaves nobody behind.
process.once("disconnect", () => process.exit());
