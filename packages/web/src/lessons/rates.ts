import { elementary } from "@neural-viz/engine";
import { messages } from "#text/lessons/rates";
import type { Lesson } from "./contract.ts";
import { atRate, experimentOf } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import { trained, valueIn } from "./scene.ts";
import { chosen, computed, epoch, epochs, eta, number, z } from "./pieces.ts";

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
/** The loss of a network that predicts one half for every point. */
const half = computed(() => COIN);
const finalLoss = (rate: number): number => valueIn(trained(atRate(moons, rate)), quantity.L);
const at = (rate: number) => ({ experiment: atRate(moons, rate), t: 0 });
const played = (rate: number) => ({ ...at(rate), play: true });

export const rates: Lesson = {
  title: messages.title,
  aha: messages.aha,
  steps: [
    {
      kind: "say",
      enter: at(CRAWL),
      text: messages.moons({ eta, z }),
    },
    {
      kind: "choose",
      enter: at(CRAWL),
      ask: messages.low.ask({ eta, rate: chosen(CRAWL), loss: number(quantity.L), half, epochs }),
      options: [
        {
          ...messages.low.near({ half }),
          holds: () => Math.abs(finalLoss(CRAWL) - COIN) < 0.05,
        },
        {
          ...messages.low.halved,
          holds: () => Math.abs(finalLoss(CRAWL) - COIN / 2) < 0.1,
        },
        {
          ...messages.low.zero,
          holds: () => finalLoss(CRAWL) < 0.1,
        },
      ],
      reveal: played(CRAWL),
      why: messages.low.why({ loss: number(quantity.L), end: computed(() => finalLoss(CRAWL)), epochs }),
    },
    {
      kind: "choose",
      enter: at(WALK),
      ask: messages.good.ask({ eta, rate: chosen(WALK) }),
      options: [
        {
          ...messages.good.near({ half }),
          holds: () => Math.abs(finalLoss(WALK) - COIN) < 0.05,
        },
        {
          ...messages.good.halved,
          holds: () => finalLoss(WALK) < 0.6 * COIN,
        },
        {
          ...messages.good.above({ half }),
          holds: () => finalLoss(WALK) > COIN + 0.05,
        },
      ],
      reveal: played(WALK),
      why: messages.good.why({ end: computed(() => finalLoss(WALK)) }),
    },
    {
      kind: "draw",
      enter: at(EXPLODE),
      ask: messages.high.ask({ eta, rate: chosen(EXPLODE) }),
      curve: () => trained(exploding).session.losses,
      top: 2,
      reply: (drawn, curve) =>
        drawn.at(-1)! > COIN === curve.at(-1)! > COIN
          ? messages.high.expected({ half })
          : messages.high.unexpected({ half }),
      reveal: played(EXPLODE),
      why: messages.high.why,
    },
    {
      kind: "choose",
      enter: at(EXPLODE),
      ask: messages.helped.ask({ loss: number(quantity.L) }),
      options: [
        {
          ...messages.helped.yes,
          holds: (asked) => finalLoss(EXPLODE) <= valueIn(asked, quantity.L),
        },
        {
          ...messages.helped.no,
          holds: (asked) => finalLoss(EXPLODE) > valueIn(asked, quantity.L),
        },
      ],
      reveal: { experiment: exploding, t: exploding.training.epochs, panel: "health" },
      why: messages.helped.why({ loss: number(quantity.L), end: computed(() => finalLoss(EXPLODE)) }),
    },
    {
      kind: "challenge",
      enter: at(1),
      controls: [{ kind: "rate", values: [0.01, 0.1, 0.3, 1, 3] }, { kind: "start" }],
      text: messages.reach({ goal: chosen(GOAL), epochs, loss: number(quantity.L) }),
      seen: messages.reached({
        eta,
        rate: number(quantity.hyper("learningRate")),
        loss: number(quantity.L),
        epoch,
      }),
      done: (scene) => valueIn(scene, quantity.L) < GOAL,
      solution: () => ({ experiment: atRate(moons, 1), t: moons.training.epochs }),
    },
  ],
};
