import type { ReactNode } from "react";
import { allPoints, allTrainingPoints, epochs, points, trainingPoints, updates } from "./counts.ts";
import { plural } from "@neural-viz/engine";
import { sentence } from "./sentence.ts";

/** What t counts. */
type Unit = "epoch" | "update";

const spans = { epoch: epochs, update: updates };

/** How many training points are correct and, if any are held out, how many of those. */
export interface CorrectCounts {
  readonly correct: number;
  readonly trained: number;
  readonly test?: { readonly correct: number; readonly heldOut: number };
}

/** "142 of 200 points", "all 200 points", "142 of 160 training points and 31 of 40 held-out points". */
function shareOf({ correct, trained, test }: CorrectCounts): string {
  if (test === undefined)
    return correct === trained ? allPoints(trained) : `${correct} of ${points(trained)}`;
  const training =
    correct === trained ? allTrainingPoints(trained) : `${correct} of ${trainingPoints(trained)}`;
  const heldOut = plural(test.heldOut, { one: "held-out point", other: "held-out points" });
  return `${training} and ${test.correct} of ${heldOut}`;
}

/** "All 200 points are correct." */
function verdictOf(share: CorrectCounts): string {
  const said = shareOf(share);
  const single = share.test === undefined && (share.correct === 1 || share.trained === 1);
  return `${said.charAt(0).toUpperCase()}${said.slice(1)} ${single ? "is" : "are"} correct.`;
}

export const messages = {
  // Lockable
  lockedOnThisPage: "Locked on this page",

  // Controls
  moves: { train: "Train", pause: "Pause", continue: "Continue" },
  oneUnit: (unit: Unit) => `Run one ${unit}`,
  step: "Step",
  newRandomWeights: "Draw new random weights",
  reset: "Reset",
  updateByNumbers: "Walk through one update, number by number",
  explainStep: "Explain step",
  theSameWeights: "Go back to the same initial weights",
  restart: "Restart",
  fullSpeed: "full speed",
  perSecond: (pace: string) => `${pace} per s`,
  speedWith: (pace: ReactNode) => sentence`Speed ${pace}`,
  speed: "Speed",
  asFastAsPossible: "as fast as this device can",
  unitsPerSecond: (pace: number, unit: Unit) => `${spans[unit](pace)} per second`,

  // Sentence
  stoppedAt: (when: string, reason: string) => `Training stopped at ${when} because ${reason}.`,
  stoppedWith: (share: CorrectCounts, reason: string, question: ReactNode) =>
    sentence`${verdictOf(share)} Training stopped because ${reason}. ${question}`,
  likeGuessing: ", about what guessing would get",
  untrained: ({ correct, trained, test }: CorrectCounts, likeGuessing: string) =>
    `This network hasn’t been trained yet. It classifies ${correct} of ${
      test === undefined ? points(trained) : trainingPoints(trained)
    } correctly${likeGuessing}. Press Train to see it learn.`,
  ownRmse: (rmse: string, unit: string | undefined) => ` (${rmse} ${unit ?? "in the data’s own unit"})`,
  switchedOff: (unit: number, layer: number, mean: string) =>
    `You switched off neuron ${unit} in layer ${layer}, so it outputs its mean, ${mean}, at every point.`,
  switchedOffClasses: (unit: number, layer: number, mean: string, changed: number) =>
    `You switched off neuron ${unit} in layer ${layer}, so it outputs its mean, ${mean}, at every point. ${
      changed === 0
        ? "No point changes sides."
        : plural(changed, { one: "point changes sides.", other: "points change sides." })
    }`,
  switchOn: (unit: number) => `Switch on neuron ${unit}`,
  untrainedFit: (rmse: ReactNode, mean: string | undefined) =>
    sentence`This network hasn’t been trained yet. Its predictions miss by ${rmse}, root mean square.${
      mean === undefined ? "" : ` Always predicting the mean would miss by ${mean}.`
    } Press Train to see it learn.`,
  fitting: (when: string, rmse: ReactNode, loss: ReactNode, more: ReactNode) =>
    sentence`${when}: the predictions miss by ${rmse}, root mean square. The loss is ${loss}. ${more}`,
  fittedAndStopped: (rmse: ReactNode, reason: string, question: ReactNode) =>
    sentence`The predictions miss by ${rmse}, root mean square. Training stopped because ${reason}. ${question}`,
  whereFromAll: (probabilities: ReactNode) => sentence`See where ${probabilities} come from.`,
  running: (when: string, share: CorrectCounts, loss: ReactNode, more: ReactNode) =>
    sentence`${when}: ${shareOf(share)} correct. The loss is ${loss}. ${more}`,
  worseThanBefore: (loss: ReactNode) =>
    sentence`It was ${loss} before training. A rising loss is a sign that the updates overshoot. Try a smaller learning rate.`,
  whereFrom: (symbol: ReactNode, value: ReactNode) => sentence`See where ${symbol} = ${value} comes from.`,
  steepest: (symbol: ReactNode, gradient: ReactNode, move: string) =>
    sentence`It’s most sensitive to ${symbol}, whose gradient is ${gradient}. ${move} it slightly would lower the loss.`,
  raising: "Raising",
  lowering: "Lowering",
  ties: (count: number) =>
    count === 1
      ? "One point is a tie: its ŷ is ½ up to rounding, so its predicted class means nothing. "
      : `${points(count)} are ties: their ŷ is ½ up to rounding, so their predicted class means nothing. `,
  onlyRounding: "The points’ gradients cancel: what’s left is no larger than rounding error.",

  // status
  shareCorrect: (share: CorrectCounts) => `${shareOf(share)} correct`,
  belowLoss: (loss: number) => `the loss is below ${loss}`,
  confident: (probability: number, count: number) =>
    `every point’s correct class has had a probability above ${probability} for ${epochs(count)}`,
  epochLimitReached: (limit: string) => `the ${limit}-epoch limit was reached`,
  epochLimitOfUpdatesReached: (limit: number, perEpoch: number) =>
    `the limit of ${epochs(limit)}, at ${updates(perEpoch)} per epoch, was reached`,
  updateLimitReached: (limit: number) => `the limit of ${updates(limit)} was reached`,
  notFinite: (id: string | undefined) => `${id} is not a finite number`,
  epochAt: (epoch: string) => `epoch ${epoch}`,
  batchAt: (epoch: string, batch: string, batches: string) => `epoch ${epoch} · batch ${batch} of ${batches}`,
  belowShareOfMean: (share: number, loss: string) =>
    `the loss is below ${loss}, which is ${share} times the loss of always predicting the mean`,
  scoreCorrect: (score: string) => `${score} correct`,
  rmse: (rmse: string) => `RMSE ${rmse}`,
  withTest: (training: string, test: string) => `${training}, test ${test}`,
  correctOf: (correct: number, trained: number) => `${correct} of ${trained}`,
  correctOfBoth: (training: string, correct: number, heldOut: number) =>
    `${training}, test ${correct} of ${heldOut}`,
  status: (when: string, loss: string, score: string) => `${when}, loss ${loss}, ${score}.`,
  statusStopped: (status: string, reason: string) => `${status} Stopped: ${reason}.`,
};
