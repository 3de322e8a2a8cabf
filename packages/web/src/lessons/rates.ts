import { elementary } from "@neural-viz/engine";
import type { Lesson } from "./contract.ts";
import { atRate, experimentOf } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import { trained, valueIn } from "./scene.ts";
import { chosen, eta, number, words } from "./words.ts";

const COIN = elementary.ln(2);
const CRAWL = 0.003;
const WALK = 0.3;
const EXPLODE = 10;
const GOAL = 0.32;

const moons = experimentOf({
  data: { name: "moons", points: 200, noise: 0.05, seed: 1 },
  hidden: [4, 4],
  activation: "relu",
  start: 3,
  rate: CRAWL,
  epochs: 500,
});

/** The same run at the highest of the three rates. */
export const exploding = atRate(moons, EXPLODE);
const finalLoss = (rate: number): number => valueIn(trained(atRate(moons, rate)), quantity.L);
const at = (rate: number) => ({ experiment: atRate(moons, rate), t: 0 });
const played = (rate: number) => ({ ...at(rate), play: true });

export const rates: Lesson = {
  title: "Crawl, walk, explode",
  aha: "Too high a rate is worse than not learning at all.",
  steps: [
    {
      kind: "say",
      enter: at(CRAWL),
      text: words`Two moons, and a larger network: between inputs and output stand two layers of neurons of a kind called ReLU, which output zero instead of anything negative. As before, each update moves every weight by the learning rate ${eta} times its slope. We try three rates from exactly the same start.`,
    },
    {
      kind: "choose",
      enter: at(CRAWL),
      ask: words`First ${eta} = ${chosen(CRAWL)}. The untrained network costs ${number(quantity.L)}, a coin flip ${() => COIN.toPrecision(4)}. Where will it stand after ${({ experiment }) => String(experiment.training.epochs)} epochs?`,
      options: [
        {
          words: words`Still near the coin flip.`,
          holds: () => Math.abs(finalLoss(CRAWL) - COIN) < 0.05,
          reply: words`Yes.`,
        },
        {
          words: words`About half of it.`,
          holds: () => Math.abs(finalLoss(CRAWL) - COIN / 2) < 0.1,
          reply: words`Each step is too short to get that far.`,
        },
        {
          words: words`Nearly zero.`,
          holds: () => finalLoss(CRAWL) < 0.1,
          reply: words`A small rate is safe, and slow.`,
        },
      ],
      reveal: played(CRAWL),
      why: words`Crawling: every step goes downhill, and hardly anywhere.`,
    },
    {
      kind: "choose",
      enter: at(WALK),
      ask: words`Now ${eta} = ${chosen(WALK)}, a hundred times as much, from the same start. And now?`,
      options: [
        {
          words: words`It stays near the coin flip.`,
          holds: () => Math.abs(finalLoss(WALK) - COIN) < 0.05,
          reply: words`A hundred times longer steps do get somewhere.`,
        },
        {
          words: words`It falls to about half of it or less.`,
          holds: () => finalLoss(WALK) < 0.6 * COIN,
          reply: words`Yes.`,
        },
        {
          words: words`It gets worse and worse.`,
          holds: () => finalLoss(WALK) > COIN + 0.05,
          reply: words`Not yet.`,
        },
      ],
      reveal: played(WALK),
      why: words`Walking: the steps are long enough to get somewhere and short enough for their slopes to hold.`,
    },
    {
      kind: "draw",
      enter: at(EXPLODE),
      ask: words`Now ${eta} = ${chosen(EXPLODE)}. Draw the loss you expect over the same epochs.`,
      curve: () => trained(exploding).session.losses,
      top: 2,
      reply: (drawn, curve) =>
        drawn.at(-1)! > COIN === curve.at(-1)! > COIN
          ? words`You saw it coming: at the end it is worse than a coin flip.`
          : words`It does not even reach the coin flip: at the end it is worse than at the start.`,
      reveal: played(EXPLODE),
      why: words`The first steps overshoot so far that every ReLU neuron of the second layer lands where it outputs zero. What is left is the output’s bias, and it leaps to and fro across its valley.`,
    },
    {
      kind: "choose",
      enter: at(EXPLODE),
      ask: words`So is it at least as good as not training at all, from whatever start?`,
      options: [
        {
          words: words`Yes, training never hurts.`,
          holds: () => finalLoss(EXPLODE) <= valueIn(trained(moons), quantity.L),
          reply: words`An update follows the slope at one point; far away it knows nothing.`,
        },
        {
          words: words`No: a coin flip is cheaper.`,
          holds: () => finalLoss(EXPLODE) > COIN,
          reply: words`Yes.`,
        },
      ],
      reveal: { experiment: exploding, t: exploding.training.epochs, panel: "health" },
      why: words`No gradient gets back through a neuron that outputs zero for all points: look at the layers in the tool Health. They will never wake.`,
    },
    {
      kind: "challenge",
      enter: at(1),
      controls: [{ kind: "rate", values: [0.01, 0.1, 0.3, 1, 3] }, { kind: "start" }],
      text: words`Reach a loss below ${chosen(GOAL)} within ${({ experiment }) => String(experiment.training.epochs)} epochs, by rate and start alone. Press Train. Now: ${number(quantity.L)}.`,
      done: (scene) => valueIn(scene, quantity.L) < GOAL,
      solution: () => ({ experiment: atRate(moons, 1), t: moons.training.epochs }),
    },
  ],
};
