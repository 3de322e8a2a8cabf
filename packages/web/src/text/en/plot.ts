import { plural } from "@neural-viz/engine";

export const messages = {
  // LayerLines
  drawnAtRest: (label: string) => `${label}: drawn when training pauses.`,
  output: "output",
  layer: (layer: number) => `layer ${layer}`,

  // Lines
  nothingToDraw: (label: string) => `${label}: nothing to draw. No value is both finite and nonzero.`,
  readingAt: (epoch: string, values: string) => `Epoch ${epoch}: ${values}`,
  linesOver: (label: string, from: string, last: string, enter: string) =>
    `${label}, epochs ${from} to ${last}. Arrow keys read it${enter}.`,
  enterGoes: ", Enter goes to the epoch",
  epoch: (epoch: string) => `epoch ${epoch}`,

  // OutsideNote
  outside: (outside: number, count: number) =>
    `${outside} of ${plural(count, { one: "point", other: "points" })} ${
      outside === 1 ? "lies" : "lie"
    } outside the square shown.`,
};
