/** What is said of exercises, of answers to them, and of variants that make bad questions. */
import { catalog, type Message } from "../message.ts";
import { plural } from "./plural.ts";

interface Shown {
  readonly value: string;
}

const updates = { one: "update", other: "updates" };

export const exercises = catalog("exercises", {
  title: () => "The exercise",
  noStem: ({ where, stem }: { where: string; stem: string }) =>
    `${where} must be the id of a quantity, such as z.1.1, p, gW.1.1.1 or W.1.1.1@1; it is “${stem}”.`,
  noAsk: ({ t }: { t: number }) =>
    `ask is missing; without it an exercise is one whole update from t = 0, and t is ${t}.`,
  longRun: ({ t, most }: { t: number; most: number }) =>
    `t must be at most ${most} for a network and data of this size; it is ${t}.`,
  notAskable: ({ where, id, t }: { where: string; id: string; t: number }) =>
    `${where} must be a number to compute after ${plural(t, updates)} or in the next one, such as z.1.1, delta.1.1, gW.1.1.1 or W.1.1.1@${t + 1}; ${id} isn’t one.`,
  manyPoints: ({ id, count, most }: { id: string; count: number; most: number }) =>
    `${id} is computed from ${count} points, and an exercise may use at most ${most}; give it a dataset of fewer points, such as {"name": "custom", "samples": [[0.2, 0.7, 1]]}.`,
  twice: ({ where, id }: { where: string; id: string }) =>
    `${where} can’t repeat a quantity; ${id} is there twice.`,
  askedAndGiven: ({ id }: { id: string }) => `ask and given must differ; ${id} is in both.`,
  oneUnknown: () =>
    'ask must be one parameter for the style “solve”, such as ["b.2.1"]; its answer is put in.',
  result: () => 'an object with a result, such as {"p": 0.5}',
  oneResult: () => 'given must hold one result for the style “solve”, such as {"p": 0.5}.',
  givenWeights: () => "Another seed draws new weights, but this experiment gives its initial weights.",
  tooShort: ({ t, last }: { t: number; last: number }) =>
    `t is ${t}, but this run ends after ${plural(last, updates)}.`,
  notAsked: ({ id }: { id: string }) => `The exercise doesn’t ask for ${id}.`,
  noNumber: ({ id }: { id: string }) => `The answer for ${id} must be a finite number.`,
  missing: ({ value }: Shown) => `No answer. It’s ${value}.`,
  correct: ({ value }: Shown) => `Correct. It’s ${value}.`,
  follows: ({ value }: Shown) =>
    `Correct from your own earlier numbers. From the correct ones, it’s ${value}.`,
  mistake: ({ value, mistake }: Shown & { mistake: Message }) => `Not quite. It’s ${value}. ${mistake.text}`,
  moreDigits: ({ digits }: { digits: number }) =>
    `You rounded too far. Give ${plural(digits, { one: "significant digit", other: "significant digits" })}.`,
  wrong: ({ value }: Shown) => `Not quite. It’s ${value}.`,
  notOrdered: () => "Only an exercise of the style “ordered” is answered with an order of lines.",
  nothingAsked: () => "A worked exercise asks for nothing, so there’s nothing to hand in.",
  noLine: ({ line, count }: { line: string; count: number }) =>
    `An order must hold numbers of lines from 0 to ${count - 1}, each at most once; ${line} isn’t one or is there twice.`,
  inPlace: () => "Correct.",
  leaveOut: ({ mistake }: { mistake: Message }) => `This line is wrong. ${mistake.text}`,
  tooEarly: ({ symbol, needed }: { symbol: string; needed: string }) =>
    `Too early: ${symbol} needs ${needed}, which isn’t computed yet.`,
  missingLine: () => "This line is missing.",
  noUnknown: ({ goal }: { goal: string }) => `No answer. Find the value that gives ${goal}.`,
  reached: ({ goal }: { goal: string }) => `Correct. It gives ${goal}.`,
  notReached: ({ goal, value }: Shown & { goal: string }) =>
    `Not quite. Your value gives ${value} instead of ${goal}.`,
});

interface Unit {
  readonly l: number;
  readonly j: number;
}

const neuron = ({ l, j }: Unit): string => `neuron ${j} in layer ${l}`;

export const rejections = catalog("rejections", {
  notFinite: ({ id }: { id: string }) => `${id} isn’t a finite number`,
  unbounded: ({ id }: { id: string }) => `rounding earlier answers can change ${id} by any amount`,
  deadRelu: (unit: Unit) => `the ReLU of ${neuron(unit)} outputs 0`,
  saturated: (unit: Unit) => `${neuron(unit)} is saturated: its local slope is nearly 0`,
  zero: ({ id, digits }: { id: string; digits: number }) =>
    `${id} is 0 when it’s rounded to ${plural(digits, { one: "decimal", other: "decimals" })}`,
  kink: (unit: Unit) => `z of ${neuron(unit)} is too close to 0, where its activation has a kink`,
  half: () => "the predicted probability is too close to 0.5",
  largest: () => "the two largest outputs are too close to each other",
  coincide: ({ id, other }: { id: string; other: string }) => `${id} and ${other} are the same number`,
  mistake: ({ id, mistake }: { id: string; mistake: Message }) =>
    `a mistake in ${id} would count as correct: ${mistake.text}`,
  wide: ({ id, percent }: { id: string; percent: number }) =>
    `the correct answers for ${id} span more than ${percent}%`,
});

export const unsolved = catalog("unsolved", {
  noSolution: ({ id, result, goal, most }: { id: string; result: string; goal: string; most: number }) =>
    `no value of ${id} between −${most} and ${most} gives ${result} = ${goal}`,
  anySolution: ({ id, result, goal }: { id: string; result: string; goal: string }) =>
    `any value of ${id} gives ${result} = ${goal}`,
});
