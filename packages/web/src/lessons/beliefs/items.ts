/**
 * Ten beliefs about neural networks that many hold and the engine does not. Which answer is right is asked of the engine;
 * whoever errs is shown a place where it can be seen.
 */
import {
  createBatches,
  defaultExperiment,
  elementary,
  type Experiment,
  weightName,
} from "@neural-viz/engine";
import { bothPaths, backwards } from "../backwards.ts";
import type { Option } from "../contract.ts";
import { first as oneStep } from "../downhill.ts";
import { deep } from "../fading.ts";
import { best, noisy } from "../noise.ts";
import { exploding } from "../rates.ts";
import { quantity } from "../quantities.ts";
import { type Place, type Scene, sceneAt, trained, valueIn } from "../scene.ts";
import { constant, moving } from "../twins.ts";
import { chosen, words, type Words } from "../words.ts";
import { single } from "../xor.ts";

export interface Belief {
  readonly ask: Words;
  /** The scene of which it is asked. */
  readonly of: Place;
  readonly options: readonly Omit<Option, "reply">[];
  /** Where it can be seen: a step of a lesson, from 1, or a place of the playground. */
  readonly see: { readonly lesson: string; readonly step: number } | Place;
}

const COIN = elementary.ln(2);
const NOISY = noisy(1);
const chainStart = backwards.steps[0]!.enter!;
const W1 = weightName(1, 1, 1);

/** Two hundred points in batches of fifty. */
const batched: Experiment = {
  ...defaultExperiment,
  training: { ...defaultExperiment.training, batch: { size: 50, seed: 0 } },
};
const updates = ({ session }: Scene): number =>
  createBatches(session.split.train, session.experiment.training.batch).perEpoch;

/** Whether knowing all gradients has changed a parameter. */
const moved = ({ session }: Scene): boolean => session.params.some((w, i) => w !== session.initialParams[i]);

/** δ of the two hidden neurons, and that of the output they would share out. */
const deltas = (asked: Scene): readonly number[] =>
  [quantity.delta(1, 1, 1), quantity.delta(1, 2, 1), quantity.delta(2, 1, 1)].map((of) => valueIn(asked, of));
const addsUp = (asked: Scene): boolean => {
  const [one, other, whole] = deltas(asked);
  return Math.abs(one! + other! - whole!) < 1e-9;
};

/** How far one update moves the weight, beside its gradient. */
const stepIsGradient = (asked: Scene): boolean => {
  const after = sceneAt({ ...oneStep, t: 1 });
  const step = valueIn(after, quantity.parameter(W1)) - valueIn(asked, quantity.parameter(W1));
  return Math.abs(Math.abs(step) - Math.abs(valueIn(asked, quantity.gradient(W1)))) < 1e-9;
};

/** Whether every hidden layer’s gradient is exactly zero, as at the bottom of a bowl. */
const flat = ({ session }: Scene): boolean => session.gradient.every((g) => g === 0);

export const beliefs: readonly Belief[] = [
  {
    ask: words`Backpropagation has just run for all points. What has it changed in the network?`,
    of: oneStep,
    options: [
      {
        words: words`Nothing: it has measured how the loss would react.`,
        holds: (asked) => !moved(asked),
      },
      { words: words`The weights: backprop is how it learns.`, holds: moved },
    ],
    see: { lesson: "yourTurn", step: 5 },
  },
  {
    ask: words`The output is off by some amount. What are the δ of the two hidden neurons before it?`,
    of: chainStart,
    options: [
      { words: words`Shares: together they make up the output’s δ.`, holds: addsUp },
      {
        words: words`Sensitivities: each tells how the loss reacts to that neuron alone.`,
        holds: (asked) => !addsUp(asked),
      },
    ],
    see: { lesson: "backwards", step: 7 },
  },
  {
    ask: words`A weight has a certain gradient. How far will plain gradient descent move it?`,
    of: oneStep,
    options: [
      { words: words`By the gradient.`, holds: stepIsGradient },
      {
        words: words`By the gradient times the learning rate, the other way.`,
        holds: (asked) => !stepIsGradient(asked),
      },
    ],
    see: { lesson: "downhill", step: 3 },
  },
  {
    ask: words`An input reaches the output through two hidden neurons. How does the loss’s slope in that input come about?`,
    of: chainStart,
    options: [
      {
        words: words`As a product along each path; the paths are added.`,
        holds: (asked) => bothPaths(asked).added,
      },
      {
        words: words`As one chain: all factors are multiplied.`,
        holds: (asked) => bothPaths(asked).multiplied,
      },
    ],
    see: { lesson: "backwards", step: 6 },
  },
  {
    ask: words`${({ session }) => String(session.train.count)} points, in batches of ${chosen(50)}. How many times are the weights changed in one epoch?`,
    of: { experiment: batched, t: 0 },
    options: [
      {
        words: words`Once: an epoch is a step.`,
        holds: (asked) => updates(asked) === 1,
      },
      {
        words: words`Once for each batch.`,
        holds: (asked) => updates(asked) > 1 && updates(asked) < asked.session.train.count,
      },
      {
        words: words`Once for each point.`,
        holds: (asked) => updates(asked) === asked.session.train.count,
      },
    ],
    see: { experiment: batched, t: 0 },
  },
  {
    ask: words`A deep sigmoid network hardly improves for hundreds of epochs. Where is it?`,
    of: { experiment: deep("sigmoid"), t: deep("sigmoid").training.epochs },
    options: [
      {
        words: words`On a slope so faint that its steps are tiny.`,
        holds: (asked) => !flat(asked),
      },
      {
        words: words`At the bottom of a bowl, where every gradient is zero.`,
        holds: flat,
      },
    ],
    see: { lesson: "fading", step: 4 },
  },
  {
    ask: words`A network has every one of its training points right, at nearly no loss. Is it good?`,
    of: { experiment: NOISY, t: NOISY.training.epochs },
    options: [
      {
        words: words`Yes: better is not possible.`,
        holds: (asked) => best(asked).last <= COIN,
      },
      {
        words: words`That cannot be said: on points it has not seen it may be worse than a coin.`,
        holds: (asked) => best(asked).last > COIN,
      },
    ],
    see: { lesson: "noise", step: 3 },
  },
  {
    ask: words`A higher learning rate means longer steps. What does ever more of it bring?`,
    of: { experiment: exploding, t: exploding.training.epochs },
    options: [
      {
        words: words`From some point on a result worse than no training at all.`,
        holds: ({ session }) => session.loss > session.losses[0]!,
      },
      {
        words: words`Faster learning, only less smooth.`,
        holds: ({ session }) => session.loss <= session.losses[0]!,
      },
    ],
    see: { lesson: "rates", step: 4 },
  },
  {
    ask: words`All weights and biases begin at zero. What can the network learn?`,
    of: { experiment: constant(0), t: 0 },
    options: [
      {
        words: words`Hardly anything: only the output’s bias has a gradient.`,
        holds: (asked) => moving(asked).length === 1,
      },
      {
        words: words`Everything, it only takes longer.`,
        holds: (asked) => moving(asked).length > 1,
      },
    ],
    see: { lesson: "twins", step: 2 },
  },
  {
    ask: words`A single neuron was trained on XOR until its gradient was as good as zero. Has it learned the task?`,
    of: { experiment: single, t: single.training.epochs },
    options: [
      {
        words: words`Yes: a gradient of zero means learned.`,
        holds: () => trained(single).session.correct === trained(single).session.train.count,
      },
      {
        words: words`No: the points pull against each other, and nothing moves.`,
        holds: () => trained(single).session.correct < trained(single).session.train.count,
      },
    ],
    see: { lesson: "xor", step: 4 },
  },
];

/** Whether an answer, by its place among the options, is what the engine says. */
export function isTrue({ options, of }: Belief, answer: number): boolean {
  return options[answer]!.holds(sceneAt(of));
}
