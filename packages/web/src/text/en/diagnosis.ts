import type { Unit } from "@neural-viz/engine";
import type { ReactNode } from "react";
import { messages as advice } from "./advice.ts";
import { sentence } from "./sentence.ts";

/** "neuron 2 in layer 1", "neurons 2 and 3 in layer 1 and neuron 4 in layer 2". */
function neurons(units: readonly Unit[]): string {
  const layers = [...new Set(units.map(({ layer }) => layer))];
  const parts = layers.map((layer) => {
    const numbers = units.filter((unit) => unit.layer === layer).map(({ unit }) => String(unit));
    return `${numbers.length === 1 ? "neuron" : "neurons"} ${listed(numbers)} in layer ${layer}`;
  });
  return listed(parts);
}

const listed = (parts: readonly string[]): string => new Intl.ListFormat("en-US").format(parts);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const messages = {
  saturated: (units: readonly Unit[]) =>
    `${capital(neurons(units))} ${units.length === 1 ? "is" : "are"} saturated: for nearly every point the local slope f′(z) is almost 0, so ${
      units.length === 1 ? "its weights hardly move" : "their weights hardly move"
    }.`,
  overfitting: (since: string, lowest: ReactNode, now: string) =>
    sentence`It has been overfitting since ${since}: there the test loss was lowest, ${lowest}. It has risen to ${now}, while the training loss kept falling.`,
  rose: (update: string, rose: ReactNode, predicted: ReactNode, often: boolean) =>
    sentence`Update ${update} raised the loss by ${rose}, though its slopes predicted a drop of ${predicted}. ${
      often
        ? "Most of the last updates overshoot: try a smaller learning rate."
        : "The step was too long for the slopes to hold."
    }`,
  seeWhy: "See why",
  proof: (zeros: readonly number[], ones: readonly number[]): string => {
    const [few, many] = zeros.length < ones.length ? [zeros, ones] : [ones, zeros];
    return few.length === 2 && many.length === 2
      ? advice.segmentsCross([many[0]!, many[1]!], [few[0]!, few[1]!])
      : advice.pointInHull(few[0]!, many);
  },
  inseparable: (isLine: boolean, why: string | undefined, layered: boolean) =>
    `${
      isLine
        ? "No straight line separates these points, so no weights can"
        : "No linear function of these inputs separates the classes, so no weights can"
    }${why === undefined ? "" : `: ${why}`}. ${
      layered ? "Give a hidden layer an activation other than the identity." : ""
    }`,
  addAHiddenLayer: "Add a hidden layer",
  belowNoise: (noise: string) =>
    `The training loss is below ${noise}, the loss of the noise itself, so the network is fitting noise.`,

  // AlongUpdate
  alongUpdate: (update: number) => `The loss along update ${update}`,
  alongLabel: (update: number, before: string, after: string) =>
    `The loss along update ${update}: ${before} before it, ${after} after it. The slope holds only near the start.`,
  shareOf: (share: number) => (share === 0 ? "before" : "after"),
  whyItRose:
    "The slope holds only where the step begins. This step goes past the lowest point and up the other side.",
};
