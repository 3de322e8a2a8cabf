/** The untrained network, drawn at once and by the same code as in the worker: nothing on the page waits for a message. */
import type { Experiment } from "@neural-viz/engine";
import type { Snapshot } from "../worker/protocol.ts";
import { createTrainer } from "../worker/trainer.ts";

export function firstSnapshot(experiment: Experiment, run: number, size: number): Snapshot {
  let first: Snapshot | undefined;
  const trainer = createTrainer({
    send(report) {
      if (report.kind === "snapshot") first = report.snapshot;
    },
    now: () => 0,
    later: () => {},
  });
  trainer({ kind: "want", wanted: { size, maps: true, beside: undefined } });
  trainer({ kind: "configure", run, experiment, play: false });
  return first!;
}
