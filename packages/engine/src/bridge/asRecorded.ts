/** A recording as a run: after every update, each parameter is set to the recorded one. */
import { bridge } from "#text/bridge";
import { ExperimentError } from "../math/errors.ts";
import { parameterId } from "../nn/network.ts";
import type { Change, Experiment } from "../session/experiment.ts";
import { parseExperiment } from "../session/parse.ts";
import { experimentFrom } from "./playable.ts";
import { optimizerAtUpdate, parametersBefore } from "./recordedRun.ts";
import type { RecordedUpdate, RecordingHead } from "./recording.ts";

/** The most numbers that are set by hand in one experiment. */
const MAX_SET = 4000;

/**
 * The experiment that has the recorded parameters after each update, whatever the loop did to get there. What else it
 * shows is computed from them. @throws ExperimentError that says what an experiment can't hold
 */
export function experimentAsRecorded(head: RecordingHead, updates: readonly RecordedUpdate[]): Experiment {
  const { size } = head.network;
  if (updates.length * size > MAX_SET) throw new ExperimentError(bridge.tooManyToSet({ most: MAX_SET }));
  const { batch } = updates[0]!;
  const start = parametersBefore(updates, 0);
  const plain = experimentFrom(
    head,
    start,
    optimizerAtUpdate(head, updates, 0),
    batch === "all" ? "all" : batch.length,
  );
  const perEpoch = batch === "all" ? 1 : Math.ceil(head.data.count / batch.length);
  return parseExperiment({
    ...plain,
    training: { ...plain.training, epochs: Math.ceil(updates.length / perEpoch), autoStop: false },
    changes: updates.flatMap((update, i): Change[] => {
      const params = update.after ?? (i + 1 < updates.length ? parametersBefore(updates, i + 1) : undefined);
      if (update.t !== i || params === undefined) throw new ExperimentError(bridge.notEveryUpdate());
      if (!params.every(Number.isFinite)) throw new ExperimentError(bridge.notFinite());
      const optimizer =
        i > 0 && update.optimizer !== undefined ? [{ at: i, optimizer: update.optimizer.choice }] : [];
      const set = Array.from(params, (value, k) => ({
        at: i + 1,
        parameter: parameterId(head.network, k),
        value,
      }));
      return [...optimizer, ...set];
    }),
  });
}
