/** neural-viz train FILE: from an experiment file to its numbers. */
import {
  counted,
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

const reasons = {
  "converged-loss": "the loss is below 0.001",
  "converged-confidence": "every point has been right and over 95 % confident for 50 epochs",
  epochs: "the epoch limit was reached",
  updates: "the limit of 5,000,000 updates was reached",
  diverged: "a number is not finite",
};

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
  const sizes = shapeText(network);
  const least = split.train.reduce((worst, s) => {
    const p = probability[s]!;
    return Math.min(worst, samples.y[s] === 1 ? p : 1 - p);
  }, 1);
  const heldOut =
    test === undefined
      ? ""
      : `, ${test.correct} of ${samples.count - trained.count} held out (test loss ${format(test.loss)})`;
  const why =
    stopped === undefined
      ? ""
      : reasons[stopped.reason] + (stopped.id === undefined ? "" : ` (${stopped.id})`);
  return [
    `${experiment.dataset.name}, ${counted(samples.count, "point")}; ${sizes}, ${network.size} parameters; ${experiment.optimizer.name}, learning rate ${experiment.optimizer.learningRate}`,
    `loss ${format(losses[0]!)} → ${format(loss)} in ${counted(t, batches.perEpoch === 1 ? "epoch" : "update")}`,
    `${correct} of ${trained.count} on the right side${heldOut}; the true label gets at least ${formatProbability(least)}`,
    `stopped: ${why}`,
    "",
  ].join("\n");
}
