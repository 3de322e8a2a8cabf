import type { ReactNode } from "react";
import { sentence } from "./sentence.ts";

export const words = {
  // Contributions
  whatEachAdds: (count: number) => `What each of the ${count} points adds, before it is divided by ${count}`,
  theLargestContributions: "The largest contributions",
  theOthers: (count: number) => `the other ${count}`,
  addUpTo: (sum: string) => `add up to ${sum}`,
  contributionsOf: (points: number) =>
    `Contributions of ${points} points. Arrow keys read them, Enter opens one.`,

  // Copy
  copied: (what: string, text: string) => `${what} copied: ${text}`,
  cannotCopy: (text: string) => `The browser does not let this page copy. Here it is: ${text}`,
  number: "Number",
  fullPrecision: "Full precision",
  formula: "Formula",
  tex: "TeX",
  name: "Name",
  link: "Link",

  // Edit
  newSetting: (what: string) => `New ${what}`,
  valueAfter: (updates: number, value: string) =>
    `This is its value after ${updates} updates; go to that epoch to set it (${value} now).`,
  newValue: "New value",
  beginsBranch: "You are in the past: this begins a branch, and the present one stays.",
  itCanBeUndone: "It can be undone.",

  // Inspector
  inspector: "Inspector",
  back: "Back",
  closeTheInspector: "Close the inspector",
  whereFromUnknown: "Where does it come from?",
  whereFrom: (symbol: ReactNode, value: ReactNode) => sentence`Where does ${symbol} = ${value} come from?`,
  wayToThisNumber: "Way to this number",
  usedBy: "Used by",
  overTime: "Over time",
  edit: "Edit",
  copy: "Copy",
  origin: (origin: ReactNode) => sentence`${origin}. Here the way ends.`,
  oneUpdateEarlier: "One update earlier",
  backToTheStart: "Back to the start",
  moreAboutThisNumber: "More about this number",
  whatItIsComputedFrom: "What it is computed from",
  andMore: (count: number) => `and ${count} more`,
  nothingFurther: "Nothing further is computed from it yet.",
  whatIsComputedFromIt: "What is computed from it",

  // CalculatorMark
  calculatorAgrees: "A calculator gives the same digits",

  // Ledger
  term: "term",
  value: "value",
  runningTotal: "running total",

  // NumberLine
  onlyTheLargest: (others: number, numbers: number) =>
    `Only the largest terms are printed; ${
      numbers === 1 ? "the last number of the sum is" : "the last two numbers of the sum are"
    } the total of the other ${others}.`,
  moreDigits: (digits: number) =>
    `${digits} digits, because these numbers nearly cancel: with fewer, a calculator would give another result.`,

  // OverTime
  replayingTheRun: "Replaying the run …",
  noneIsFinite: "None of its values is a finite number.",
  overUpdates: (last: string, first: string, now: string) =>
    `Over ${last} updates, from ${first} to ${now}. Arrow keys read it, Enter goes there.`,

  // Quantity
  askWhereFrom: (name: string) => `Where does ${name} come from?`,

  // SlopePicture
  lossIfOnlyThisMoved: "Loss, if only this number moved",
  evaluations: (count: ReactNode) => sentence`${count} real evaluations`,
  slope: (slope: ReactNode) => sentence`slope ${slope}`,
  finiteDifference: "Finite difference",
  chord: (h: string, rise: string, tangent: string) =>
    `The chord over ±${h} rises by ${rise} per unit; the tangent by ${tangent}.`,
  noPictureOfLoss: "The loss is not a finite number here: there is no picture of it.",
  nextLands: (w: string) => `where the next update lands: ${w}`,
  setByHand: (name: string) => `${name}, set by hand`,
  handleAt: (w: string, loss: string) => `${w}, loss ${loss}`,
};
