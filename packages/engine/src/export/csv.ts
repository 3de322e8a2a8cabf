/** Tables as comma-separated values with a header; every number reads back to the same bits. */
import { type AxisMap, inOwnUnit } from "../data/index.ts";
import { type Columns, labelAt } from "../math/classes.ts";
import { samplesOf } from "../session/start.ts";
import { columnNames } from "./columns.ts";
import type { Trained } from "./trained.ts";
import { unitsOf } from "./units.ts";

/**
 * The loss after 0, 1, 2, … updates, that of the points held out when there are any, and with a penalty on the weights the
 * objective.
 */
export function lossesCsv({ experiment, losses, testLosses, objectives }: Trained): string {
  const t = experiment.training.batch === "all" ? "epoch" : "update";
  const columns = [
    { name: "loss", values: losses },
    { name: "test_loss", values: testLosses },
    { name: "objective", values: objectives },
  ].filter(({ values }) => values.length > 0);
  return table([t, ...columns.map(({ name }) => name)], losses.length, (i) => [
    i,
    ...columns.map(({ values }) => values[i]!),
  ]);
}

/** The samples in the order of training; where they were scaled, with the data's own units in more columns. */
export function dataCsv({ experiment }: Trained): string {
  const samples = samplesOf(experiment.dataset);
  const { kind, count, inputs, targets } = samples;
  const units = unitsOf(experiment);
  const names = columnNames(samples);
  const original = (from: number, maps: readonly AxisMap[] | undefined): string[] =>
    (maps ?? []).map((_, k) => `${names[from + k]}_original`);
  const own = (columns: Columns, maps: readonly AxisMap[] | undefined, s: number): number[] =>
    (maps ?? []).map((map, k) => inOwnUnit(map, columns[k]![s]!));
  return table(
    [...names, ...original(0, units.inputs), ...original(inputs.length, units.targets)],
    count,
    (s) => {
      const label = labelAt(kind, targets, s);
      return [
        ...inputs.map((column) => column[s]!),
        ...(label === undefined ? targets.map((column) => column[s]!) : [label]),
        ...own(inputs, units.inputs, s),
        ...own(targets, units.targets, s),
      ];
    },
  );
}

function table(header: readonly string[], count: number, row: (i: number) => readonly number[]): string {
  const rows = Array.from({ length: count }, (_, i) => row(i).join(","));
  return `${[header.join(","), ...rows].join("\n")}\n`;
}
