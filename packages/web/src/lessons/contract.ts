/**
 * What a lesson is: data. A step begins at a place (an ordinary experiment and what is looked at), says or asks
 * something, and is done by what the state is, never by what the page looks like. Every right answer is a function of
 * the scene, computed by the engine when it is asked.
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
import type { Quantity } from "./quantities.ts";
import type { Location, Scene } from "./scene.ts";
import type { Text } from "./pieces.ts";

export interface Lesson {
  readonly title: string;
  /** What one will have seen, in a sentence. */
  readonly aha: string;
  readonly steps: readonly Step[];
}

type NamedData = Extract<DatasetChoice, { readonly name: DatasetName }>;

/** What can be moved beside the text; all other controls of the set-up are put away in a lesson. */
export type Control =
  | { readonly kind: "parameter"; readonly name: ParameterName; readonly min: number; readonly max: number }
  | { readonly kind: "rate"; readonly values: readonly number[] }
  | { readonly kind: "units"; readonly min: number; readonly max: number }
  | { readonly kind: "data"; readonly choices: readonly NamedData[] }
  | { readonly kind: "optimizer"; readonly names: readonly OptimizerName[] }
  | { readonly kind: "activation"; readonly names: readonly ActivationName[] }
  | { readonly kind: "start" };

interface Beginning {
  /** Where the step begins; without it, where the last one ended. */
  readonly enter?: Location;
  readonly controls?: readonly Control[];
}

/** What happens after a guess: the page goes there, and trains on before the reader's eyes to the end if it says so. */
interface Outcome extends Location {
  readonly play?: boolean;
}

/** A question: guess first, then see. It always begins at a place of its own, so that its answer is known. */
interface Question {
  readonly enter: Location;
  readonly ask: Text;
  readonly reveal?: Outcome;
  /** One sentence or two: why it is so, in the scene in which it was asked. */
  readonly why: Text;
  /** The number that decides, to ask where it comes from; its id. */
  readonly decides?: (asked: Scene) => QuantityId;
}

export interface Option {
  readonly text: Text;
  /** Whether this is what happens. */
  readonly holds: (asked: Scene) => boolean;
  /** What to say to those who chose it, where it does not hold. */
  readonly reply?: Text;
}

/** One of several. */
export interface Choose extends Question {
  readonly kind: "choose";
  readonly options: readonly Option[];
}

/** A number. */
export interface Estimate extends Question {
  readonly kind: "estimate";
  readonly answer: (asked: Scene) => number;
  /** How far off is still right, as a share of the answer's size (of 1 for an answer of 0). */
  readonly within: number;
}

/** Raise or lower? */
interface Sign extends Question {
  readonly kind: "sign";
  readonly answer: (asked: Scene) => number;
}

/** One of the numbers in the network's picture, pressed there. */
export interface Pick extends Question {
  readonly kind: "pick";
  /** What was meant by pressing this quantity; undefined when it is none of those asked for. */
  readonly meant: (id: Id) => string | undefined;
  /** What is meant, in plain characters. */
  readonly name: (meant: string) => string;
  readonly answer: (asked: Scene) => string;
}

/** A curve over the epochs, drawn by hand before it is computed. */
export interface Draw extends Question {
  readonly kind: "draw";
  readonly curve: (asked: Scene) => Float64Array;
  /** The top of the sheet of paper. */
  readonly top: number;
  /** What to say of a drawing, given as the losses at equal distances. */
  readonly reply: (drawn: readonly number[], curve: Float64Array) => Text;
}

/** Something to read. */
interface Say extends Beginning {
  readonly kind: "say";
  readonly text: Text;
}

/** Lines of a derivation: worked in full, or with results left out for the reader to find. */
export interface Fill {
  readonly kind: "fill";
  readonly enter: Location;
  readonly text: Text;
  /** The quantities, in the order in which they are worked out. */
  readonly lines: readonly Quantity[];
  /** Those whose results are left out. */
  readonly blank: readonly Quantity[];
}

/** Something to do, with or without a hint of how; done when the state is so. */
export interface Do extends Beginning {
  readonly kind: "do" | "challenge";
  readonly text: Text;
  readonly done: (scene: Scene) => boolean;
  /** One place where it is done, for those who want to see it. */
  readonly solution: (begun: Scene) => Location;
}

export type Asking = Choose | Estimate | Sign | Pick | Draw;
export type Step = Say | Fill | Do | Asking;

/** What a person answered: the option's number, the number, the sign, the id, the drawing; how blanks were filled. */
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

/** Places across the sheet at which a drawing has a value. */
export const SKETCH_POINTS = 25;

/** Whether something that was kept can be an answer to this step: the step may have been another one then. */
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

/** Whether a guess is right. A drawing is not judged, but compared. */
export function isRight(step: Exclude<Asking, Draw>, guess: Guess, asked: Scene): boolean {
  switch (step.kind) {
    case "choose":
      return step.options[Number(guess)]?.holds(asked) ?? false;
    case "estimate": {
      const answer = step.answer(asked);
      return Math.abs(Number(guess) - answer) <= step.within * (Math.abs(answer) || 1);
    }
    case "sign":
      return Number(guess) === Math.sign(step.answer(asked));
    case "pick":
      return guess === step.answer(asked);
  }
}
