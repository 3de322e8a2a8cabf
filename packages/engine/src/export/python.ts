/** How numbers and lists are written in Python. */
import type { LinearParameters } from "../nn/network.ts";

/** Lines of generated code are at most this long, in characters. */
const WIDTH = 100;

/** A float: the shortest text that reads back to the same bits. */
export function float(value: number): string {
  if (!Number.isFinite(value)) return `float("${String(value).toLowerCase()}")`;
  const text = Object.is(value, -0) ? "-0" : String(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text; // a long whole number would not fit an integer tensor
}

/** Items in as few indented lines as they need, each item with a comma. */
export function lines(items: readonly string[]): string {
  const rows: string[] = [];
  for (const item of items) {
    const row = rows.at(-1);
    if (row === undefined || row.length + item.length + 2 > WIDTH) rows.push(`    ${item},`);
    else rows[rows.length - 1] = `${row} ${item},`;
  }
  return rows.join("\n");
}

/** A list of floats on one line. */
export function vector(values: readonly number[]): string {
  return `[${values.map(float).join(", ")}]`;
}

/** A list of expressions within a function: on one line if they are few. */
export function listOf(items: readonly string[]): string {
  if (items.length < 4) return `[${items.join(", ")}]`;
  return `[\n${items.map((item) => `        ${item},\n`).join("")}    ]`;
}

/** The layers' parameters as a list of pairs (weight, bias). */
export function parameterList(layers: readonly LinearParameters[]): string {
  const pairs = layers.map(({ weight, bias }) => {
    const rows = weight.map((row) => `            ${vector(row)},`);
    return ["    (", "        [", ...rows, "        ],", `        ${vector(bias)},`, "    ),"].join("\n");
  });
  return ["[", ...pairs, "]"].join("\n");
}
