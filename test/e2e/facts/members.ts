import { join } from "node:path";

import type { Node } from "typescript/unstable/ast";
import {
  isBindingElement,
  isCallExpression,
  isPropertyAccessExpression,
  isStringLiteral,
} from "typescript/unstable/ast/is";
import { API, type NodeHandle, type Project } from "typescript/unstable/sync";

const declarations = /electron\/electron\.d\.ts$/iu;
const ofEmitters = new Set(["on", "once", "off", "addListener", "removeListener"]);

/**
 * Every member of Electron's that the app's main process and preload name, as "Class.member": an event as
 * "Class.on(name)".
 */
export function electronMembers(root: string): string[] {
  const config = join(root, "main/tsconfig.json");
  const api = new API({ cwd: root });
  try {
    const project = api.updateSnapshot({ openProject: config }).getProject(config);
    if (!project) throw new Error(`${config} is no project`);
    const names = project.program
      .getSourceFileNames()
      .filter((name) => !name.includes("node_modules"));
    return [...new Set(names.flatMap((name) => membersIn(project, name)))].toSorted();
  } finally {
    api.close();
  }
}

function membersIn(project: Project, fileName: string): string[] {
  const file = project.program.getSourceFile(fileName);
  if (!file) return [];
  const named: Node[] = [];
  const visit = (node: Node): void => {
    const name = nameIn(node);
    if (name) named.push(name);
    node.forEachChild(visit);
  };
  visit(file);
  if (named.length === 0) return [];
  const symbols = project.checker.getSymbolAtLocation(named);
  return symbols.flatMap((symbol, at) => {
    const declared = symbol?.declarations.find(({ path }) => declarations.test(path));
    const node = named[at];
    return declared && node ? [labelOf(symbol?.name ?? "", declared, node, project)] : [];
  });
}

/** What a node names that may be Electron's. */
function nameIn(node: Node): Node | undefined {
  if (isPropertyAccessExpression(node)) return node.name;
  return isBindingElement(node) ? (node.propertyName ?? node.name) : undefined;
}

function labelOf(name: string, declared: NodeHandle, node: Node, project: Project): string {
  const { parent } = declared.resolve(project) ?? {};
  const owner = ownerOf(parent);
  const call = node.parent.parent;
  if (!ofEmitters.has(name) || !isCallExpression(call)) return `${owner}.${name}`;
  const [event] = call.arguments;
  return event && isStringLiteral(event) ? `${owner}.on(${event.text})` : `${owner}.on`;
}

/** The class or interface around a declaration; "Event" for what only an event's own type says. */
const ownerOf = (node: Node | undefined): string =>
  node && "name" in node && isNamed(node.name) ? node.name.text : "Event";

const isNamed = (name: unknown): name is { readonly text: string } =>
  typeof name === "object" && name !== null && "text" in name;
