/** neural-viz train FILE: from an experiment file to its numbers. */
import { output } from "#text/output";
import {
  createSession,
  format,
  formatProbability,
  type Session,
  stopJson,
  unpack,
  shapeText,
} from "@neural-viz/engine";
import { print, toJson } from "./print.ts";
import { readExperiment, run } from "./run.ts";

export async function train(file: string, json: boolean): Promise<void> {
  const session = createSession(await readExperiment(file));
  const firstGradient = session.gradient.slice();
  if (!(await run(session))) {
    process.exitCode = 130; // as a shell reports a program ended by Ctrl-C
    return;
  }
  print(json ? toJson(result(session, firstGradient)) : summary(session));
}

function result(session: Session, firstGradient: Float64Array): object {
  const { network, t } = session;
  return {
    initialParameters: unpack(network, session.initialParams),
    firstGradient: unpack(network, firstGradient),
    loss: [...session.losses.subarray(0, t)],
    ...(session.test === undefined ? {} : { testLoss: [...session.testLosses] }),
    finalLoss: session.loss,
    finalParameters: unpack(network, session.params),
    probability: [...session.probability],
    updates: t,
    stopped: session.stopped && stopJson(session.stopped),
  };
}

function summary({
  experiment,
  network,
  samples,
  train: trained,
  batches,
  split,
  test,
  losses,
  loss,
  t,
  correct,
  stopped,
  probability,
}: Session): string {
  const least = split.train.reduce((worst, s) => {
    const p = probability[s]!;
    return Math.min(worst, samples.y[s] === 1 ? p : 1 - p);
  }, 1);
  const heldOut =
    test === undefined
      ? ""
      : output.test({
          correct: test.correct,
          count: samples.count - trained.count,
          loss: format(test.loss),
        });
  const why =
    stopped === undefined
      ? ""
      : output.reasons[stopped.reason] + (stopped.id === undefined ? "" : ` (${stopped.id})`);
  return [
    output.run({
      dataset: experiment.dataset.name,
      points: samples.count,
      shape: shapeText(network),
      parameters: network.size,
      optimizer: experiment.optimizer.name,
      rate: experiment.optimizer.learningRate,
    }),
    output.loss({
      first: format(losses[0]!),
      last: format(loss),
      t,
      unit: batches.perEpoch === 1 ? "epoch" : "update",
    }),
    output.correct({
      correct,
      count: trained.count,
      test: heldOut,
      least: formatProbability(least),
    }),
    output.stopped({ why }),
    "",
  ].join("\n");
}
