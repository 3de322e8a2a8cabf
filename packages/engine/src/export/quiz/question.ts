/** A question of a quiz, whatever format it's written in: what is given, in HTML, and each number that is asked for. */
import { quizText as text } from "#text/quiz";
import { explain } from "../../explain/explain.ts";
import { idOf, plainOf, whatOf } from "../../ids/index.ts";
import type { QuantityId } from "../../ids/kind.ts";
import type { Answer, Variant } from "../../exercises/index.ts";
import { symbolsOf } from "../../exercises/symbols.ts";
import { shapeText } from "../../nn/network.ts";
import { activationNames } from "#text/labels";
import { mathml } from "../mathml.ts";
import { formulasHtml } from "./formulas.ts";
import { givenTable } from "./given.ts";
import { type Tolerated, tolerated } from "./numbers.ts";

/** A number that a question asks for. */
export interface Asked extends Tolerated {
  readonly id: QuantityId;
  /** Its name without markup, for titles. */
  readonly plain: string;
  /** Its symbol in MathML, and when it is. */
  readonly label: string;
  /** What it is, in a few words. */
  readonly what: string;
  /** Wrong answers with a known cause. */
  readonly mistakes: readonly (Tolerated & { readonly text: string })[];
  /** The line with the numbers put in; nothing if it's too long to read. */
  readonly steps: string | undefined;
}

/** All that is asked of one variant. */
export interface Question {
  readonly shape: string;
  readonly seed: number | undefined;
  /** What is given, and how precise answers are, in HTML. */
  readonly given: string;
  readonly asked: readonly Asked[];
}

/** A question of a variant of an exercise. */
export function questionOf(variant: Variant): Question {
  const { exercise, solution, seed } = variant;
  const { run, answers } = solution;
  const { layers } = run.network;
  const shape = shapeText(run.network);
  const about = text.network({
    shape,
    inputs: layers[0]!.fanIn,
    hidden: layers.slice(0, -1).map(({ fanOut, activation }) => ({
      units: fanOut,
      activation: activation === "softmax" ? activation : activationNames[activation],
    })),
    outputs: layers.at(-1)!.fanOut,
  });
  const symbolOf = symbolsOf(variant.exercise, run);
  return {
    shape,
    seed,
    given: [
      `<p>${about}</p>`,
      formulasHtml(variant),
      `<p>${text.given({ t: exercise.t })}</p>`,
      givenTable(variant, symbolOf),
      `<p>${text.precision({ digits: exercise.digits })}</p>`,
    ].join(""),
    asked: answers.map((answer) => askedOf(variant, answer, symbolOf)),
  };
}

/** The longest line of numbers that a feedback shows. */
const MAX_STEPS = 200;

function askedOf(
  { exercise: { digits, t }, solution: { run } }: Variant,
  { id, value, range, mistakes }: Answer,
  symbolOf: (id: QuantityId) => string,
): Asked {
  const parts = idOf(id);
  const later = "t" in parts && parts.t > t;
  const { numbers } = explain(run, id);
  const symbol = parts.kind === "optimizerState" ? plainOf(parts) : mathml(symbolOf(id));
  const after = later && parts.kind !== "optimizerState" ? ` ${text.afterUpdate}` : "";
  return {
    id,
    plain: `${plainOf(parts)}${after}`,
    label: `${symbol}${after}`,
    what: whatOf(parts),
    ...tolerated(value, range, digits),
    mistakes: mistakes.map((mistake) => ({
      ...tolerated(mistake.value, mistake.range, digits),
      text: mistake.text.text,
    })),
    steps: numbers !== undefined && numbers.text.length <= MAX_STEPS ? numbers.text : undefined,
  };
}
