import type { RunningApp } from "./launch.ts";

/**
 * Playwright's trace of an app, thrown away where the test passes. Without pictures, which cost a third
 * of the time: what the pages were like before and after each step is in it all the same.
 */
export async function beginTrace({ app }: RunningApp): Promise<void> {
  await app.context().tracing.start({});
}

/** What was traced so far is not of interest. */
export async function renewTrace({ app }: RunningApp): Promise<void> {
  const { tracing } = app.context();
  await tracing.stopChunk();
  await tracing.startChunk();
}

export const saveTrace = ({ app }: RunningApp, path: string): Promise<void> =>
  app.context().tracing.stopChunk({ path });

/** An app that is ended by its test: the trace is put aside before it is lost with the app. */
export const tracedToItsEnd = (app: RunningApp, path: string): RunningApp => ({
  ...app,
  async close() {
    await saveTrace(app, path);
    await app.close();
  },
  async kill() {
    await saveTrace(app, path);
    await app.kill();
  },
});
