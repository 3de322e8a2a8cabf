import { catalog, plural } from "@neural-viz/engine";

const points = { one: "point", other: "points" };

/** The tool that makes an exercise. */
export const messages = {
  ...catalog("making", {
    nothingAsked: () => "An exercise must ask for at least one number. Press one, or add a pass.",
    oneUnknown: () =>
      "To solve for an unknown, ask for two numbers: a weight or bias, and the result that it should give.",
  }),
  press: "Press numbers to ask for them",
  empty:
    "Which numbers should the learner compute? Press them in the network, pick them below, or add a whole pass.",
  pick: "Pick numbers",
  isGiven: (name: string) => `${name} is given, so an exercise can’t ask for it.`,
  notComputed: (name: string) =>
    `An exercise can’t ask for ${name}: it isn’t computed from the weights and the data in this update.`,
  weights: (layer: number, layers: number) =>
    `Weights and biases of ${layer === layers ? "the output layer" : `layer ${layer}`}`,
  addForward: "Add the forward pass",
  addBackward: "Add the loss and the gradients",
  addAll: "Add one whole update",
  clear: "Remove all",
  asked: "Asked",
  styleOf: "Style",
  styles: { blanks: "Blanks", worked: "Worked", ordered: "Put in order", solve: "Solve" },
  digits: "Digits",
  goal: "Result",
  alone: "Use only this point",
  aloneIs: (sample: number, averaged: number, count: number) =>
    `An update averages over ${averaged === count ? "all " : ""}${plural(averaged, points)}, so this exercise uses point ${sample} alone.`,
  needsAlone: (id: string, count: number) =>
    `${id} is computed from ${plural(count, points)}, too many to do by hand. Turn on “Use only this point”, or remove it.`,
  rounded: "Weights and data are rounded to two decimals before they are used.",
  later: (t: number) =>
    `The exercise begins with the weights after ${t === 1 ? "1 update" : `${t.toLocaleString("en")} updates`}, rounded to two decimals, and an optimizer that hasn’t moved them yet.`,
  up: (name: string) => `Move ${name} up`,
  down: (name: string) => `Move ${name} down`,
  remove: (name: string) => `Remove ${name}`,
  unreachable: (why: string) => `As it is, it doesn’t work: ${why}.`,
  poor: (why: string) => `As it is, it makes a poor exercise: ${why}.`,
  anotherSeed: "Try another seed",
  noSeed: "None of the next 100 seeds makes a good exercise.",
  open: "Open the exercise",
  copyLink: "Copy link",
  saveFile: "Save file",
  saved: (file: string) => `Saved as ${file}.`,
  tooLong: "The exercise is too long for a link. Save it as a file.",
};
