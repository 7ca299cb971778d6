import { afterEach, beforeEach } from "vitest";

import { type Loopback, openLoopback } from "../../../../main/auth/sign-in/loopback.ts";
import { createVisitor } from "../visitor.ts";

export const state = "the-right-state";
const texts = {
  language: "en",
  pages: {
    received: { title: "Received", body: "You can return." },
    declined: { title: "Declined", body: "Nothing was changed." },
    nothing: { title: "Waiting", body: "Nothing has arrived yet." },
    gone: { title: "Gone", body: "It works once." },
    refused: { title: "Refused", body: `<script>alert("x")</script> & 'more'` },
  },
};

export const form = (values: Record<string, string>) => new URLSearchParams(values).toString();
export const right = form({ code: "the-code", state, client_info: "who" });
export const rightAnswer = { kind: "code", code: "the-code", clientInfo: "who" };

/** A listener for each test of a file, and whoever speaks to it. */
export function loopbackOfEachTest() {
  let loopback: Loopback;
  const port = () => Number(new URL(loopback.redirectUri).port);
  const visitor = createVisitor(port);
  beforeEach(async () => {
    loopback = await openLoopback({ state, texts });
  });
  afterEach(async () => {
    visitor.leave();
    await loopback.close();
  });
  return {
    loopback: () => loopback,
    port,
    send: visitor.send,
    open: visitor.open,
    /** The answer the app gets once the browser brings the right one. */
    async answerAfterTheRightOne() {
      await visitor.send({ body: right });
      return loopback.answer;
    },
  };
}
