// The smallest app: its facts are asked from outside, by Playwright. What only holds before the app is ready is
// asked here, and what happens at the end is written down, for whoever looks afterwards.
import { once } from "node:events";
import { appendFileSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { app, BrowserWindow, protocol, session } from "electron";

const here = import.meta.dirname;

/** What an expression throws, null where it throws nothing. */
function thrown(work) {
  try {
    work();
    return null;
  } catch (error) {
    return error.message;
  }
}
const rejected = async (promise) => {
  try {
    await promise;
    return null;
  } catch (error) {
    return error.message;
  }
};
/** Whether it comes; asked where nothing else follows that could be waited for. */
async function isHeard(emitter, name, work, milliseconds = 300) {
  const ends = new AbortController();
  const heard = once(emitter, name, { signal: ends.signal }).then(
    () => true,
    () => false,
  );
  await work();
  const timer = setTimeout(() => ends.abort(), milliseconds);
  const isIt = await heard;
  clearTimeout(timer);
  return isIt;
}
/** On loopback; what it answers with is a function's, as node:http has it. */
async function serve(answer) {
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
/** A hidden window with the app's one page. */
async function open(options = {}, page = "page.html") {
  const window = new BrowserWindow({
    show: false,
    width: 400,
    height: 300,
    ...options,
    webPreferences: { preload: join(here, "preload.cjs"), ...options.webPreferences },
  });
  window.webContents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
  await window.loadURL(`facts://here/${page}`);
  return window;
}

const note = (line) => {
  const { FACTS_END: file } = process.env;
  if (file) appendFileSync(file, `${line}\n`);
};

const seconds = [];
const atStart = {
  isReady: app.isReady(),
  session: thrown(() => session.defaultSession.protocol),
  window: thrown(() => new BrowserWindow({ show: false })),
  locks: app.requestSingleInstanceLock() ? [true, app.requestSingleInstanceLock()] : [false],
  sandbox: thrown(() => app.enableSandbox()),
};
if (!atStart.locks[0]) app.quit();
const { promise: standing, resolve: stands } = Promise.withResolvers();
globalThis.facts = {
  standing,
  wrong: (value) => value,
  here,
  thrown,
  rejected,
  isHeard,
  serve,
  open,
  atStart,
  seconds,
};

protocol.registerSchemesAsPrivileged([
  { scheme: "facts", privileges: { standard: true, secure: true } },
]);
app.on("second-instance", (_event, words, folder) => seconds.push({ words, folder }));
app.on("window-all-closed", () => note("window-all-closed"));
for (const name of ["before-quit", "will-quit", "quit"]) app.on(name, () => note(name));

// Waited for at the top of the module, it would never come: the app is ready when its main module has run.
void app.whenReady().then(async () => {
  session.defaultSession.protocol.handle("facts", (request) => {
    const { pathname } = new URL(request.url);
    const type = pathname.endsWith(".html") ? "text/html" : "text/plain";
    return new Response(readFileSync(join(here, pathname)), { headers: { "content-type": type } });
  });
  // Something must be there, or the end of each fact's window would be the end of the app.
  globalThis.facts.ground = await open();
  stands();
});
