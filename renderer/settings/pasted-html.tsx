import { makeStyles, shorthands, tokens } from "@fluentui/react-components";
import { createElement, type ReactNode } from "react";

const useStyles = makeStyles({
  paper: {
    // Only links are underlined here.
    "& u": { color: tokens.colorBrandForegroundLink },
    "& hr": {
      ...shorthands.borderWidth("1px", 0, 0),
      ...shorthands.borderStyle("solid"),
      ...shorthands.borderColor(tokens.colorNeutralStroke1),
      marginBlock: tokens.spacingVerticalM,
    },
  },
});

/** What is shown of an invitation. A link is shown as one, and leads nowhere. */
const shownTags: Readonly<Record<string, string>> = {
  P: "p",
  BR: "br",
  DIV: "div",
  SPAN: "span",
  B: "b",
  STRONG: "strong",
  I: "i",
  EM: "em",
  A: "u",
  HR: "hr",
  TABLE: "table",
  THEAD: "thead",
  TBODY: "tbody",
  TR: "tr",
  TD: "td",
  TH: "th",
};
const empty: ReadonlySet<string> = new Set(["br", "hr"]);
const silent: ReadonlySet<string> = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "TITLE"]);
const deepest = 60;

/** Of Chromium's, as far as it is used here; what a policy makes passes for the text it is. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML(html: string): string },
  ): { createHTML(html: string): string };
}

declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypes;
  }
}

/** Of this module alone: what it makes goes into a document of its own, and never into this one. */
const parsing = window.trustedTypes?.createPolicy("pasted-html", { createHTML: (html) => html });

const bodyOf = (html: string): HTMLElement =>
  new DOMParser().parseFromString(parsing?.createHTML(html) ?? html, "text/html").body;

/** HTML as it would look where it is pasted: elements of ours, made anew, without any attribute. */
export function PastedHtml({ html }: { readonly html: string }) {
  const styles = useStyles();
  // Parsed apart from this page: nothing in it loads or runs.
  return (
    <div dir="auto" className={styles.paper}>
      {childrenOf(bodyOf(html), 0)}
    </div>
  );
}

const childrenOf = (parent: Node, depth: number): ReactNode[] =>
  [...parent.childNodes].map((node, at) => drawn(node, at, depth));

function drawn(node: Node, key: number, depth: number): ReactNode {
  if (node instanceof Text) return textOf(node);
  if (!(node instanceof Element) || silent.has(node.tagName) || depth > deepest) return null;
  const tag = shownTags[node.tagName];
  const children = childrenOf(node, depth + 1);
  // What is in an element nobody expects is text all the same.
  if (tag === undefined) return children;
  return empty.has(tag) ? createElement(tag, { key }) : createElement(tag, { key }, ...children);
}

/** Between the rows of a table there is nothing but blanks, and React wants none there. */
function textOf({ data, parentElement }: Text): string | null {
  const isBetweenCells = ["TABLE", "THEAD", "TBODY", "TR"].includes(parentElement?.tagName ?? "");
  return isBetweenCells && data.trim() === "" ? null : data;
}
