/** Tables as comma-separated values with a header; every number reads back to the same bits. */
import { samplesOf } from "../session/start.ts";
import type { Trained } from "./trained.ts";

/** The loss after 0, 1, 2, … updates, and that of the points held out when there are any. */
export function lossesCsv({ experiment, losses, testLosses }: Trained): string {
  const t = experiment.training.batch === "all" ? "epoch" : "update";
  const tested = testLosses.length > 0;
  return table(`${t},loss${tested ? ",test_loss" : ""}`, losses.length, (i) =>
    [i, losses[i], ...(tested ? [testLosses[i]] : [])].join(","),
  );
}

/** The samples in the order of training. */
export function dataCsv({ experiment }: Trained): string {
  const { count, x1, x2, y } = samplesOf(experiment.dataset);
  return table("x1,x2,label", count, (s) => `${x1[s]},${x2[s]},${y[s]}`);
}

function table(header: string, count: number, row: (i: number) => string): string {
  return `${[header, ...Array.from({ length: count }, (_, i) => row(i))].join("\n")}\n`;
}
