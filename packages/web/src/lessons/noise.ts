import { elementary, ids } from "@neural-viz/engine";
import { messages } from "#text/lessons/noise";
import type { Lesson } from "./contract.ts";
import { experimentOf } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import { type Scene, trained } from "./scene.ts";
import { chosen, computed, counted, epoch, epochs, number, points } from "./pieces.ts";

const COIN = elementary.ln(2);
/** A held-out loss within this factor of the best counts as the best. */
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

/** The epoch with the lowest held-out loss, and that loss there and at the end. */
export function best({ session }: Scene) {
  const { testLosses } = session;
  const lowest = testLosses.reduce((low, loss) => Math.min(low, loss));
  return { epoch: testLosses.indexOf(lowest), lowest, last: testLosses.at(-1)! };
}

const outcome = () => best(trained(experiment));
const last = computed(() => outcome().last);
/** The epoch with the lowest training loss. */
function lowestSolid(): number {
  const { losses } = trained(experiment).session;
  return losses.indexOf(losses.reduce((low, loss) => Math.min(low, loss)));
}
const testLoss = ({ session }: Scene): number => session.test?.loss ?? Infinity;

export const noise: Lesson = {
  title: messages.title,
  aha: messages.aha,
  steps: [
    {
      kind: "say",
      enter: first,
      text: messages.split({ train: points, test: counted(({ session }) => session.split.test.length) }),
    },
    {
      kind: "choose",
      enter: first,
      ask: messages.training.ask({ epochs }),
      options: [
        {
          ...messages.training.zero,
          holds: () => trained(experiment).session.loss < 0.05,
        },
        {
          ...messages.training.high,
          holds: () => trained(experiment).session.loss >= 0.05,
        },
      ],
      why: messages.training.why({ parameters: counted(({ session }) => session.network.size), points }),
    },
    {
      kind: "draw",
      enter: first,
      ask: messages.heldOut.ask,
      curve: () => trained(experiment).session.testLosses,
      top: 4,
      reply: (drawn, curve) => {
        const low = Math.min(...drawn);
        const rises = drawn.at(-1)! > 1.2 * low;
        return rises && curve.at(-1)! > 1.2 * outcome().lowest
          ? messages.heldOut.expected
          : messages.heldOut.unexpected;
      },
      reveal: { ...first, play: true },
      why: messages.heldOut.why({
        lowest: computed(() => outcome().lowest),
        last,
        half: computed(() => COIN),
      }),
      decides: () => ids.Ltest.of(experiment.training.epochs),
    },
    {
      kind: "choose",
      enter: { ...first, t: experiment.training.epochs },
      ask: messages.stop.ask,
      options: [
        {
          ...messages.stop.training({
            epoch: counted(lowestSolid),
            loss: computed(() => trained(experiment).session.testLosses[lowestSolid()]!),
          }),
          holds: () => lowestSolid() === outcome().epoch,
        },
        {
          ...messages.stop.heldOut,
          holds: () => outcome().lowest < outcome().last,
        },
        {
          ...messages.stop.last({ loss: last }),
          holds: () => outcome().lowest === outcome().last,
        },
      ],
      why: messages.stop.why,
    },
    {
      kind: "do",
      enter: { ...first, t: experiment.training.epochs },
      text: messages.find({ loss: number(quantity.Ltest), epoch }),
      seen: messages.found({
        loss: number(quantity.Ltest),
        epoch,
        lowest: computed(() => outcome().lowest),
        at: counted(() => outcome().epoch),
      }),
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
      text: messages.choose({
        goal: chosen(GOAL),
        epochs: chosen(experiment.training.epochs),
        loss: number(quantity.Ltest),
        epoch,
      }),
      seen: messages.chose({ loss: number(quantity.Ltest), training: number(quantity.L), epoch }),
      done: (scene) => scene.t >= scene.experiment.training.epochs && testLoss(scene) < GOAL,
      near: (scene) => {
        if (scene.t < scene.experiment.training.epochs)
          return testLoss(scene) < GOAL ? messages.tooEarly({ epochs }) : undefined;
        const { lowest } = best(scene);
        return lowest < GOAL ? messages.passed({ lowest: computed(() => lowest) }) : undefined;
      },
      solution: () => ({
        experiment: { ...experiment, optimizer: { ...experiment.optimizer, learningRate: 0.003 } },
        t: experiment.training.epochs,
      }),
    },
  ],
};
