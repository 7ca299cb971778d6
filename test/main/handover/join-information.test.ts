import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  readJoinInformation,
  sanitizeInvitation,
  textOf,
} from "../../../main/handover/join-information.ts";
import { anyText } from "../../fakes/any-text.ts";
import { isLinear } from "../../fakes/effort.ts";
import { joinInformation } from "../../sandbox/graph/join-information.ts";
import { hostileHtml } from "./hostile-html.ts";

const facts = {
  joinWebUrl:
    "https://teams.microsoft.com/l/meetup-join/19%3ameeting%40thread.v2/0?context=%7b%7d&x=1",
  joinMeetingId: "248719335402",
  passcode: "Xk4Ru9",
  conferenceId: "123456789",
  optionsUrl: "https://teams.microsoft.com/meetingOptions/?organizerId=1",
  footerBytes: 0,
};
const encode = (html: string) =>
  `data:text/html,${encodeURIComponent(html).replaceAll("%20", "+")}`;

test("what Graph sends is what people see in Teams", () => {
  const html = readJoinInformation(joinInformation("en", facts).content) ?? "";
  expect(html).toContain(
    ` href="${facts.joinWebUrl.replaceAll("&", "&amp;")}">Join the meeting now</a>`,
  );
  expect(html).toMatch(/^<div dir="ltr" style="width:100%">/u);
  const lines = textOf(html)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  expect(lines).toEqual([
    "_".repeat(80),
    "Microsoft Teams Need help?",
    "Join the meeting now",
    "Meeting ID: 248719335402",
    "Passcode: Xk4Ru9",
    "Dial in by phone",
    "+1 425-555-0145,,123456789# United States, Redmond",
    "Find a local number",
    "Phone conference ID: 123456789#",
    "Join on a video conferencing device",
    "teams@vc.contoso.com",
    "Video ID: 11123456789",
    "For organizers: Meeting options | Reset dial-in PIN",
  ]);
});

test("Arabic keeps its direction", () => {
  const html = readJoinInformation(joinInformation("ar", facts).content) ?? "";
  expect(html).toMatch(/^<div dir="rtl"/u);
  expect(textOf(html)).toContain("انضم إلى الاجتماع الآن");
});

describe("decoding", () => {
  test.each([
    ["data:text/html,a+%2b+b", "a + b"],
    ["data:text/html,100%+sure+%zz+%e4+%", "100% sure %zz \ufffd %"],
    ["data:text/html;charset=utf-8,%c3%bc", "ü"],
    ["DATA:TEXT/HTML,x", "x"],
    ["data:text/html,%253cscript%253e", "%3cscript%3e"],
    ["data:text/html,", null],
    ["data:text/html,<img+src=x>", null],
    ["data:text/plain,x", null],
    ["data:text/html;base64,PGI+", null],
    ["<b>x</b>", null],
    ["", null],
  ])("%j", (content, text) => {
    const html = readJoinInformation(content);
    expect(html === null ? null : textOf(html)).toBe(text);
  });

  test("64 KiB and no more", () => {
    const longest = "data:text/html,".padEnd(65_536, "x");
    expect(readJoinInformation(longest)).toHaveLength(65_536 - 15);
    expect(readJoinInformation(`${longest}x`)).toBeNull();
  });
});

const allowedTags = "p|br|div|span|b|strong|i|em|a|hr|table|thead|tbody|tr|td|th";
const tag = new RegExp(
  `<(?:/(?:${allowedTags})|(?:${allowedTags})(?<attributes>(?: (?:href|style|dir)="[^"<>]*")*)(?: /)?)>`,
  "giu",
);

/** Nothing but allowed tags with allowed values; what is no tag holds no bracket. */
function expectHarmless(html: string): void {
  expect(html.replaceAll(tag, "")).not.toMatch(/[<>]/u);
  for (const { groups } of html.matchAll(tag))
    for (const [, name, value = ""] of (groups?.["attributes"] ?? "").matchAll(
      /(\w+)="([^"]*)"/gu,
    )) {
      if (name === "href") expect(value).toMatch(/^(?:https:\/\/|tel:|mailto:)/u);
      if (name === "dir") expect(value).toMatch(/^(?:ltr|rtl|auto)$/u);
      if (name === "style")
        expect(value).not.toMatch(/url|expression|import|position|opacity|display|[\\<>()@]/iu);
    }
}

describe("what nobody sees, or everybody has to", () => {
  test.each([
    "font-size:0",
    "font-size:0px",
    "font-size:1px",
    "font-size:0.1em",
    "font-size:9999px",
    "font-size:4%",
    "line-height:0",
    "line-height:9999px",
    "margin-top:9999px",
    "margin:0 999em",
    "padding:9999px",
    "width:9999px",
    "width:0",
  ])("%s", (style) => {
    expect(sanitizeInvitation(`<p style="${style}">x</p>`)).toBe("<p>x</p>");
  });

  test.each(["font-size:14px", "font-size:10.5pt", "line-height:1.5", "margin:0 0 8px 0"])(
    "%s stays",
    (style) => {
      expect(sanitizeInvitation(`<p style="${style}">x</p>`)).toBe(`<p style="${style}">x</p>`);
    },
  );

  test("characters that turn the text round or are not there", () => {
    expect(sanitizeInvitation("<p>a\u202eb&#8238;c\u2066d\u200be\u0007</p>")).toBe("<p>abcde</p>");
  });
});

describe("what is nested for nobody", () => {
  test.each(["<p>", "<b><i>", "<div style='margin:1px'>", "<", "</p>", "<x>"])("%s", (part) => {
    const few = part.repeat(Math.floor(2_000 / part.split("<").length));
    const many = part.repeat(2_001);
    expect(readJoinInformation(`data:text/html,Join us ${few}`)).toContain("Join us");
    expect(readJoinInformation(`data:text/html,Join us ${many}`)).toBeNull();
  });
});

test.each([
  ["mailto:it@contoso.com?subject=x&attach=/etc/passwd", "mailto:it@contoso.com"],
  ["mailto:?attach=/etc/passwd", null],
  ["https://CONTOSO.com/a/../b", "https://contoso.com/b"],
  ["https:contoso.com", null],
  ["https://contoso.com\\@evil.example/", null],
  ["tel:+49 30", null],
  ["tel:+4930,,123#", "tel:+4930,,123#"],
])("the link %s is handed on as %s", (href, link) => {
  const html = sanitizeInvitation(`<a href="${href}">x</a>`);
  expect(html).toBe(link === null ? "<a>x</a>" : `<a href="${link}">x</a>`);
});

describe("hostile HTML", () => {
  test.each(hostileHtml)("%s", (html) => {
    const clean = readJoinInformation(encode(html)) ?? "";
    expectHarmless(clean);
    expectHarmless(readJoinInformation(encode(`<div>${html}</div><p>after</p>`)) ?? "");
    expect(sanitizeInvitation(clean)).toBe(clean);
  });

  test("any mixture of parts, and cleaning twice is cleaning once", () => {
    const part = fc.oneof(
      fc.constantFrom(...hostileHtml),
      fc.constantFrom(
        "<",
        ">",
        "</",
        "<!--",
        "-->",
        "'",
        '"',
        "=",
        "<a href=",
        "<p style=",
        "&lt;",
      ),
      anyText({ maxLength: 8 }),
    );
    const mixture = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(mixture, (html) => {
        const clean = sanitizeInvitation(html);
        expectHarmless(clean);
        expect(sanitizeInvitation(clean)).toBe(clean);
        expect(textOf(clean)).not.toContain("\f");
      }),
    );
  });

  test("what is left of tags is cleaned as it will be read", () => {
    const table = "<p style=<math><mtext><table><mglyph><style><!--</style>";
    const clean = sanitizeInvitation(table);
    expect(clean).toBe("<p></p><table></table><p></p>");
    expect(sanitizeInvitation(clean)).toBe(clean);
  });

  test.each([
    "<div>",
    "<a href='https://a.b'>",
    "<p style='",
    "<",
    "&lt;",
    "<!--",
    "style='margin:1px ",
  ])("%s, deep and long, is read in linear time", async (part) => {
    const read = (html: string) => readJoinInformation(encode(html)) ?? "";
    expectHarmless(read(part.repeat(Math.floor(20_000 / part.length))));
    expect(await isLinear(part, 20_000, read)).toBe(true);
  });
});

test("text keeps lines, and shows what was escaped", () => {
  const html = sanitizeInvitation(
    "<table><tr><td>ID</td><td>1 &lt;b&gt; &amp;amp;</td></tr></table>\r\n <p>a<br><br>b</p><hr><p>“c”</p>",
  );
  expect(textOf(html)).toBe("ID 1 <b> &amp;\na\n\nb\n“c”");
});
