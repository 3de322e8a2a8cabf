import type { ReactNode } from "react";
import { plural } from "@neural-viz/engine";
import { points } from "./counts.ts";
import { sentence } from "./sentence.ts";

interface Facts {
  readonly neurons: number;
  readonly ones: number;
  readonly mostOfZeros: number;
}

const lines = (count: number): string => plural(count, { one: "line", other: "lines" });

export const messages = {
  // FirstSentence
  ask: (correct: number, count: number) =>
    `This network hasn’t been trained yet. It classifies ${correct} of ${points(count)} correctly, about what guessing would get. How many straight lines does it take to fence in the blue points?`,
  skip: "Skip",
  leave: "Leave",
  pressTrain: (guess: number | undefined) =>
    `${guess === undefined ? "" : `You guessed ${guess}. `}Press Train to see how many this network uses.`,
  watching: (epoch: string, correct: number, count: number, neurons: number) =>
    `Epoch ${epoch}: ${correct} of ${points(count)} correct. Each of the ${neurons} hidden neurons draws one line, where its z is zero.`,
  guessed: (guess: number | undefined) => (guess === undefined ? "" : `You guessed ${guess}. `),
  used: (used: number) => `This network used ${used}.`,
  inside: ({ neurons, ones, mostOfZeros }: Facts) =>
    `All ${ones} blue points are on the inner side of ${lines(neurons)}, and their totals are above zero. Every orange point is on the inner side of at most ${mostOfZeros}, and its total is below zero.`,
  switchOff: (neuron: number) => `Switch off neuron ${neuron}`,
  switchOn: (neuron: number) => `Switch on neuron ${neuron}`,
  how: "How did it find them?",
  sides: (blue: number, orange: number) =>
    `The blue point is on the inner side of ${lines(blue)}, the orange one of ${orange}.`,
  switchedOff: (neuron: number, mean: string, changed: number) =>
    `You switched off neuron ${neuron}, so it outputs its mean, ${mean}, at every point. ${
      changed === 0
        ? "No point changes sides."
        : plural(changed, { one: "point changes sides.", other: "points change sides." })
    }`,
  steepest: (symbol: ReactNode, isOutputBias: boolean, falls: boolean, size: number, updates: string) =>
    sentence`The loss changes fastest along ${symbol}${isOutputBias ? ", the output’s bias" : ""}. Its slope is ${
      falls ? "negative, so raising" : "positive, so lowering"
    } ${symbol} slightly lowers the loss. All ${size} parameters move at once, each against its own slope. Training repeated this ${updates} times.`,
  done: "Done",

  // Ledgers
  ledgerOf: (point: number, label: 0 | 1) => `Point ${point}, ${label === 1 ? "blue" : "orange"}`,
  innerSideOf: (count: number) => `inner side of ${count}`,
  inner: "inner",
  outer: "outer",
  mean: "mean",
  total: "total z",
  withNeuron: (neuron: number, y: string) => `with ${neuron} on: ${y}`,

  // OneUpdate
  oneUpdate: "One update",
  howFar: (rate: string) =>
    `how far each parameter moves: its slope times the learning rate ${rate}, in the opposite direction`,
  moves: (count: number) => `How far each of ${count} parameters moves in the next update.`,

  // PredictedDrop
  predicted: "predicted",
  actual: "actual",
  delivered: (drop: string, share: number) =>
    `The slopes predict a drop of ${drop}. The update delivers ${share}% of it. The loss is curved, so its slopes hold exactly only where the update starts.`,
};
