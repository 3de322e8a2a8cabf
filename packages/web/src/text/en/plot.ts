const plural = new Intl.PluralRules("en-US");

export const words = {
  // LayerLines
  drawnAtRest: (label: string) => `${label}: drawn where training pauses.`,
  output: "output",
  layer: (layer: number) => `layer ${layer}`,

  // Lines
  nothingToDraw: (label: string) => `${label}: nothing to draw; every value is 0 or no finite number.`,
  readingAt: (epoch: string, values: string) => `Epoch ${epoch}: ${values}`,
  linesOver: (label: string, from: string, last: string, enter: string) =>
    `${label}, epochs ${from} to ${last}. Arrow keys read it${enter}.`,
  enterGoes: ", Enter goes to the epoch",
  epoch: (epoch: string) => `epoch ${epoch}`,

  // OutsideNote
  outside: (outside: number, count: number) =>
    `${outside} of ${count} ${plural.select(count) === "one" ? "point" : "points"} ${
      plural.select(outside) === "one" ? "lies" : "lie"
    } outside the square shown.`,
};
