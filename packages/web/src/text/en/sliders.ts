import type { ReactNode } from "react";
import { plural } from "@neural-viz/engine";
import { sentence } from "./sentence.ts";

export const messages = {
  // parameters
  neuron: (layer: number, neuron: number) => `Layer ${layer}, neuron ${neuron}`,
  output: "Output",
  outputOf: (output: number) => `Output ${output}`,
  fromNeuron: (neuron: number) => `neuron ${neuron}`,
  weight: (neuron: string, source: string) => `${neuron}: weight from ${source}`,
  bias: (neuron: string) => `${neuron}: bias`,

  // View
  layer: "Layer",
  layerOf: (layer: number) => `Layer ${layer}`,
  oneLayerAtATime: (count: number) =>
    `This network has ${count} parameters. The sliders show one layer at a time.`,
  allParameters: "Weights and biases",
  pauseFirst: "Training is changing the weights. Pause it to move the sliders.",
  notFinite:
    "Some weights are no longer finite numbers, so a slider can’t show them. Go back to an earlier epoch.",
  letTrainingGoOn: "Let training go on from here",
  pause: "Pause",
  backToTheStart: "Back to where you began",

  // Score
  lower: (by: string, start: string) => `${by} lower than where you began (${start})`,
  higher: (by: string, start: string) => `${by} higher than where you began (${start})`,
  asAtTheStart: "the same as where you began",
  trainedOn: (updates: number) =>
    `This is training’s loss, ${plural(updates, { one: "update", other: "updates" })} on from your weights.`,
  lowestByHand: (lowest: string) => `Your lowest is ${lowest}.`,
  withoutPenalty: (loss: ReactNode) => sentence`of which the loss L is ${loss}`,

  // Moves
  lossOverMoves: (loss: string, moves: number, from: string, lowest: string, now: string) =>
    `${loss} over your ${plural(moves, { one: "change", other: "changes" })}: from ${from} to ${now}, lowest ${lowest}`,

  // Target
  tryFirst: "Lower the loss by hand. Then see how low training gets from where you began.",
  seeWhatTrainingReaches: "See what training reaches",
  training: "Training",
  reached: (lowest: ReactNode, updates: number) =>
    sentence`From where you began, training reached ${lowest} after ${plural(updates, { one: "update", other: "updates" })}.`,
  neverLower: (lowest: ReactNode) =>
    sentence`From where you began, training never got below the loss there, ${lowest}.`,
  stillAbove: (lowest: string, above: string) => `Your lowest is ${lowest}, ${above} above training’s.`,
  level: "Your lowest is the same as training’s.",
  beaten: (lowest: string, below: string) =>
    `You beat training: your lowest is ${lowest}, ${below} below training’s.`,
};
