import type { IpcMain, IpcMainInvokeEvent, WebContents } from "electron";
import * as v from "valibot";

import { framesOf } from "../base/bug.ts";
import type { WindowRequest } from "../contract/ipc.ts";
import { fail, type Result } from "../contract/errors.ts";
import { type Handlers, namesAt, requests } from "../contract/requests/vocabulary.ts";
import type { Log } from "../base/log.ts";
import type { Guard } from "./guard/guard.ts";

export interface ServeDependencies {
  readonly ipc: Pick<IpcMain, "handle">;
  readonly handlers: Pick<Handlers, WindowRequest>;
  readonly isTrusted: (event: IpcMainInvokeEvent) => boolean;
  readonly guard: Guard<WebContents>;
  readonly log: Log;
  readonly newReference: () => string;
}

/**
 * Answers every request of the windows behind the same checks: who is asking, how often, what they sent, and
 * whether a person is behind it. What only other doors may ask for is not there to be called.
 * A handler that throws is a bug: it is logged under a reference and answered as `unexpected`.
 */
export function serve(dependencies: ServeDependencies): void {
  const { ipc, handlers, isTrusted, guard, log, newReference } = dependencies;
  const unexpected = (event: string, request: string, detail: string) => {
    const reference = newReference();
    log.error(event, { request, reference, detail });
    return fail({ kind: "unexpected", reference, trace: null });
  };
  for (const name of namesAt("window")) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema below proves the input
    const answer = handlers[name] as (input: unknown) => Promise<Result<unknown>>;
    ipc.handle(name, async (event, ...raw: unknown[]) => {
      if (!isTrusted(event)) return unexpected("ipc-wrong-sender", name, "sender");
      if (!guard.hasRoom(name)) return fail({ kind: "too-often" });
      const input = v.safeParse(requests[name].input, raw[0]);
      if (raw.length > 1 || !input.success) return unexpected("ipc-wrong-input", name, "shape");
      try {
        const refusal = await guard.refuse(name, input.output, event.sender);
        if (refusal) return fail(refusal);
        return await answer(input.output);
      } catch (error) {
        return unexpected("ipc-handler-threw", name, framesOf(error));
      }
    });
  }
}
