import { createSession, type Experiment, ids, samplesOf, weightName } from "@neural-viz/engine";
import type { Lesson } from "./contract.ts";
import { experimentOf, ofWidth, startedFrom } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import { type Scene, trained, valueIn } from "./scene.ts";
import { chosen, number, words, yHat } from "./words.ts";

const STARTS = 20;
const ALL = samplesOf({ name: "xor" }).count;

const few = { data: { name: "xor" }, optimizer: "adam", rate: 0.1 } as const;
export const single = experimentOf({ ...few, start: 5, epochs: 500 });
export const wide = experimentOf({ ...few, hidden: [2], start: 0, epochs: 500 });

/** The most points of a gate that any line has on their sides: lines of every direction and position are tried. */
function bestLine(): number {
  const { x1, x2, y, count } = samplesOf({ name: "xor" });
  const turns = Array.from({ length: 64 }, (_, i) => (i * Math.PI) / 32);
  const shifts = Array.from({ length: 81 }, (_, i) => (i - 40) / 20);
  const right = turns.flatMap((turn) =>
    shifts.map(
      (shift) =>
        Array.from({ length: count }, (_, s) => {
          const above = x1[s]! * Math.cos(turn) + x2[s]! * Math.sin(turn) > shift;
          return above === (y[s] === 1);
        }).filter(Boolean).length,
    ),
  );
  return right.reduce((best, k) => Math.max(best, k));
}

/** How many of the first starts learn all four points. */
export function lucky(experiment: Experiment): number {
  return Array.from({ length: STARTS }, (_, seed) => {
    const session = createSession(startedFrom(experiment, seed));
    while (session.stopped === undefined) session.step();
    return session.correct;
  }).filter((correct) => correct === ALL).length;
}
const seedThatLearns = (): number => {
  for (let seed = 0; ; seed++) {
    if (trained(startedFrom(wide, seed)).session.correct === ALL) return seed;
  }
};
const right = ({ session }: Scene): string => `${session.correct} of ${session.train.count}`;
const units = ({ experiment }: Scene): number => experiment.network.hidden[0]?.units ?? 0;

export const xor: Lesson = {
  title: "XOR: where a line fails",
  aha: "What no single neuron can do, a few together can; and more of them have more luck.",
  steps: [
    {
      kind: "say",
      enter: { experiment: single, t: 0 },
      text: words`Four points: blue where exactly one input is on. A single neuron draws one line. Untrained it has ${right} right.`,
    },
    {
      kind: "estimate",
      enter: { experiment: single, t: 0 },
      ask: words`What is the most points of these four that any line can have on their sides?`,
      answer: bestLine,
      within: 0.01,
      why: words`Opposite corners are alike: whichever line you draw, one corner stays on the wrong side. We tried lines of every direction and position.`,
    },
    {
      kind: "estimate",
      enter: { experiment: single, t: 0 },
      ask: words`So three of four is possible. Train the single neuron: what will ${yHat} be for the first point at the end?`,
      answer: () => valueIn(trained(single), quantity.p(1)),
      within: 0.02,
      reveal: { experiment: single, t: 0, play: true },
      why: words`A half, for all four. It does not even take the three: the loss is lowest where it says nothing at all.`,
      decides: () => ids.p.of(1, single.training.epochs),
    },
    {
      kind: "choose",
      enter: { experiment: single, t: single.training.epochs },
      ask: words`At the end both weights’ gradients are as good as zero. Does that mean that it has learned the task?`,
      options: [
        {
          words: words`Yes: a zero gradient means learned.`,
          holds: ({ session }) => session.correct === session.train.count,
          reply: words`It means only that no small change helps. The points pull with equal force in opposite directions.`,
        },
        {
          words: words`No: the pulls of the four points cancel.`,
          holds: ({ session }) => session.correct < session.train.count,
          reply: words`Yes.`,
        },
      ],
      why: words`Press the gradient of a weight: a mean of four numbers that add up to nothing, none of them zero.`,
      decides: () => ids.gradient.of(weightName(1, 1, 1), single.training.epochs),
    },
    {
      kind: "do",
      enter: { experiment: wide, t: 0 },
      controls: [{ kind: "units", min: 1, max: 8 }, { kind: "start" }],
      text: words`Now with a hidden layer: neurons between the inputs and the output. Choose how many, press Train, and get all four right. Now: ${right}, loss ${number(quantity.L)}.`,
      done: ({ session }) => session.correct === session.train.count,
      solution: () => ({ experiment: ofWidth(wide, 8), t: wide.training.epochs }),
    },
    {
      kind: "choose",
      enter: { experiment: wide, t: 0 },
      ask: words`Two hidden neurons are enough in principle. We train from ${chosen(STARTS)} random starts: how many of them learn all four points?`,
      options: [
        {
          words: words`All.`,
          holds: () => lucky(wide) === STARTS,
          reply: words`Being able to is not the same as getting there.`,
        },
        {
          words: words`Not even three quarters.`,
          holds: () => lucky(wide) > 0 && lucky(wide) < 0.75 * STARTS,
          reply: words`Yes.`,
        },
        { words: words`None.`, holds: () => lucky(wide) === 0, reply: words`Some starts are lucky.` },
      ],
      why: words`${() => String(lucky(wide))} of ${chosen(STARTS)} with two neurons; with eight it is ${() => String(lucky(ofWidth(wide, 8)))}. Spare neurons are spare chances of a good start.`,
    },
    {
      kind: "challenge",
      enter: { experiment: startedFrom(wide, 1), t: 0 },
      controls: [{ kind: "start" }],
      text: words`Be lucky with two neurons: new weights, Train, until all four are right. Now: ${right}.`,
      done: (scene) => units(scene) === 2 && scene.session.correct === scene.session.train.count,
      solution: () => ({ experiment: startedFrom(wide, seedThatLearns()), t: wide.training.epochs }),
    },
  ],
};
