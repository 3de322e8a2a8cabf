/** What a trained network came to, in a few lines. */
import { output } from "#text/output";
import {
  type Dataset,
  datasets,
  type Experiment,
  type Fit,
  fitOf,
  format,
  formatProbability,
  labelAt,
  type Session,
  shapeText,
  type Stop,
} from "@neural-viz/engine";

/** The data and the network, the loss, how good the predictions are, and why training stopped. */
export function summary(session: Session): string {
  const { experiment, network, samples, batches, losses, loss, objectives, objective, t, stopped } = session;
  const { name, learningRate } = experiment.optimizer;
  return [
    output.run({
      dataset: experiment.dataset.name,
      points: samples.count,
      shape: shapeText(network),
      parameters: network.size,
      optimizer: name,
      rate: learningRate,
    }),
    output.loss({ first: format(losses[0]!), last: format(loss), t, perEpoch: batches.perEpoch }),
    ...(objectives.length > 0
      ? [output.objective({ first: format(objectives[0]!), last: format(objective) })]
      : []),
    predictions(session),
    output.stopped({ why: stopped === undefined ? "" : reasonOf(stopped, network.head.classifies) }),
    "",
  ].join("\n");
}

function reasonOf({ reason, id }: Stop, classifies: boolean): string {
  const { reasons } = output;
  const why = reason === "converged-loss" && !classifies ? reasons["converged-values"] : reasons[reason];
  return id === undefined ? why : `${why} (${id})`;
}

/** Accuracy for labels; RMSE and R² for values. */
function predictions(session: Session): string {
  const fit = fitOf(session);
  return fit === undefined ? accuracy(session) : fitText(session, fit);
}

function accuracy(session: Session): string {
  const { network, samples, train, test, correct } = session;
  const heldOut = samples.count - train.count;
  return output.correct({
    correct: correct ?? 0,
    count: train.count,
    test:
      test === undefined
        ? ""
        : output.test({ correct: test.correct ?? 0, count: heldOut, loss: format(test.loss) }),
    least: network.head.confidenceOf === undefined ? undefined : formatProbability(leastProbability(session)),
  });
}

/** The lowest probability that a training sample's own class has. */
function leastProbability({ samples, split, outputs }: Session): number {
  const { kind, targets } = samples;
  return split.train.reduce((worst, s) => {
    const label = labelAt(kind, targets, s)!;
    const p = kind === "classes" ? outputs[label]![s]! : outputs[0]![s]!;
    return Math.min(worst, kind === "classes" || label === 1 ? p : 1 - p);
  }, 1);
}

function fitText(
  { experiment, samples, train, test }: Session,
  { rmse, r2, ownRmse, testRmse }: Fit,
): string {
  const units = unitsOfTargets(experiment);
  return output.fit({
    rmse: format(rmse),
    r2: r2 === undefined ? undefined : format(r2),
    own: ownRmse?.map((value, j) =>
      units[j] === undefined ? format(value) : `${format(value)} ${units[j]}`,
    ),
    test:
      test === undefined
        ? ""
        : output.testFit({
            rmse: format(testRmse!),
            count: samples.count - train.count,
            loss: format(test.loss),
          }),
  });
}

/** The units of real targets; other data have no names for theirs. */
function unitsOfTargets({ dataset }: Experiment): readonly (string | undefined)[] {
  if (dataset.name === "custom") return [];
  const registered: Dataset = datasets[dataset.name];
  if (registered.kind !== "real" || !("target" in dataset)) return [];
  const column = registered.valueTargets[dataset.target ?? ""];
  return [column === undefined ? undefined : registered.columns[column - 1]!.unit];
}
