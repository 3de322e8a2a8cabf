import { elementary, format, ids } from "@neural-viz/engine";
import type { Lesson } from "./contract.ts";
import { experimentOf } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import { type Scene, trained } from "./scene.ts";
import { chosen, number, words } from "./words.ts";

const COIN = elementary.ln(2);
/** So close to the best epoch counts as there. */
const NEAR = 1.1;
const GOAL = 0.6;

export const noisy = (seed: number) =>
  experimentOf({
    data: { name: "moons", points: 40, noise: 0.12, seed },
    hidden: [8, 8],
    start: 0,
    optimizer: "adam",
    rate: 0.03,
    epochs: 600,
    heldOut: 0.5,
  });
const experiment = noisy(1);
const first = { experiment, t: 0 };

/** The epoch at which the held-out points are judged best, and how they are judged there and at the end. */
export function best({ session }: Scene) {
  const { testLosses } = session;
  const lowest = testLosses.reduce((low, loss) => Math.min(low, loss));
  return { epoch: testLosses.indexOf(lowest), lowest, last: testLosses.at(-1)! };
}

const outcome = () => best(trained(experiment));
/** The epoch at which the points it learns from cost least. */
function lowestSolid(): number {
  const { losses } = trained(experiment).session;
  return losses.indexOf(losses.reduce((low, loss) => Math.min(low, loss)));
}
const testLoss = ({ session }: Scene): number => session.test?.loss ?? Infinity;

export const noise: Lesson = {
  title: "Learning the noise",
  aha: "Beyond some epoch a network learns its points by heart, and gets worse at everything else.",
  steps: [
    {
      kind: "say",
      enter: first,
      text: words`Noisy moons, and few of them. We hide half: the hollow points are never trained on, only asked. The solid curve is the loss of the ${({ session }) => String(session.train.count)} points it learns from, the dashed one that of the ${({ session }) => String(session.split.test.length)} hidden ones.`,
    },
    {
      kind: "choose",
      enter: first,
      ask: words`A large network, trained for ${() => String(experiment.training.epochs)} epochs: what becomes of the loss of the points it learns from?`,
      options: [
        {
          words: words`It falls to nearly nothing.`,
          holds: () => trained(experiment).session.loss < 0.05,
          reply: words`Yes.`,
        },
        {
          words: words`It stays high: the points are too noisy.`,
          holds: () => trained(experiment).session.loss >= 0.05,
          reply: words`There are more weights than points: it can bend around every one.`,
        },
      ],
      why: words`With ${({ session }) => String(session.network.size)} parameters for ${({ session }) => String(session.train.count)} points it can learn each of them by heart. Is that good?`,
    },
    {
      kind: "draw",
      enter: first,
      ask: words`And the hidden points? Draw the dashed curve: their loss over all epochs.`,
      curve: () => trained(experiment).session.testLosses,
      top: 4,
      reply: (drawn, curve) => {
        const low = Math.min(...drawn);
        const rises = drawn.at(-1)! > 1.2 * low;
        return rises && curve.at(-1)! > 1.2 * outcome().lowest
          ? words`Down, and up again: you saw it.`
          : words`It goes down only at first. Then it rises, while the solid curve goes on falling.`;
      },
      reveal: { ...first, play: true },
      why: words`It falls to ${() => format(outcome().lowest)} and ends at ${() => format(outcome().last)}, far above a coin flip’s ${() => format(COIN)}: sure of itself and wrong.`,
      decides: () => ids.Ltest.of(experiment.training.epochs),
    },
    {
      kind: "choose",
      enter: { ...first, t: experiment.training.epochs },
      ask: words`When would you have stopped?`,
      options: [
        {
          words: words`Where the solid curve is lowest.`,
          holds: () => lowestSolid() === outcome().epoch,
          reply: words`That is at epoch ${() => String(lowestSolid())}, and there the hidden points cost ${() => format(trained(experiment).session.testLosses[lowestSolid()]!)}. A low loss on its own points proves nothing.`,
        },
        {
          words: words`Where the dashed curve is lowest.`,
          holds: () => outcome().lowest < outcome().last,
          reply: words`Yes.`,
        },
        {
          words: words`As late as possible.`,
          holds: () => outcome().lowest === outcome().last,
          reply: words`More is not better: at the end the hidden points cost ${() => format(outcome().last)} on average.`,
        },
      ],
      why: words`That is early stopping. It needs points that the network has never seen, which is why one hides some.`,
    },
    {
      kind: "do",
      enter: { ...first, t: experiment.training.epochs },
      text: words`Go there: find the epoch on the timeline where the hidden points cost the least. Now: ${number(quantity.Ltest)} at epoch ${({ t }) => String(t)}.`,
      done: (scene) => testLoss(scene) < NEAR * outcome().lowest,
      solution: () => ({ ...first, t: outcome().epoch }),
    },
    {
      kind: "challenge",
      enter: first,
      controls: [
        { kind: "units", min: 1, max: 8 },
        { kind: "rate", values: [0.003, 0.01, 0.03] },
      ],
      text: words`Find a network or a rate with which the hidden points cost less than ${chosen(GOAL)} even after all ${() => String(experiment.training.epochs)} epochs. Now: ${number(quantity.Ltest)} at epoch ${({ t }) => String(t)}.`,
      done: (scene) => scene.t >= scene.experiment.training.epochs && testLoss(scene) < GOAL,
      solution: () => ({
        experiment: { ...experiment, optimizer: { ...experiment.optimizer, learningRate: 0.003 } },
        t: experiment.training.epochs,
      }),
    },
  ],
};
