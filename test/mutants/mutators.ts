import { type ESTree, parseSync, Visitor, type VisitorObject } from "vite";

/** One small change to one source file: the text from `start` to `end` becomes `after`. */
export interface Mutant {
  /** From the root, with slashes. */
  readonly file: string;
  readonly line: number;
  readonly mutator: string;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}
type Change = (mutator: string, start: number, end: number, after: string) => void;

/** Every mutant of a source file, but of types, imports, what is thrown and what is logged. */
export function mutantsOf(file: string, text: string): Mutant[] {
  const mutants: Mutant[] = [];
  const change: Change = (mutator, start, end, after) => {
    const before = text.slice(start, end);
    if (before === after) return;
    const line = text.slice(0, start).split("\n").length;
    mutants.push({ file, line, mutator, start, end, before, after });
  };
  const leftOut: ESTree.Span[] = [];
  const { program } = parseSync(file, text);
  const parts = [
    leaveOut(text, leftOut),
    mutateConditions(change),
    mutateOperators(text, change),
    mutateLiterals(change),
    mutateStatements(text, change),
    mutateCalls(text, change),
  ];
  for (const part of parts) new Visitor(part).visit(program);
  const isLeftOut = ({ start, end }: Mutant) =>
    leftOut.some((span) => span.start <= start && end <= span.end);
  return mutants.filter((mutant) => !isLeftOut(mutant));
}

const logCall = /(?:^|\.)log\.\w+$/u;

function leaveOut(text: string, spans: ESTree.Span[]): VisitorObject {
  const push = (span: ESTree.Span) => void spans.push(span);
  return {
    ImportDeclaration: push,
    ExportAllDeclaration: push,
    TSTypeAnnotation: push,
    TSTypeAliasDeclaration: push,
    TSInterfaceDeclaration: push,
    TSTypeParameterDeclaration: push,
    TSTypeParameterInstantiation: push,
    TSAsExpression: ({ typeAnnotation }) => push(typeAnnotation),
    TSSatisfiesExpression: ({ typeAnnotation }) => push(typeAnnotation),
    ThrowStatement: push,
    ExpressionStatement(node) {
      const { expression } = node;
      if (expression.type !== "CallExpression") return;
      const { callee } = expression;
      if (logCall.test(text.slice(callee.start, callee.end))) push(node);
    },
    Property: ({ key, computed }) => void (!computed && push(key)),
  };
}

type Swaps = ReadonlyMap<string, string>;
const swaps = (table: Readonly<Record<string, string>>): Swaps => new Map(Object.entries(table));

const negated = swaps({
  "===": "!==",
  "!==": "===",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
});
const atBoundary = swaps({ "<": "<=", "<=": "<", ">": ">=", ">=": ">" });
const otherSum = swaps({ "+": "-", "-": "+", "*": "/", "/": "*", "%": "*" });
const andOr = swaps({ "&&": "||", "||": "&&" });
const otherAssignment = swaps({ "+=": "-=", "-=": "+=", "??=": "=", "||=": "=", "&&=": "=" });

function mutateConditions(change: Change): VisitorObject {
  return {
    IfStatement({ test, consequent, alternate }) {
      change("condition always", test.start, test.end, "true");
      const leaves = alternate === null && isEarlyExit(consequent);
      change(leaves ? "early exit removed" : "condition never", test.start, test.end, "false");
    },
    ConditionalExpression({ test }) {
      change("condition always", test.start, test.end, "true");
      change("condition never", test.start, test.end, "false");
    },
    WhileStatement: ({ test }) => change("condition never", test.start, test.end, "false"),
    ForStatement({ test }) {
      if (test) change("condition never", test.start, test.end, "false");
    },
  };
}

function isEarlyExit(statement: ESTree.Statement | undefined): boolean {
  if (statement?.type === "BlockStatement") return isEarlyExit(statement.body.at(-1));
  return /^(?:Return|Continue|Break)Statement$/u.test(statement?.type ?? "");
}

function mutateOperators(text: string, change: Change): VisitorObject {
  /** Only the sign between two operands, so that what stands beside it stays as it is. */
  const sign = (mutator: string, left: ESTree.Span, operator: string, others: Swaps) => {
    const to = others.get(operator);
    const start = text.indexOf(operator, left.end);
    if (to) change(mutator, start, start + operator.length, to);
  };
  return {
    BinaryExpression({ left, operator, right }) {
      const swap = (mutator: string, others: Swaps) => sign(mutator, left, operator, others);
      swap("negated comparison", negated);
      swap("boundary", atBoundary);
      if (!isText(left) && !isText(right)) swap("arithmetic", otherSum);
    },
    LogicalExpression({ left, operator, right, start, end }) {
      if (operator === "??") {
        change("?? to its left", start, end, text.slice(left.start, left.end));
        change("?? to its right", start, end, text.slice(right.start, right.end));
        return;
      }
      sign("and or", left, operator, andOr);
      change("clause removed", start, end, text.slice(left.start, left.end));
      change("clause removed", start, end, text.slice(right.start, right.end));
    },
    UnaryExpression({ operator, argument, start, end }) {
      const operand = text.slice(argument.start, argument.end);
      if (operator === "!") change("not removed", start, end, operand);
      if (operator === "-") change("minus removed", start, end, operand);
    },
    UpdateExpression({ operator, start, end }) {
      const swapped = text.slice(start, end).replace(operator, operator === "++" ? "--" : "++");
      change("arithmetic", start, end, swapped);
    },
    AssignmentExpression: ({ left, operator }) =>
      sign("assignment", left, operator, otherAssignment),
  };
}

const isText = (node: { type: string; value?: unknown }) =>
  node.type === "TemplateLiteral" || (node.type === "Literal" && typeof node.value === "string");

function mutateLiterals(change: Change): VisitorObject {
  return {
    Literal(node) {
      const { value, start, end } = node;
      if (typeof value === "string") change("string", start, end, value === "" ? '"mutant"' : '""');
      if (typeof value === "boolean") change("boolean", start, end, String(!value));
      if (typeof value === "number") change("number", start, end, String(value + 1));
      if ("regex" in node) {
        const { pattern, flags } = node.regex;
        const anywhere = [pattern.replace(/^\^/u, ""), pattern.replace(/(?<!\\)\$$/u, "")];
        for (const other of anywhere) change("regex", start, end, `/${other}/${flags}`);
        change("regex", start, end, `/${pattern}/${flags.replace("i", "")}`);
      }
    },
    TemplateLiteral: ({ start, end }) => change("string", start, end, "``"),
  };
}

function mutateStatements(text: string, change: Change): VisitorObject {
  const textOf = ({ start, end }: ESTree.Span) => text.slice(start, end);
  return {
    ExpressionStatement({ expression, directive, start, end }) {
      if (directive) return;
      change("statement removed", start, end, ";");
      if (expression.type === "AwaitExpression")
        change("await removed", start, end, `void ${textOf(expression.argument)};`);
    },
    CatchClause: ({ body }) => change("catch emptied", body.start, body.end, "{}"),
    TryStatement({ finalizer }) {
      if (finalizer) change("finally emptied", finalizer.start, finalizer.end, "{}");
    },
    ObjectExpression({ properties }) {
      for (const { type, start, end } of properties)
        if (type === "SpreadElement") change("spread emptied", start, end, "...{}");
    },
    ArrayExpression({ elements }) {
      for (const element of elements)
        if (element?.type === "SpreadElement")
          change("spread emptied", element.start, element.end, "...[]");
    },
  };
}

const swappedMethods = swaps({
  some: "every",
  every: "some",
  min: "max",
  max: "min",
  startsWith: "endsWith",
  endsWith: "startsWith",
  floor: "ceil",
  ceil: "floor",
  all: "race",
  allSettled: "race",
});
/** By the name of the mutator that leaves the call out. */
const droppedMethods = swaps({
  filter: "filter removed",
  catch: "catch removed",
  finally: "finally removed",
  toSorted: "order removed",
  toReversed: "order removed",
  slice: "call removed",
  flat: "call removed",
  trim: "text kept as it is",
  normalize: "text kept as it is",
  toLowerCase: "text kept as it is",
  toUpperCase: "text kept as it is",
  replace: "text kept as it is",
  replaceAll: "text kept as it is",
});

function mutateCalls(text: string, change: Change): VisitorObject {
  return {
    CallExpression({ callee, optional, start, end }) {
      if (optional) {
        const mark = text.indexOf("?.", callee.end);
        change("optional chaining removed", mark, mark + 2, "");
      }
      if (callee.type !== "MemberExpression" || callee.computed) return;
      const { object, property } = callee;
      const swapped = swappedMethods.get(property.name);
      if (swapped) change("method swapped", property.start, property.end, swapped);
      const mutator = droppedMethods.get(property.name);
      if (mutator) change(mutator, start, end, text.slice(object.start, object.end));
    },
    MemberExpression({ object, optional, computed }) {
      if (!optional) return;
      const mark = text.indexOf("?.", object.end);
      change("optional chaining removed", mark, mark + 2, computed ? "" : ".");
    },
  };
}
