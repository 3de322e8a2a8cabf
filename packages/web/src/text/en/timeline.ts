export const messages = {
  // History
  branchAndMoments: (name: string) => `Branch ${name} and moments`,
  moments: "Moments",

  // Timeline
  trainFirst: "Train first. Then you can return to any epoch.",
  epoch: "Epoch",
  update: "Update",
  epochOf: (t: number, last: number) => `epoch ${t} of ${last}`,
  updateOf: (t: number, last: number, when: string) => `update ${t} of ${last}, ${when}`,
  previousEpoch: "Previous epoch",
  nextEpoch: "Next epoch",

  // moments
  changedTo: (optimizer: string, rate: number) => `changed to ${optimizer}, ${rate}`,
  setByHand: (parameter: string) => `${parameter} set by hand`,
  diverged: "diverged",
  stopped: "stopped",
};
