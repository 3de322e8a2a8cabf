/** Tables as comma-separated values with a header; every number reads back to the same bits. */
import { samplesOf } from "../session/start.ts";
import type { Trained } from "./trained.ts";
import { unitsOf } from "./units.ts";

/** The loss after 0, 1, 2, … updates, and that of the points held out when there are any. */
export function lossesCsv({ experiment, losses, testLosses }: Trained): string {
  const t = experiment.training.batch === "all" ? "epoch" : "update";
  const tested = testLosses.length > 0;
  return table(`${t},loss${tested ? ",test_loss" : ""}`, losses.length, (i) =>
    [i, losses[i], ...(tested ? [testLosses[i]] : [])].join(","),
  );
}

/** The samples in the order of training; where the inputs were scaled, with the data's own units in two more columns. */
export function dataCsv({ experiment }: Trained): string {
  const { count, x1, x2, y } = samplesOf(experiment.dataset);
  const units = unitsOf(experiment);
  const own = (s: number): string =>
    units === undefined ? "" : `,${x1[s]! * units.scale + units.x1},${x2[s]! * units.scale + units.x2}`;
  return table(
    `x1,x2,label${units === undefined ? "" : ",x1_original,x2_original"}`,
    count,
    (s) => `${x1[s]},${x2[s]},${y[s]}${own(s)}`,
  );
}

function table(header: string, count: number, row: (i: number) => string): string {
  return `${[header, ...Array.from({ length: count }, (_, i) => row(i))].join("\n")}\n`;
}
