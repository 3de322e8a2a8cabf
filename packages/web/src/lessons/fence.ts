import type { Experiment } from "@neural-viz/engine";
import { messages } from "#text/lessons/fence";
import type { Lesson } from "./contract.ts";
import { experimentOf, ofWidth } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import { correctOf, type Scene, trained } from "./scene.ts";
import { correct, correctIn, counted, epoch, number, points } from "./pieces.ts";

const MAX_NEURONS = 4;
/** Other datasets, and how many hidden neurons each may use. */
const others = [
  { data: { name: "moons", points: 200, noise: 0.05, seed: 1 }, most: 3 },
  { data: { name: "xor" }, most: 2 },
  { data: { name: "spiral", points: 200, noise: 0, seed: 1 }, most: 8 },
] as const;

/** Circles, from initial weights with which three hidden neurons close a fence. */
export const circles = experimentOf({
  data: { name: "circles", points: 200, noise: 0.02, seed: 27 },
  hidden: [1],
  start: 19,
  optimizer: "adam",
  rate: 0.1,
  epochs: 600,
});
const moons: Experiment = { ...ofWidth(circles, 2), dataset: others[0].data };

const all = ({ session }: Scene): boolean => session.correct === session.train.count;
const units = ({ experiment }: Scene): number => experiment.network.hidden[0]!.units;
const most = ({ experiment: { dataset } }: Scene): number =>
  others.find(({ data }) => data.name === dataset.name)?.most ?? 0;
const after = (n: number): Scene => trained(ofWidth(circles, n));

/** The fewest neurons with which all points are correct. */
function fewest(): number {
  for (let n = 1; n < MAX_NEURONS; n++) if (all(after(n))) return n;
  return MAX_NEURONS;
}

const isFewest = (n: number) => (): boolean => fewest() === n;

export const fence: Lesson = {
  title: messages.title,
  aha: messages.aha,
  steps: [
    {
      kind: "say",
      enter: { experiment: ofWidth(circles, 1), t: 0 },
      text: messages.lines,
    },
    {
      kind: "choose",
      enter: { experiment: ofWidth(circles, 1), t: 0 },
      ask: messages.fewest.ask,
      options: [
        { ...messages.fewest.one, holds: isFewest(1) },
        { ...messages.fewest.two, holds: isFewest(2) },
        { ...messages.fewest.three, holds: isFewest(3) },
        { ...messages.fewest.four, holds: isFewest(4) },
      ],
      reveal: { ...locationWith(3), play: true },
      why: messages.fewest.why,
    },
    {
      kind: "do",
      enter: { experiment: ofWidth(circles, 3), t: 0 },
      text: messages.watch({ correct }),
      seen: messages.closed({ correct, epoch, loss: number(quantity.L) }),
      done: all,
      solution: () => ({ experiment: ofWidth(circles, 3), t: circles.training.epochs }),
    },
    {
      kind: "estimate",
      enter: { experiment: ofWidth(circles, 2), t: 0 },
      ask: messages.two.ask({ points }),
      answer: () => correctOf(after(2)),
      within: 0.06,
      reveal: { ...locationWith(2), play: true },
      why: messages.two.why({ correct: () => correctIn(after(2)) }),
    },
    {
      kind: "challenge",
      enter: { experiment: moons, t: 0 },
      controls: [
        { kind: "data", choices: others.map(({ data }) => data) },
        { kind: "units", min: 1, max: 8 },
        { kind: "start" },
      ],
      text: messages.other({ most: counted(most), correct, loss: number(quantity.L) }),
      seen: messages.solved({ correct, epoch, neurons: (scene) => messages.neurons(units(scene)) }),
      done: (scene) => all(scene) && units(scene) <= most(scene),
      near: (scene) =>
        all(scene) ? messages.tooMany({ units: counted(units), most: counted(most) }) : undefined,
      solution: () => ({ experiment: ofWidth(moons, 3), t: circles.training.epochs }),
    },
  ],
};

function locationWith(n: number) {
  return { experiment: ofWidth(circles, n), t: 0 };
}
