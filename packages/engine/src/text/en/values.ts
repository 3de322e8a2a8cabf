/** Error messages for invalid values: what is allowed, and what was found. */
import { catalog } from "../message.ts";
import { invalid, type Items, nouns, numbers } from "./invalid.ts";
import { plural } from "./plural.ts";

/** What a row of a dataset holds. */
interface Row {
  readonly inputs: number;
  readonly targets: "binary" | "classes" | "values";
  readonly outputs: number;
}

/** [x1, x2, label], or [x1, y1, y2]. */
function rowText({ inputs, targets, outputs }: Row): string {
  const numbered = (letter: string, count: number) =>
    Array.from({ length: count }, (_, i) => `${letter}${count === 1 ? "" : i + 1}`);
  const xs = Array.from({ length: inputs }, (_, i) => `x${i + 1}`);
  return `[${[...xs, ...(targets === "values" ? numbered("y", outputs) : ["label"])].join(", ")}]`;
}

const others = catalog("allowed", {
  object: () => "an object",
  list: () => "a list",
  listOf: ({ count, items }: { count: number; items: Items }) => `a list of ${plural(count, nouns[items])}`,
  truth: () => "true or false",
  text: () => "text",
  finite: () => "a finite number",
  only: ({ value }: { value: number }) => String(value),
  whole: ({ from, to }: { from: number; to: number }) => `a whole number from ${from} to ${to}`,
  oneOf: ({ names }: { names: readonly (string | number)[] }) =>
    names.length === 1 ? String(names[0]) : `one of ${names.join(", ")}`,
  label: () => "the label 0 or 1",
  row: (columns: Row) => rowText(columns),
  rows: (columns: Row) => `a list of ${rowText(columns)}`,
  maps: ({ count, items }: { count: number; items: "inputs" | "targets" }) =>
    `a list with {"offset", "scale"} for ${count === 1 ? `the ${items.slice(0, -1)}` : `each of the ${count} ${items}`}`,
  interval: () => "[low, high] with low < high",
  domain: ({ inputs }: { inputs: number }) =>
    `a list with [low, high] for ${inputs === 1 ? "the input" : `each of the ${inputs} inputs`}`,
  layers: () => "a list of layers",
  scenes: ({ most }: { most: number }) => `a list of 1 to ${most} scenes`,
  batch: () => '"all" or {"size": 16, "seed": 0}',
  parameter: () => "a parameter of this network, such as W.1.1.1 or b.1.1",
  update: ({ limit }: { limit: number }) =>
    `a whole number from 0 to ${limit}, the most updates this run can have`,
  panel: () => "the name of a tool, such as audit",
  settings: ({ most }: { most: number }) =>
    `an object of at most ${most} settings, each text, a finite number, or true or false`,
  fingerprint: () => "16 hexadecimal digits",
  quantity: () => "the id of a quantity, such as W.1.1.1@0",
  probe: ({ domain }: { domain: readonly (readonly [low: number, high: number])[] }) =>
    domain.every(([low, high]) => low === 0 && high === 1)
      ? `${["a list with a number", "two numbers", "three numbers", "four numbers"][domain.length - 1]} from 0 to 1`
      : `a list with ${domain.map(([low, high]) => `a number from ${low} to ${high}`).join(" and ")}`,
  caption: ({ most }: { most: number }) => `text of at most ${most} characters`,
});

/** What is allowed, as the end of “must be …”. */
export const allowed = { ...numbers, ...others };

const refused = catalog("values", {
  wrongLength: (the: { where: string; from: number; to: number; count: number; items: Items }) =>
    `${the.where} must have ${the.from} to ${plural(the.to, nouns[the.items])}; it has ${the.count}.`,
  unknownKey: ({ where, key, keys }: { where: string; key: string; keys: readonly string[] }) =>
    `${where} has no key “${key}”; its keys are ${keys.join(", ")}.`,
  twice: ({ where, name }: { where: string; name: string }) =>
    `${where} can’t repeat an entry; ${name} is there twice.`,
  onlyFor: ({ where, needs, targets }: { where: string; needs: string; targets: string }) =>
    `${where} is only allowed with "targets": "${needs}"; here the targets are "${targets}".`,
  targetAsInput: ({ where, column, name }: { where: string; column: number; name: string }) =>
    `${where} must leave out column ${column}, ${name}, because it is the target.`,
  noHead: (the: { where: string; found: string; targets: string; allowed: readonly string[] }) =>
    `${the.where} must be one of ${the.allowed.join(", ")} for "targets": "${the.targets}"; it is ${the.found}.`,
  theExperiment: () => "The experiment",
  theValue: () => "The value",
  incomplete: ({ key }: { key: string }) =>
    `The experiment has no ${key}. Pass it through parseExperiment, which fills in the defaults.`,
  notJson: ({ name, reason }: { name: string; reason: string }) => `${name} is not valid JSON: ${reason}.`,
  tooDeep: () => "its brackets are nested too deeply",
});

export const values = { ...invalid, ...refused };
