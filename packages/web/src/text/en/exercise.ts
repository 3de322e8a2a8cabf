import { plural } from "@neural-viz/engine";
import type { ReactNode } from "react";
import { sentence } from "./sentence.ts";

const numbers = (count: number): string => plural(count, { one: "number", other: "numbers" });
const lines = (count: number): string => plural(count, { one: "line", other: "lines" });

/** The page of an exercise. */
export const messages = {
  // Sentence
  found: (done: number, shown: number, of: number, symbol: ReactNode) =>
    sentence`${done} of ${numbers(of)} done${shown === 0 ? "" : `, ${shown} shown`}. What is ${symbol}?`,
  finished: (found: number, of: number) =>
    found === of
      ? `${of === 1 ? "You found the number" : `You found all ${numbers(of)}`}.`
      : `Done. You found ${found} of ${numbers(of)}, and the others were shown.`,
  worked: "One update, worked out line by line.",

  // Setup
  setup: "Exercise setup",
  leftBlank: "Left blank",
  blanksOf: (stage: string, count: number) => `${stage}: ${numbers(count)}`,
  conventions: "Conventions",
  loss: "Loss",
  optimizer: "Optimizer",
  output: "Output",
  digits: "Digits",
  significant: (digits: number) => `${digits} significant`,
  tolerance: "You may round each answer to this many digits and continue with the rounded one.",
  penalty: (name: string) => `${name} penalty`,

  // Network
  network: "Network",
  onTheEdges: "the given weights are shown on the edges",
  inTheList: "the given numbers are listed below",
  picture: (shape: string) => `The network ${shape}, with the numbers that are known so far`,
  given: "Given numbers",
  uses: (symbol: ReactNode) => sentence`${symbol} is computed from`,

  // Card
  stages: "Stages",
  stageNames: { forward: "Forward", loss: "Loss", backward: "Backward", update: "Update" },
  allDone: (count: number) => `✓ ${count}`,
  doneOf: (done: number, of: number) => `${done} of ${of}`,
  stageLabel: (stage: string, done: number, of: number) => `${stage}, ${done} of ${of} done`,
  groupOf: {
    activations: (layer: number, layers: number) => (layer === layers ? "Output layer" : `Layer ${layer}`),
    loss: () => "Loss",
    errors: (layer: number, layers: number) =>
      layer === layers ? "Error signals of the output layer" : `Error signals of layer ${layer}`,
    gradients: (layer: number, layers: number) =>
      layer === layers ? "Gradients of the output layer" : `Gradients of layer ${layer}`,
    update: (layer: number, layers: number) =>
      layer === layers ? "New values in the output layer" : `New values in layer ${layer}`,
  },
  later: (count: number) =>
    `Then ${count} more ${count === 1 ? "number, which appears" : "numbers, which appear"} when the ones above are answered.`,
  laterStage: "These appear when you’ve answered the earlier stages.",
  answerFor: (name: string) => `Your number for ${name}`,
  why: "Why?",
  whyUpdate:
    "The optimizer computes each new value from the old one and its gradient. The gradient points uphill, so the step goes the other way.",
  check: "Check",
  next: "Next blank",
  hint: "Hint",
  showOne: "Show this one",
  numbersIn: (line: ReactNode) => sentence`With the numbers put in: ${line}`,
  isShown: (value: string) => `It’s ${value}.`,
  shown: "shown",
  follows: "follows from your numbers",
  correct: "correct",
  wrong: "not quite",
  notQuite: (cause: string | undefined) =>
    `Not quite. ${cause ?? "Check each factor and sign, or take a hint."}`,
  nothingTyped: "Enter a number like 0.25.",
  notANumber: (typed: string): string => `“${typed}” isn’t a number. Enter a number like 0.25.`,

  // Bar
  actions: "Actions",
  startOver: "Start over",
  newNumbers: "New numbers",
  noNumbers: "None of the next 100 seeds makes a good exercise.",
  progress: (done: number, of: number) => `${done} of ${of}`,
  playground: "Open in the playground",
  name: "Name (optional)",
  copyResult: "Copy result",
  resultSaved: (file: string) => `Too long to paste, so it’s saved as ${file}. Hand in that file.`,
  copied: "Copied. Paste it where your teacher asked for it.",
  cannotCopy: (line: string) => `Your browser doesn’t allow copying. Copy this line: ${line}`,

  // Ordered
  orderSentence: (placed: number) =>
    placed === 0
      ? "Put the lines in order, so that no line uses a number that’s computed below it."
      : `${lines(placed)} in your order. Leave out the wrong ones.`,
  orderDone: (count: number) => `All ${lines(count)} are in order.`,
  someWrong: "Some of the lines contain a common mistake. Leave those out.",
  linesTitle: "Lines",
  orderTitle: "Your order",
  orderEmpty: "Drag lines here, or press them.",
  allPlaced: "No lines left.",
  orderHintShort:
    "Drag a line, or press it to move it over. By keys: Enter picks it up, Right moves it here, and Enter puts it down.",
  orderHint:
    "Enter picks up a line. Right moves it to your order, Left moves it back, Up and Down move it within your order, Enter puts it down, and Escape cancels.",
  lineNumber: (number: number) => `Line ${number}`,
  pickedUp: (name: string) =>
    `Picked up ${name}. Right moves it to your order, Enter puts it at the end of your order, Escape cancels.`,
  pickedUpPlaced: (name: string) =>
    `Picked up ${name}. Up and Down move it, Left moves it back among the lines, Enter puts it down, Escape cancels.`,
  movedTo: (place: number, of: number) => `Place ${place} of ${of} in your order.`,
  movedOut: "Back among the lines.",
  putDown: "Put down.",
  canceled: "Canceled. The line is where it was.",
  orderJudged: (wrong: number, missing: number) =>
    [
      wrong === 0 ? undefined : `${lines(wrong)} ${wrong === 1 ? "isn’t" : "aren’t"} right yet.`,
      missing === 0 ? undefined : `${lines(missing)} ${missing === 1 ? "is" : "are"} missing.`,
    ]
      .filter((part) => part !== undefined)
      .join(" "),

  ofPoint: (name: string, point: number) => `${name} of point ${point}`,

  // SaveSheets
  saveSheet: "Save the sheet",
  saveKey: "Save the key",
  papers: { a4: "A4", letter: "Letter" },
  toPrint: (paper: string) => `Both print on ${paper} paper.`,
  savedForPrint: (file: string) => `Saved as ${file}. Open it and print it.`,
  noKey: (why: string) => `The exercise doesn’t work, so there’s no key: ${why}.`,
  notSaved: "The browser doesn’t let this page save files.",
  notTypeset: "Couldn’t load the fonts for formulas. Check your connection and try again.",

  // Solve
  solve: (unknown: ReactNode, result: ReactNode, goal: string) =>
    sentence`Which ${unknown} makes ${result} = ${goal}?`,
  solved: (unknown: ReactNode, value: string, result: ReactNode, goal: string) =>
    sentence`${unknown} = ${value} makes ${result} = ${goal}.`,
  putIn: "Your answer is put in, and the network computes what comes out.",
  answer: "Your answer",
  leadsTo: (unknown: ReactNode, result: ReactNode) => sentence`${unknown} leads to ${result} in these steps:`,
  unsolvable: (why: string) => `The exercise doesn’t work: ${why}.`,
};
