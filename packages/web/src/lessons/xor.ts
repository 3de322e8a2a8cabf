import { createSession, type Experiment, ids, samplesOf, weightName } from "@neural-viz/engine";
import { messages } from "#text/lessons/xor";
import type { Lesson } from "./contract.ts";
import { experimentOf, ofWidth, startedFrom } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import { correctOf, type Scene, trained, valueIn } from "./scene.ts";
import { chosen, correct, counted, epoch, number, yHat, z } from "./pieces.ts";

const STARTS = 20;
const ALL = samplesOf({ name: "xor" }).count;

const few = { data: { name: "xor" }, optimizer: "adam", rate: 0.1 } as const;
export const single = experimentOf({ ...few, start: 4, epochs: 500 });
export const wide = experimentOf({ ...few, hidden: [2], start: 0, epochs: 500 });

/** The most points of a gate that a line can classify correctly. Tries lines of every direction and position. */
function bestLine(): number {
  const { inputs, targets, count } = samplesOf({ name: "xor" });
  const [x1, x2, y] = [inputs[0]!, inputs[1]!, targets[0]!];
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

/** How many of the first initializations learn all four points. */
export function lucky(experiment: Experiment): number {
  return Array.from({ length: STARTS }, (_, seed) => {
    const session = createSession(startedFrom(experiment, seed));
    while (session.stopped === undefined) session.step();
    return session.correct;
  }).filter((count) => count === ALL).length;
}
const seedThatLearns = (): number => {
  for (let seed = 0; ; seed++) {
    if (trained(startedFrom(wide, seed)).session.correct === ALL) return seed;
  }
};
const units = ({ experiment }: Scene): number => experiment.network.hidden[0]?.units ?? 0;
/** Whether a run has been trained to its end. */
const isOver = ({ experiment, t }: Scene): boolean => t >= experiment.training.epochs;

export const xor: Lesson = {
  title: messages.title,
  aha: messages.aha,
  steps: [
    {
      kind: "say",
      enter: { experiment: single, t: 0 },
      text: messages.gate({ correct }),
    },
    {
      kind: "estimate",
      enter: { experiment: single, t: 0 },
      ask: messages.line.ask,
      answer: bestLine,
      within: 0.01,
      why: messages.line.why({ z }),
    },
    {
      kind: "estimate",
      enter: { experiment: single, t: 0 },
      ask: messages.half.ask({ yHat }),
      answer: () => valueIn(trained(single), quantity.p(1)),
      within: 0.02,
      reveal: { experiment: single, t: 0, play: true },
      why: messages.half.why,
      decides: () => ids.p.of(1, single.training.epochs),
    },
    {
      kind: "choose",
      enter: { experiment: single, t: single.training.epochs },
      ask: messages.cancel.ask,
      options: [
        {
          ...messages.cancel.yes,
          holds: ({ session }) => session.correct === session.train.count,
        },
        {
          ...messages.cancel.no,
          holds: (scene) => correctOf(scene) < scene.session.train.count,
        },
      ],
      why: messages.cancel.why,
      decides: () => ids.gradient.of(weightName(1, 1, 1), single.training.epochs),
    },
    {
      kind: "do",
      enter: { experiment: wide, t: 0 },
      controls: [{ kind: "units", min: 1, max: 8 }, { kind: "start" }],
      text: messages.hidden({ correct, loss: number(quantity.L) }),
      seen: messages.solved({
        correct,
        epoch,
        loss: number(quantity.L),
        neurons: (scene) => messages.neurons(units(scene)),
      }),
      done: ({ session }) => session.correct === session.train.count,
      near: (scene) => {
        if (!isOver(scene)) return undefined;
        return units(scene) === 1 ? messages.oneHidden({ correct }) : messages.stuckWider({ correct });
      },
      solution: () => ({ experiment: ofWidth(wide, 8), t: wide.training.epochs }),
    },
    {
      kind: "choose",
      enter: { experiment: wide, t: 0 },
      ask: messages.starts.ask({ starts: chosen(STARTS) }),
      options: [
        {
          ...messages.starts.all,
          holds: () => lucky(wide) === STARTS,
        },
        {
          ...messages.starts.some,
          holds: () => lucky(wide) > 0 && lucky(wide) < 0.75 * STARTS,
        },
        { ...messages.starts.none, holds: () => lucky(wide) === 0 },
      ],
      why: messages.starts.why({
        two: counted(() => lucky(wide)),
        eight: counted(() => lucky(ofWidth(wide, 8))),
        starts: chosen(STARTS),
      }),
    },
    {
      kind: "challenge",
      enter: { experiment: startedFrom(wide, 1), t: 0 },
      controls: [{ kind: "start" }],
      text: messages.lucky({ correct }),
      seen: messages.solved({
        correct,
        epoch,
        loss: number(quantity.L),
        neurons: (scene) => messages.neurons(units(scene)),
      }),
      done: (scene) => units(scene) === 2 && scene.session.correct === scene.session.train.count,
      near: (scene) => (isOver(scene) ? messages.stuck({ correct }) : undefined),
      solution: () => ({ experiment: startedFrom(wide, seedThatLearns()), t: wide.training.epochs }),
    },
  ],
};
