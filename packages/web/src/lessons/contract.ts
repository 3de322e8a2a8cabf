/**
 * What a lesson is: data. A step begins at a location (an ordinary experiment and what is selected), says or asks
 * something, and is done when the state meets its condition, whatever the page looks like. Every correct answer is a
 * function of the scene, computed by the engine when it is needed.
 */
import type {
  ActivationName,
  DatasetChoice,
  DatasetName,
  Id,
  OptimizerName,
  ParameterName,
  QuantityId,
} from "@neural-viz/engine";
import type { Place } from "../store/visit/state.ts";
import type { Quantity } from "./quantities.ts";
import type { Location, Scene } from "./scene.ts";
import type { Text } from "./pieces.ts";

export interface Lesson {
  readonly title: string;
  /** The lesson's insight, in one sentence. */
  readonly aha: string;
  readonly steps: readonly Step[];
}

type NamedData = Extract<DatasetChoice, { readonly name: DatasetName }>;

/** The controls next to the text. A lesson hides all other setup controls. */
export type Control =
  | { readonly kind: "parameter"; readonly name: ParameterName; readonly min: number; readonly max: number }
  | { readonly kind: "rate"; readonly values: readonly number[] }
  | { readonly kind: "units"; readonly min: number; readonly max: number }
  | { readonly kind: "data"; readonly choices: readonly NamedData[] }
  | { readonly kind: "optimizer"; readonly names: readonly OptimizerName[] }
  | { readonly kind: "activation"; readonly names: readonly ActivationName[] }
  | { readonly kind: "start" };

/** A number that is written on the network's picture: a quantity, or computed from several. */
export interface Stop {
  readonly on: Place;
  readonly as: "signal" | "factor" | "slope" | "product" | "sum";
  readonly number: { readonly of: Quantity } | { readonly value: (scene: Scene) => number };
  /** Whether it is written before the answer, because the question says it. */
  readonly given?: true;
}

/** How a number travels on the network's picture: along edges, from stop to stop. */
export interface Travels {
  readonly along: readonly ParameterName[];
  readonly stops: readonly Stop[];
  /** The input where it ends, from 1. */
  readonly end?: number;
}

/** What a step may show on the network's picture; a question, only once it has been answered. */
interface Traveling {
  readonly travels?: Travels;
}

interface Beginning extends Traveling {
  /** Where the step begins; by default, where the last one ended. */
  readonly enter?: Location;
  readonly controls?: readonly Control[];
}

/** What happens after a guess: the page goes to this location and, if `play` is set, trains to the end. */
interface Outcome extends Location {
  readonly play?: boolean;
}

/** A question: guess first, then see. It always begins at its own location, so that its answer is known. */
interface Question extends Traveling {
  readonly enter: Location;
  readonly ask: Text;
  readonly reveal?: Outcome;
  /** Why, in one or two sentences, in the scene of the question. */
  readonly why: Text;
  /** The id of the number that decides. The learner can ask where it comes from. */
  readonly decides?: (asked: Scene) => QuantityId;
}

export interface Option {
  readonly text: Text;
  /** Whether this option is correct. */
  readonly holds: (asked: Scene) => boolean;
  /** The reply to learners who chose it, if it is wrong. */
  readonly reply?: Text;
}

/** One of several options. */
export interface Choose extends Question {
  readonly kind: "choose";
  readonly options: readonly Option[];
}

/** A wrong answer whose cause is known. */
interface Mistake {
  readonly answer: (asked: Scene) => number;
  readonly reply: Text;
}

/** A number. */
export interface Estimate extends Question {
  readonly kind: "estimate";
  readonly answer: (asked: Scene) => number;
  /** The relative error that still counts as correct (absolute for an answer of 0). */
  readonly within: number;
  /** Mistakes that are recognized by their result, besides those that the engine knows. */
  readonly mistakes?: readonly Mistake[];
}

/** Raise or lower? */
interface Sign extends Question {
  readonly kind: "sign";
  readonly answer: (asked: Scene) => number;
}

/** One of the numbers in the network's picture, pressed there. */
export interface Pick extends Question {
  readonly kind: "pick";
  /** Which option a press on this quantity chooses; undefined if none. */
  readonly meant: (id: Id) => string | undefined;
  /** The option in plain characters. */
  readonly name: (meant: string) => string;
  readonly answer: (asked: Scene) => string;
}

/** A loss curve over the epochs, drawn by hand before it is computed. */
export interface Draw extends Question {
  readonly kind: "draw";
  readonly curve: (asked: Scene) => Float64Array;
  /** The loss at the top of the sheet. */
  readonly top: number;
  /** The reply to a drawing, given as losses at equal distances. */
  readonly reply: (drawn: readonly number[], curve: Float64Array) => Text;
}

/** Something to read. */
interface Say extends Beginning {
  readonly kind: "say";
  readonly text: Text;
}

/** Lines of a derivation: complete, or with blanks for the learner to fill. */
export interface Fill {
  readonly kind: "fill";
  readonly enter: Location;
  readonly text: Text;
  /** The quantities, in the order of the calculation. */
  readonly lines: readonly Quantity[];
  /** Those whose results are blank. */
  readonly blank: readonly Quantity[];
}

/** Something to do, with or without a hint. It is done when the state meets its condition. */
export interface Do extends Beginning {
  readonly kind: "do" | "challenge";
  readonly text: Text;
  readonly done: (scene: Scene) => boolean;
  /** What there is to see in the state in which it is done, with its numbers. */
  readonly seen: Text;
  /** Why the state isn't the solution, if it is nearly one or follows from a common mistake. */
  readonly near?: (scene: Scene) => Text | undefined;
  /** A location where it is done, for learners who want to see a solution. */
  readonly solution: (begun: Scene) => Location;
}

export type Asking = Choose | Estimate | Sign | Pick | Draw;
export type Step = Say | Fill | Do | Asking;

/** An answer: the option's index, the number, the sign, the id, the drawing, or how the blanks were filled. */
export type Guess = number | string | readonly number[];

/** Whether a step asks for a guess. */
export function asks(step: Step): step is Asking {
  return "ask" in step;
}

/** Where a step begins, given the steps before it. */
export function beginningOf({ steps }: Lesson, index: number): Location {
  const before = steps.slice(0, index + 1).findLast(({ enter }) => enter !== undefined);
  return before!.enter!;
}

/** The number of points in a drawing. */
export const SKETCH_POINTS = 25;

/** Whether a saved answer fits this step. The step may have changed since. */
export function fits(step: Step, guess: unknown): guess is Guess {
  switch (step.kind) {
    case "choose":
      return Number.isInteger(guess) && step.options[Number(guess)] !== undefined;
    case "sign":
      return [-1, 0, 1].includes(guess as number);
    case "estimate":
      return Number.isFinite(guess);
    case "pick":
      return typeof guess === "string";
    case "draw":
      return Array.isArray(guess) && guess.length === SKETCH_POINTS && guess.every(Number.isFinite);
    case "fill":
      return guess === "filled";
    case "say":
    case "do":
    case "challenge":
      return false;
  }
}

/** The reply to a wrong number, if its cause is known. */
export function replyTo({ mistakes = [], within }: Estimate, guess: number, asked: Scene): Text | undefined {
  return mistakes.find(({ answer }) => isWithin(within, guess, answer(asked)))?.reply;
}

function isWithin(error: number, guess: number, answer: number): boolean {
  return Math.abs(guess - answer) <= error * (Math.abs(answer) || 1);
}

/** Whether a guess is correct. A drawing is compared, not judged. */
export function isRight(step: Exclude<Asking, Draw>, guess: Guess, asked: Scene): boolean {
  switch (step.kind) {
    case "choose":
      return step.options[Number(guess)]?.holds(asked) ?? false;
    case "estimate":
      return isWithin(step.within, Number(guess), step.answer(asked));
    case "sign":
      return Number(guess) === Math.sign(step.answer(asked));
    case "pick":
      return guess === step.answer(asked);
  }
}
