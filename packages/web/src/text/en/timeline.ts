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

  // Epoch
  epochWord: "epoch",
  progress: "Progress",
  ofAtMost: (when: string, limit: string) => `${when} of at most ${limit}`,
  atMost: (limit: string) => `of at most ${limit}`,
  batchOf: (batch: number, batches: number, point: number, count: number) =>
    `batch ${batch} of ${batches} · point ${point} of ${count}`,
  typeUnit: (unit: "epoch" | "update", now: string) => `${now}. Type another ${unit}`,
  goTo: (unit: "epoch" | "update") => `Go to ${unit}`,

  // moments
  changedTo: (optimizer: string, rate: number) => `changed to ${optimizer}, ${rate}`,
  setByHand: (parameter: string) => `${parameter} set by hand`,
  severalSetByHand: (count: number) => `${count} parameters set by hand`,
  diverged: "diverged",
  stopped: "stopped",
};
