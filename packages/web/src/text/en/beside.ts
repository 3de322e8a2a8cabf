export const messages = {
  // View
  whatDiffers: "What differs",
  another: {
    point: "Another point",
    epoch: "Another epoch",
    branch: "Another branch",
    network: "Another network",
  },
  noOtherNetwork:
    "No setup came before this one. Change the data or the network, and the setup before it can stand beside.",
  otherPoint: "Other point",
  otherEpoch: "Other epoch",
  otherUpdate: "Other update",
  otherBranch: "Other branch",
  training: "The other network",

  // Sides
  samePoint: (point: number, when: string) =>
    `Both sides show point ${point} at ${when}. Choose another point.`,
  points: (left: number, right: number, when: string) =>
    `The same network at ${when}: points ${left} and ${right}.`,
  sameEpoch: (point: number, when: string) =>
    `Both sides show point ${point} at ${when}. Go to another epoch.`,
  epochs: (left: string, right: string, point: number) =>
    `The same network at ${left} and at ${right}, point ${point}.`,
  branches: (left: string, leftWhen: string, right: string, rightWhen: string, point: number) =>
    `Branch ${left} at ${leftWhen} and branch ${right} at ${rightWhen}, point ${point}.`,
  networks: (left: string, right: string, leftPoint: number, rightPoint: number) =>
    leftPoint === rightPoint
      ? `This network at ${left} and another at ${right}, point ${leftPoint}.`
      : `This network at ${left}, point ${leftPoint}, and another at ${right}, point ${rightPoint}.`,
  differIn: (parts: readonly string[]) =>
    parts.length === 0 ? "Their settings are the same." : `What differs: ${parts.join(", ")}.`,
  parts: {
    dataset: "the data",
    network: "the network",
    optimizer: "the optimizer",
    regularization: "the penalty on the weights",
    split: "the held-out points",
    training: "the training settings",
    changes: "the changes during the run",
  },
  place: (point: number, when: string) => `Point ${point}, ${when}`,
  branchAt: (name: string, when: string) => `Branch ${name}, ${when}`,
  thisNetwork: (when: string) => `This network, ${when}`,
  otherNetwork: (when: string) => `Other network, ${when}`,
  fitAt: (place: string) => `Fit: ${place}`,
  boundaryAt: (place: string) => `Decision boundary: ${place}`,
  rmse: (rmse: string) => `RMSE ${rmse}`,
  correctOf: (correct: number, trained: number) => `${correct} of ${trained} correct`,

  // Table
  numbers: "The numbers on both sides",
  quantity: "Quantity",
  difference: "Difference",
  layer: "Layer",
  input: "Input",
  hidden: (layer: number) => `Hidden layer ${layer}`,
  output: "Output",
  loss: "Loss of the point",
  run: "All training points",
  accuracy: "accuracy",
};
