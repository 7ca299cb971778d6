import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** One measured figure, as out/bench.json and out/torture.json keep them. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** In words, for example "at most 25". */
  readonly goal: string;
  readonly pass: boolean;
}

export interface Figures {
  /** Passes while the value is at most `limit`. */
  atMost(name: string, value: number, unit: string, limit: number): void;
  atLeast(name: string, value: number, unit: string, limit: number): void;
  exactly(name: string, value: number, unit: string, wanted: number): void;
  /** Something to compare with: it has no goal of its own. */
  note(name: string, value: number, unit: string): void;
  /** Prints the table, writes out/`file`, and answers whether every figure passed. */
  finish(file: string): boolean;
}

export function createFigures(): Figures {
  const figures: Figure[] = [];
  const add = (figure: Figure) => {
    figures.push(figure);
    console.log(`  ${lineOf(figure)}`);
  };
  return {
    atMost: (name, value, unit, limit) =>
      add({ name, value, unit, goal: `at most ${limit}`, pass: value <= limit }),
    atLeast: (name, value, unit, limit) =>
      add({ name, value, unit, goal: `at least ${limit}`, pass: value >= limit }),
    exactly: (name, value, unit, wanted) =>
      add({ name, value, unit, goal: `exactly ${wanted}`, pass: value === wanted }),
    note: (name, value, unit) => add({ name, value, unit, goal: "for comparison", pass: true }),
    finish(file) {
      const folder = join(import.meta.dirname, "../out");
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, file), `${JSON.stringify(figures, null, 2)}\n`);
      console.log(["", ...table(figures)].join("\n"));
      return figures.every((figure) => figure.pass);
    },
  };
}

/** The value that `share` (0 to 1) of the values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

const rounded = (value: number) => String(Math.round(value * 100) / 100);

const lineOf = ({ name, value, unit, goal, pass }: Figure) =>
  `${pass ? "ok  " : "MISS"} ${name}: ${rounded(value)} ${unit} (${goal})`;

function table(figures: readonly Figure[]): string[] {
  const rows = figures.map(({ name, value, unit, goal, pass }) => [
    name,
    rounded(value),
    unit,
    goal,
    pass ? "ok" : "MISS",
  ]);
  const all = [["figure", "value", "unit", "goal", ""], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...all.map((row) => (row[column] ?? "").length)),
  );
  return all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "));
}
