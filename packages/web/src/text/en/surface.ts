import type { ReactNode } from "react";
import { updates as countUpdates } from "./counts.ts";
import { plural } from "@neural-viz/engine";
import { sentence } from "./sentence.ts";

/** Where a descent led. */
interface Descended {
  readonly updates: number;
  readonly optimizer: string;
  readonly rate: string;
  readonly from: string;
  readonly to: string;
  readonly away: string;
  /** Whether it ended early, at a loss that isn't finite. */
  readonly stopped: boolean;
  /** Whether it lowers the objective J, and not the loss alone. */
  readonly penalized: boolean;
}

export const messages = {
  // Controls
  directions: "Directions",
  twoParameters: "Two parameters",
  gradientRandom: "Gradient × random",
  across: "Across",
  up: "Up",
  seedOfTheRandomDirection: "Seed of the random direction",
  range: "Range ±",
  cells: "Cells",

  // Guess
  isTheMiddleLowest: "Your guess: is the middle lowest?",
  guesses: { yes: "Yes", no: "No" },
  axes: ["uphill", "random"] as const,
  middleIsLowest: (right: boolean, value: ReactNode, others: number) =>
    sentence`${right ? "Correct" : "Not quite"}: no cell is lower than the middle, ${value}. ${
      others === 0
        ? "These are all the directions there are."
        : `In the other ${plural(others, { one: "direction", other: "directions" })}, it may still fall.`
    }`,
  lowestIsAt: (
    right: boolean,
    value: ReactNode,
    at: ReactNode,
    middle: string,
    { downhill, atEdge }: { readonly downhill: boolean; readonly atEdge: boolean },
  ) =>
    sentence`${right ? "Correct" : "Not quite"}: the lowest cell is ${value}, ${at}; the middle is ${middle}. ${
      downhill
        ? "A cell next to the middle is already lower."
        : "No cell next to the middle is lower, so the way to the lowest one first leads uphill or along level ground."
    }${atEdge ? " It’s at the edge, so beyond it the loss may be lower still." : ""}`,

  // Picture
  lossOver: (
    penalized: boolean,
    across: string,
    up: string,
    t: number,
    low: string,
    high: string,
    now: string,
  ) =>
    `${penalized ? "Objective J" : "Loss"} over ${across} and ${up} after ${countUpdates(t)}, from ${low} to ${high}; ${now} at the current parameters, in the middle.`,
  reader:
    "Spot on the loss surface: arrow keys move it one cell, with Shift ten. Enter traces descent from there, and the I key explains its loss.",

  // TrajectoryTable
  distanceFromThePlane: "Distance from the plane",
  loss: "Loss",
  objective: "Objective",

  // View
  lossSurface: "Loss surface",
  path: "Path",
  descent: "Descent",
  measuredAtRest: "The surface is computed when training pauses.",
  at: (across: ReactNode, x: string, up: ReactNode, y: string) => sentence`at ${across} = ${x}, ${up} = ${y}`,
  traceDescentFromHere: "Trace descent from here",
  currentParameters: "Current parameters",
  othersUnchanged: (others: number, when: string) =>
    others === 1
      ? `the other parameter keeps its value from ${when}.`
      : `the other ${others} parameters keep their values from ${when}.`,
  uphillAndRandom: (when: string) => `uphill along the gradient at ${when}, and one random direction.`,
  directionsOf: (all: number) => `2 of ${plural(all, { one: "direction", other: "directions" })}:`,
  pathBegins: "The path begins with the first epoch.",
  showAllOfIt: "Show the whole path",
  noDescent: "The loss isn’t a finite number here, so there’s no descent to trace.",

  // slice
  alongTheGradient: "along the gradient, uphill →",
  randomDirection: (seed: number) => `random direction ${seed}`,
  tables: {
    path: { label: "Path as table", show: "Show path as table", unit: "Epoch" },
    descent: { label: "Descent as table", show: "Show descent as table", unit: "Update" },
  },
  pathOf: (end: string, meets: string, farthest: string) =>
    `The dark line is the run from the initial weights to ${end}, projected onto this plane. The run lies in the plane only at ${meets}. Fainter is farther away, up to ${farthest}.`,
  magenta: "Magenta:",
  descended: ({ updates, optimizer, rate, from, to, away, stopped, penalized }: Descended) =>
    `${countUpdates(updates)} by ${optimizer}, η = ${rate}, with a fresh optimizer state: ${penalized ? "objective" : "loss"} ${from} → ${to}. All parameters can change, so the path leaves this plane and ends ${away} away from it${stopped ? ", where the loss is no longer a finite number" : ""}.`,
};
