import type { ReactNode } from "react";
import { updates } from "./counts.ts";
import { sentence } from "./sentence.ts";

export const messages = {
  // Copy
  copied: (what: string, text: string) => `${what} copied: ${text}`,
  cannotCopy: (text: string) => `The browser doesn’t let this page copy. Here it is: ${text}`,
  number: "Number",
  fullPrecision: "Full precision",
  formula: "Formula",
  tex: "TeX",
  name: "Name",
  link: "Link",

  // Edit
  newSetting: (what: string) => `New ${what}`,
  valueAfter: (t: number, value: string) =>
    `Its value after ${updates(t)} was ${value}. Go back to that update to change it.`,
  newValue: "New value",
  beginsBranch: "You’re in the past, so this begins a new branch. The current one stays.",
  itCanBeUndone: "You can undo this.",

  // Inspector
  inspector: "Inspector",
  back: "Back",
  closeTheInspector: "Close the inspector",
  whereFromUnknown: "Where does it come from?",
  whereFrom: (symbol: ReactNode, value: ReactNode) => sentence`Where does ${symbol} = ${value} come from?`,
  wayToThisNumber: "Path to this number",
  usedBy: "Used by",
  overTime: "Over time",
  edit: "Edit",
  copy: "Copy",
  origin: (origin: ReactNode) => sentence`Source: ${origin}. The derivation ends here.`,
  oneUpdateEarlier: "One update earlier",
  backToTheStart: "Back to update 0",
  moreAboutThisNumber: "More about this number",
  inputOf: (what: string, which: string) => `${what} (${which})`,
  afterUpdates: (t: number) => `after ${updates(t)}`,
  point: (sample: number) => `point ${sample}`,
  whatItIsComputedFrom: "Numbers it’s computed from",
  andMore: (count: number) => `and ${count} more`,
  nothingFurther: "Nothing is computed from it yet.",
  whatIsComputedFromIt: "Numbers computed from it",

  // OverTime
  units: { epoch: "epoch", update: "update" },
  replayingTheRun: "Replaying the run…",
  noneIsFinite: "None of its values is a finite number.",
  overUpdates: (last: number, first: string, now: string) =>
    `Over ${updates(last)}, from ${first} to ${now}. Arrow keys read it, Enter goes there.`,

  // SlopePicture
  lossIfOnlyThisMoved: (penalized: boolean) =>
    `${penalized ? "Objective J" : "Loss"} if only this number changed`,
  evaluations: (count: ReactNode) => sentence`computed at ${count} values`,
  slope: (slope: ReactNode) => sentence`slope ${slope}`,
  finiteDifference: "Finite difference",
  chord: (h: string, rise: string, tangent: string) =>
    `The chord over ±${h} has slope ${rise}. The tangent has slope ${tangent}.`,
  noPictureOfLoss: "The loss isn’t a finite number here, so there’s nothing to draw.",
  nextLands: (w: string) => `The next update lands at ${w}`,
  setByHand: (name: string) => `${name}, set by hand`,
  handleAt: (w: string, loss: string, penalized: boolean) =>
    `${w}, ${penalized ? "objective" : "loss"} ${loss}`,
};
