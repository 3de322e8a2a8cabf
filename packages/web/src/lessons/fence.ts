import type { Experiment } from "@neural-viz/engine";
import type { Lesson } from "./contract.ts";
import { experimentOf, ofWidth } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import { type Scene, trained } from "./scene.ts";
import { number, words } from "./words.ts";

const MOST = 4;
/** Other shapes, and as many panels as each may take. */
const others = [
  { data: { name: "moons", points: 200, noise: 0.05, seed: 1 }, most: 3 },
  { data: { name: "xor" }, most: 2 },
  { data: { name: "spiral", points: 200, noise: 0, seed: 1 }, most: 8 },
] as const;

/** Circles with so many fence panels, from a start that is not unlucky. */
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
const right = ({ session }: Scene): string => `${session.correct} of ${session.train.count}`;
const units = ({ experiment }: Scene): number => experiment.network.hidden[0]!.units;
const most = ({ experiment: { dataset } }: Scene): number =>
  others.find(({ data }) => data.name === dataset.name)?.most ?? 0;
const after = (n: number): Scene => trained(ofWidth(circles, n));

/** The fewest neurons with which all points are right. */
function fewest(): number {
  for (let n = 1; n < MOST; n++) if (all(after(n))) return n;
  return MOST;
}

const count = (n: number, name: ReturnType<typeof words>, reply: ReturnType<typeof words>) => ({
  words: name,
  holds: () => fewest() === n,
  reply,
});

export const fence: Lesson = {
  title: "Fence the circle",
  aha: "Each hidden neuron is one panel of the fence.",
  steps: [
    {
      kind: "say",
      enter: { experiment: ofWidth(circles, 1), t: 0 },
      text: words`Blue inside, orange around it. Every hidden neuron draws one line over the square, its panel, and the output neuron joins them. How many does a fence need?`,
    },
    {
      kind: "choose",
      enter: { experiment: ofWidth(circles, 1), t: 0 },
      ask: words`What is the smallest number of hidden neurons with which every point can be right?`,
      options: [
        count(1, words`One.`, words`One panel is a line: it cannot go around.`),
        count(2, words`Two.`, words`Two panels make a corridor, open at both ends.`),
        count(3, words`Three.`, words`Yes.`),
        count(4, words`Four.`, words`Four do it too, but it is one more than needed: a triangle is closed.`),
      ],
      reveal: { ...place(3), play: true },
      why: words`Two lines leave a gap, three close: here comes the triangle.`,
    },
    {
      kind: "do",
      enter: { experiment: ofWidth(circles, 3), t: 0 },
      text: words`Press Train and watch the three small maps inside the neurons: each is one panel, blue on one side of its line and orange on the other. Now: ${right}.`,
      done: all,
      solution: () => ({ experiment: ofWidth(circles, 3), t: circles.training.epochs }),
    },
    {
      kind: "estimate",
      enter: { experiment: ofWidth(circles, 2), t: 0 },
      ask: words`Guess: with only two neurons, how many of the ${({ session }) => String(session.train.count)} points will be right at the end?`,
      answer: () => after(2).session.correct,
      within: 0.06,
      reveal: { ...place(2), play: true },
      why: words`${() => right(after(2))}: a corridor, and both of its openings let orange points in.`,
    },
    {
      kind: "challenge",
      enter: { experiment: moons, t: 0 },
      controls: [
        { kind: "data", choices: others.map(({ data }) => data) },
        { kind: "units", min: 1, max: 8 },
        { kind: "start" },
      ],
      text: words`Fence another shape, one of these three, with at most ${(scene) => String(most(scene))} panels. Press Train; where a start is unlucky, take new weights. Now: ${right}, loss ${number(quantity.L)}.`,
      done: (scene) => all(scene) && units(scene) <= most(scene),
      solution: () => ({ experiment: ofWidth(moons, 3), t: circles.training.epochs }),
    },
  ],
};

function place(n: number) {
  return { experiment: ofWidth(circles, n), t: 0 };
}
