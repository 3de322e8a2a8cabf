/** From a table to custom data of any kind, and what was made of its columns. */
import {
  attempt,
  axisMaps,
  type AxisMap,
  type CustomData,
  format,
  likelyChoice,
  MAX_INPUTS,
  MAX_OUTPUTS,
  MAX_SAMPLES,
  pointsOf,
  readTable,
  type Result,
  type Table,
  type TableChoice,
  tableData,
  type TargetKind,
} from "@neural-viz/engine";
import { messages } from "#text/own";

/** Data from a table, and a sentence about its columns. */
export interface Taken {
  readonly data: CustomData;
  readonly words: string;
}

export interface Read {
  /** What the text's cells are and which are used; undefined if it can't be read as a table. */
  readonly columns: { readonly table: Table; readonly choice: TableChoice } | undefined;
  readonly taken: Result<Taken>;
}

/**
 * The points a text contains, or why it can't be read. Inputs outside [0, 1] are scaled into it, or with `keep` stay as
 * they are.
 */
export function read(text: string, chosen: TableChoice | undefined, keep: boolean): Read | undefined {
  if (text.trim() === "") return undefined;
  const table = attempt(() => readTable(text, 2));
  if (!table.ok) return { columns: undefined, taken: table };
  const choice = chosen ?? likelyChoice(table.value);
  return { columns: { table: table.value, choice }, taken: attempt(() => take(table.value, choice, keep)) };
}

function take(table: Table, choice: TableChoice, keep: boolean): Taken {
  const scaled = takeScaled(table, choice);
  return keep && scaled.data.map !== undefined ? takeAny(table, choice, false) : scaled;
}

/** Two labels over two inputs have one scale for both, so that nothing is stretched. */
function takeScaled(table: Table, choice: TableChoice): Taken {
  const { inputs, targets, target } = choice;
  const [x1, x2] = inputs;
  if (targets !== "binary" || x1 === undefined || x2 === undefined || inputs.length > 2) {
    return takeAny(table, choice, true);
  }
  const { samples, map, labels } = pointsOf(table, { x1, x2, label: target[0]! }, MAX_SAMPLES);
  return {
    data: { name: "custom", samples, ...(map === undefined ? {} : { map }) },
    words: wordsOf(labels, map === undefined ? undefined : axisMaps(map)),
  };
}

function takeAny(table: Table, choice: TableChoice, scaled: boolean): Taken {
  const { labels, ...data } = tableData(table, choice, { inputs: scaled, targets: false }, MAX_SAMPLES);
  // What a table doesn't have is left out.
  const given = Object.entries(data).filter(([, value]) => value !== undefined);
  return {
    data: { name: "custom", ...(Object.fromEntries(given) as Omit<CustomData, "name">) },
    words: wordsOf(labels, data.map, data.domain),
  };
}

/** What the labels mean, and how the inputs were scaled, or where they lie if they were kept outside [0, 1]. */
function wordsOf(
  labels: readonly string[],
  maps: readonly AxisMap[] | undefined,
  domain?: CustomData["domain"],
): string {
  const classes = labels.map((name, label) => messages.classOf(name, label)).join(", ");
  if (domain !== undefined) {
    const ranges = domain.map(([low, high], k) =>
      messages.inputRange(inputName(k), format(low), format(high)),
    );
    return messages.inputsKept(classes, ranges.join(", "));
  }
  if (maps === undefined) return messages.inputsStay(classes);
  const shifts = maps.map(
    ({ offset, scale }, k) =>
      `${inputName(k)} = (column ${offset < 0 ? "+" : "−"} ${format(Math.abs(offset))}) / ${format(scale)}`,
  );
  const alike = maps.length === 2 && maps[0]!.scale === maps[1]!.scale;
  return messages.inputsScaled(classes, shifts.join(", "), alike);
}

const inputName = (k: number): string => `x${"₁₂₃₄"[k]}`;
const valueName = (j: number): string => `y${"₁₂₃₄"[j]}`;

/** A role of a column: which input or target it is. */
export interface Role {
  readonly label: string;
  readonly column: number;
  /** The choice with another column in this role. */
  readonly with: (column: number) => TableChoice;
}

export function rolesOf(choice: TableChoice): readonly Role[] {
  const { inputs, targets, target } = choice;
  return [
    ...inputs.map((column, k) => ({
      label: inputName(k),
      column,
      with: (next: number): TableChoice => ({ ...choice, inputs: inputs.with(k, next) }),
    })),
    ...target.map((column, j) => ({
      label: targets === "values" ? valueName(j) : messages.label,
      column,
      with: (next: number): TableChoice => ({ ...choice, target: target.with(j, next) }),
    })),
  ];
}

/** The choice with as many inputs. Those that come new are the first columns without a role. */
export function withInputs(table: Table, choice: TableChoice, count: number): TableChoice {
  return { ...choice, inputs: resized(table, choice, choice.inputs, count) };
}

/** The same for values that are targets. */
export function withOutputs(table: Table, choice: TableChoice, count: number): TableChoice {
  return { ...choice, target: resized(table, choice, choice.target, count) };
}

function resized(
  { names }: Table,
  { inputs, target }: TableChoice,
  columns: readonly number[],
  count: number,
): readonly number[] {
  const free = names.map((_, k) => k).filter((k) => !inputs.includes(k) && !target.includes(k));
  return [...columns, ...free].slice(0, count);
}

/** The choice with targets of another kind. */
export function withTargets(table: Table, { inputs }: TableChoice, targets: TargetKind): TableChoice {
  return likelyChoice(table, { inputs, targets });
}

/** How many inputs, or values that are targets, the columns allow beside those of the other kind. */
export function countsFor({ names }: Table, others: number, kind: "inputs" | "outputs"): readonly string[] {
  const most = Math.min(kind === "inputs" ? MAX_INPUTS : MAX_OUTPUTS, names.length - others);
  return Array.from({ length: Math.max(1, most) }, (_, i) => String(i + 1));
}
