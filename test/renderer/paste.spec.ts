import type { Browser, Dialog, Page } from "@playwright/test";

import { copyFormats } from "../../main/contract/copy-formats.ts";
import { formatInvitation } from "../../main/handover/invitation.ts";
import { sanitizeInvitation } from "../../main/handover/join-information.ts";
import { hostileHtml } from "../main/handover/hostile-html.ts";
import { english, hostileSubjects, sampleFacts } from "../main/handover/sample-facts.ts";
import { expect, test as base } from "./stage.ts";

const paper = `<!doctype html><title>paper</title><textarea rows="20" cols="80"></textarea>
<div id="rich" contenteditable style="min-height:100px"></div><pre id="out"></pre>`;

const address = "https://paper.example/";

/** A page that may use the clipboard: no part of the app, but where people paste. */
async function openPaper(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: address });
  await context.route(address, (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: paper }),
  );
  return context.newPage();
}

const papers = new WeakMap<Browser, Page>();

const test = base.extend<{ paper: Page }>({
  // One page a browser, and a new sheet for each test.
  paper: async ({ engine }, use) => {
    const page = papers.get(engine) ?? (await openPaper(engine));
    papers.set(engine, page);
    await page.goto(address);
    await use(page);
  },
});

/** Puts both kinds on the clipboard and presses Ctrl+V in either field. */
async function paste(page: Page, { text, html }: { text: string; html: string | null }) {
  await page.evaluate(
    async ({ plain, rich }) => {
      const blob = (type: string, content: string) => new Blob([content], { type });
      const plainOnly = { "text/plain": blob("text/plain", plain) };
      const both = { ...plainOnly, "text/html": blob("text/html", rich ?? "") };
      await navigator.clipboard.write([new ClipboardItem(rich === null ? plainOnly : both)]);
    },
    { plain: text, rich: html },
  );
  for (const selector of ["textarea", "#rich"]) {
    await page.locator(selector).fill("");
    await page.locator(selector).focus();
    await page.keyboard.press("Control+v");
  }
  return page.evaluate(() => {
    const rich = document.querySelector<HTMLElement>("#rich");
    const all = [...(rich?.querySelectorAll("*") ?? [])];
    return {
      text: document.querySelector("textarea")?.value,
      seen: rich?.innerText,
      links: all.flatMap((element) => element.getAttribute("href") ?? []),
      tags: [...new Set(all.map((element) => element.localName))],
      handlers: all
        .flatMap((element) => element.getAttributeNames())
        .filter((name) => name.startsWith("on")),
      title: document.title,
    };
  });
}

/** innerText counts a blank line twice, and editors keep runs of blanks with no-break spaces. */
const asSeen = (text: string | undefined) =>
  text?.replaceAll("\n\n\n", "\n\n").replaceAll("\u00a0", " ");

/** What the HTML shows by itself, and where its links go. */
const shown = (page: Page, html: string) =>
  page.evaluate((markup) => {
    const parsed = new DOMParser().parseFromString(markup, "text/html");
    const place = document.querySelector("#out");
    place?.replaceChildren(...parsed.body.childNodes);
    const seen = place instanceof HTMLElement ? place.innerText : "";
    const links = [...(place?.querySelectorAll("a") ?? [])].map((link) =>
      link.getAttribute("href"),
    );
    place?.replaceChildren();
    return { seen, links };
  }, html);

const options = { ...english, eol: "\n", template: "{subject}\n{url}[\n{passcode}]" } as const;
const harmless = ["div", "a", "strong", "br", "span", "b", "hr"];

/** The same invitation where links can be pressed: the address is behind its words, the telephone below a rule. */
const asRich = (text: string) =>
  text
    .replace(/(Join the Teams meeting): \S+/u, "$1\n")
    .replace("\n\nDial in: ", "\nDial in by phone\n");

for (const format of copyFormats)
  test(`${format} arrives as it was written`, async ({ paper: page }) => {
    const handover = formatInvitation(format, sampleFacts(), options);
    const arrived = await paste(page, handover);
    expect(arrived.text).toBe(handover.text);
    const { seen, links } = await shown(page, handover.html ?? "");
    expect(asSeen(arrived.seen)).toBe(handover.html === null ? handover.text : asSeen(seen));
    expect(arrived.links).toEqual(links);
    expect(arrived.tags.filter((tag) => !harmless.includes(tag))).toEqual([]);
    if (format === "invitation") expect(asSeen(seen)).toBe(asRich(handover.text));
  });

test("Teams' own invitation arrives with its links", async ({ paper: page }) => {
  const html = sanitizeInvitation(
    '<div style="width:100%"><div><strong>Microsoft Teams</strong></div><a href="https://teams.microsoft.com/meet/1?p=a&amp;b=c">Join</a> <a href="tel:+49,,1#">Call</a></div>',
  );
  const facts = sampleFacts({ joinInformationHtml: html });
  const arrived = await paste(page, formatInvitation("link-and-invitation", facts, options));
  expect(arrived.text).toBe(facts.joinUrl);
  expect(arrived.seen).toBe("Microsoft Teams\nJoin Call");
  expect(arrived.links).toEqual(["https://teams.microsoft.com/meet/1?p=a&b=c", "tel:+49,,1#"]);
});

test("hostile subjects arrive as text: nothing runs, nothing is added", async ({ paper: page }) => {
  for (const subject of hostileSubjects)
    for (const format of ["invitation", "markdown"] as const) {
      const facts = sampleFacts({ subject, passcode: subject });
      const { text, html } = formatInvitation(format, facts, options);
      const arrived = await paste(page, { text, html });
      expect(arrived.text).toBe(text);
      expect(asSeen(arrived.seen)).toBe(html === null ? text : asRich(text));
      expect(arrived.links).toEqual(
        html === null ? [] : [facts.joinUrl, "tel:+496955500110,,902118447%23"],
      );
      expect(arrived.tags.filter((tag) => !harmless.includes(tag))).toEqual([]);
      expect([arrived.handlers, arrived.title]).toEqual([[], "paper"]);
    }
});

test("what is left of hostile invitations has no part that acts", async ({ paper: page }) => {
  const dialogs: string[] = [];
  const note = (dialog: Dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  };
  page.on("dialog", note);
  const left = await page.evaluate((invitations) => {
    const place = document.querySelector("#out");
    const seen = new Set<string>();
    for (const html of invitations) {
      // Twice, because the mutation that makes some of these act happens when markup is read again.
      for (let turn = 0; turn < 2; turn++)
        if (place) place.innerHTML = turn === 0 ? html : place.innerHTML;
      for (const element of place?.querySelectorAll("*") ?? []) {
        seen.add(element.localName);
        for (const name of element.getAttributeNames()) seen.add(`@${name}`);
        const { protocol = "https:" } =
          element instanceof HTMLAnchorElement && element.href !== "" ? element : {};
        seen.add(protocol);
      }
    }
    return [...seen];
  }, hostileHtml.map(sanitizeInvitation));
  const known =
    "p br div span b strong i em a hr table thead tbody tr td th @href @style @dir https: tel: mailto:";
  expect(left.filter((name) => !known.split(" ").includes(name))).toEqual([]);
  expect(dialogs).toEqual([]);
  await expect(page).toHaveTitle("paper");
  page.off("dialog", note);
});
