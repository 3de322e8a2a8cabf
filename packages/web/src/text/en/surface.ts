import type { ReactNode } from "react";
import { sentence } from "./sentence.ts";

/** What came of a descent. */
interface Descended {
  readonly updates: number;
  readonly optimizer: string;
  readonly rate: string;
  readonly from: string;
  readonly to: string;
  readonly away: string;
  /** Whether it ended early, at a loss that is no finite number. */
  readonly stopped: boolean;
}

export const words = {
  // Controls
  directions: "Directions",
  twoParameters: "Two parameters",
  gradientRandom: "Gradient × random",
  across: "Across",
  up: "Up",
  seedOfTheRandomDirection: "Seed of the random direction",
  range: "Range ±",
  cells: "Cells",

  // Picture
  lossOver: (across: string, up: string, updates: number, low: string, high: string, now: string) =>
    `Loss over ${across} and ${up} after ${updates} updates, from ${low} to ${high}; ${now} at the present parameters, in the middle.`,
  place:
    "Place on the loss surface: arrow keys move it by a cell, with Shift by ten; Enter traces descent from there, I explains its loss.",

  // TrailTable
  distanceFromThePlane: "Distance from the plane",
  loss: "Loss",

  // View
  lossSurface: "Loss surface",
  path: "Path",
  descent: "Descent",
  measuredAtRest: "The surface is measured where training pauses.",
  uphill: "uphill",
  random: "random",
  at: (across: ReactNode, x: string, up: ReactNode, y: string) => sentence`at ${across} = ${x}, ${up} = ${y}`,
  traceDescentFromHere: "Trace descent from here",
  presentPlace: "Present place",
  othersKeep: (others: number, when: string) =>
    `the other ${others} parameters keep their values of ${when}.`,
  uphillAndRandom: (when: string) =>
    `uphill along the gradient of ${when}, and one direction drawn at random.`,
  directionsOf: (all: number) => `2 of ${all} directions:`,
  pathBegins: "The path begins with the first epoch.",
  showAllOfIt: "Show all of it",
  noDescent: "The loss is no finite number here: no descent.",

  // slice
  alongTheGradient: "along the gradient, uphill →",
  randomDirection: (seed: number) => `random direction ${seed}`,
  tables: {
    path: { label: "Path as table", show: "Show path as table", unit: "Epoch" },
    descent: { label: "Descent as table", show: "Show descent as table", unit: "Update" },
  },
  pathOf: (end: string, meets: string, farthest: string) =>
    `Line in ink: the run, from the start to ${end}, in all its directions; seen from this plane, which it meets at ${meets}. Fainter is farther away: up to ${farthest}.`,
  magenta: "Magenta:",
  descended: ({ updates, optimizer, rate, from, to, away, stopped }: Descended) =>
    `${updates} updates by ${optimizer}, η = ${rate}, from an empty memory: loss ${from} → ${to}. It moves all parameters and leaves this plane: ${away} away at its end${stopped ? ", where the loss stops being a finite number" : ""}.`,
};
