/**
 * Ten common misconceptions about neural networks. The engine determines the correct answers, and learners who get
 * one wrong can go and see it.
 */
import {
  createBatches,
  defaultExperiment,
  elementary,
  type Experiment,
  weightName,
} from "@neural-viz/engine";
import { beliefs as said } from "#text/beliefs";
import { bothPaths, backwards } from "../backwards.ts";
import type { Option } from "../contract.ts";
import { first as oneStep } from "../downhill.ts";
import { deep } from "../fading.ts";
import { best, noisy } from "../noise.ts";
import { exploding } from "../rates.ts";
import { quantity } from "../quantities.ts";
import { correctOf, type Location, type Scene, sceneAt, trained, valueIn } from "../scene.ts";
import { constant, moving } from "../twins.ts";
import { chosen, counted, eta, points, type Text } from "../pieces.ts";
import { single } from "../xor.ts";

export interface Belief {
  readonly ask: Text;
  /** The scene of the question. */
  readonly of: Location;
  readonly options: readonly Option[];
  /** Where to see the answer: a step of a lesson, from 1, or a location in the playground. */
  readonly see: { readonly lesson: string; readonly step: number } | Location;
}

const COIN = elementary.ln(2);
const NOISY = noisy(1);
const chainStart = backwards.steps[0]!.enter!;
const W1 = weightName(1, 1, 1);

const BATCH = 50;
/** The first experiment in batches. */
const batched: Experiment = {
  ...defaultExperiment,
  training: { ...defaultExperiment.training, batch: { size: BATCH, seed: 0 } },
};
const updates = ({ session }: Scene): number =>
  createBatches(session.split.train, session.experiment.training.batch).perEpoch;

/** Whether computing all gradients has changed a parameter. */
const moved = ({ session }: Scene): boolean => session.params.some((w, i) => w !== session.initialParams[i]);

/** δ of the two hidden neurons, and the output's δ, which they don't add up to. */
const deltas = (asked: Scene): readonly number[] =>
  [quantity.delta(1, 1, 1), quantity.delta(1, 2, 1), quantity.delta(2, 1, 1)].map((of) => valueIn(asked, of));
const addsUp = (asked: Scene): boolean => {
  const [one, other, whole] = deltas(asked);
  return Math.abs(one! + other! - whole!) < 1e-9;
};

/** How far one update moves the weight, and its gradient. */
const stepIsGradient = (asked: Scene): boolean => {
  const after = sceneAt({ ...oneStep, t: 1 });
  const step = valueIn(after, quantity.parameter(W1)) - valueIn(asked, quantity.parameter(W1));
  return Math.abs(Math.abs(step) - Math.abs(valueIn(asked, quantity.gradient(W1)))) < 1e-9;
};

/** Whether every hidden layer's gradient is exactly zero, as at a minimum. */
const flat = ({ session }: Scene): boolean => session.gradient.every((g) => g === 0);

export const beliefs: readonly Belief[] = [
  {
    ask: said.changed.ask,
    of: oneStep,
    options: [
      {
        text: said.changed.nothing,
        holds: (asked) => !moved(asked),
      },
      { text: said.changed.weights, holds: moved },
    ],
    see: { lesson: "yourTurn", step: 5 },
  },
  {
    ask: said.deltas.ask,
    of: chainStart,
    options: [
      { text: said.deltas.shares, holds: addsUp },
      {
        text: said.deltas.rates,
        holds: (asked) => !addsUp(asked),
      },
    ],
    see: { lesson: "backwards", step: 7 },
  },
  {
    ask: said.step.ask,
    of: oneStep,
    options: [
      { text: said.step.gradient, holds: stepIsGradient },
      {
        text: said.step.scaled({ eta }),
        holds: (asked) => !stepIsGradient(asked),
      },
    ],
    see: { lesson: "downhill", step: 3 },
  },
  {
    ask: said.paths.ask,
    of: chainStart,
    options: [
      {
        text: said.paths.added,
        holds: (asked) => bothPaths(asked).added,
      },
      {
        text: said.paths.multiplied,
        holds: (asked) => bothPaths(asked).multiplied,
      },
    ],
    see: { lesson: "backwards", step: 6 },
  },
  {
    ask: said.batches.ask({ points, size: chosen(BATCH) }),
    of: { experiment: batched, t: 0 },
    options: [
      {
        text: said.batches.one,
        holds: (asked) => updates(asked) === 1,
      },
      {
        text: said.batches.perBatch({ batches: counted(updates) }),
        holds: (asked) => updates(asked) > 1 && updates(asked) < asked.session.train.count,
      },
      {
        text: said.batches.perPoint({ points }),
        holds: (asked) => updates(asked) === asked.session.train.count,
      },
    ],
    see: { experiment: batched, t: 0 },
  },
  {
    ask: said.plateau.ask,
    of: { experiment: deep("sigmoid"), t: deep("sigmoid").training.epochs },
    options: [
      {
        text: said.plateau.plateau,
        holds: (asked) => !flat(asked),
      },
      {
        text: said.plateau.minimum,
        holds: flat,
      },
    ],
    see: { lesson: "fading", step: 4 },
  },
  {
    ask: said.memorized.ask,
    of: { experiment: NOISY, t: NOISY.training.epochs },
    options: [
      {
        text: said.memorized.best,
        holds: (asked) => best(asked).last <= COIN,
      },
      {
        text: said.memorized.unknown,
        holds: (asked) => best(asked).last > COIN,
      },
    ],
    see: { lesson: "noise", step: 3 },
  },
  {
    ask: said.rate.ask,
    of: { experiment: exploding, t: exploding.training.epochs },
    options: [
      {
        text: said.rate.worse,
        holds: ({ session }) => session.loss > session.losses[0]!,
      },
      {
        text: said.rate.faster,
        holds: ({ session }) => session.loss <= session.losses[0]!,
      },
    ],
    see: { lesson: "rates", step: 4 },
  },
  {
    ask: said.zeros.ask,
    of: { experiment: constant(0), t: 0 },
    options: [
      {
        text: said.zeros.bias,
        holds: (asked) => moving(asked).length === 1,
      },
      {
        text: said.zeros.everything,
        holds: (asked) => moving(asked).length > 1,
      },
    ],
    see: { lesson: "twins", step: 2 },
  },
  {
    ask: said.xor.ask,
    of: { experiment: single, t: single.training.epochs },
    options: [
      {
        text: said.xor.yes,
        holds: () => correctOf(trained(single)) === trained(single).session.train.count,
      },
      {
        text: said.xor.no,
        holds: () => correctOf(trained(single)) < trained(single).session.train.count,
      },
    ],
    see: { lesson: "xor", step: 4 },
  },
];

/** Whether an answer, by its index, is correct according to the engine. */
export function isTrue({ options, of }: Belief, answer: number): boolean {
  return options[answer]!.holds(sceneAt(of));
}
