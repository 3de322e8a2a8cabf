import { finish, type UpdateBench, updateBench, type UpdateMistakeName } from "@neural-viz/engine";
import { messages } from "#text/lessons/green";
import type { Lesson } from "./contract.ts";
import { experimentOf } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import type { Scene } from "./scene.ts";
import { chosen, computed, counted, eta, number, type Piece } from "./pieces.ts";

const RATE = 0.05;
const BETAS = { m: 0.9, v: 0.999 };

/** Losses up to this many times as high are about the same. */
const ALIKE = 1.1;

const experiment = experimentOf({
  data: { name: "circles", points: 60, noise: 0.02, seed: 3 },
  hidden: [4],
  start: 3,
  optimizer: "adam",
  rate: RATE,
  epochs: 100,
});
const first = { experiment, t: 0 };
const planted: UpdateMistakeName = "biasCorrectionMissing";
const onBench = { ...first, panel: "bugBench", settings: { bug: planted, epochs: "100" } };

/** The benches of this lesson, since each option asks for the same ones. */
const benches = new Map<UpdateMistakeName, UpdateBench>();

/** Training with a mistake in Adam's step, and without it. */
function bench(mistake: UpdateMistakeName, { session }: Scene): UpdateBench {
  const known = benches.get(mistake);
  if (known !== undefined) return known;
  const { goal, initialParams, optimizer } = session;
  const done = finish(
    updateBench(goal, initialParams.slice(), optimizer, mistake, experiment.training.epochs),
  );
  benches.set(mistake, done);
  return done;
}

/** How many gradients the gradient check finds wrong. */
const wrongGradients = (asked: Scene): number =>
  bench(planted, asked).check.parameters.filter(({ verdict }) => verdict === "differs").length;

const lossAfter = (asked: Scene): number => bench(planted, asked).losses.at(-1)!;
const healthyAfter = (asked: Scene): number => bench(planted, asked).healthy.at(-1)!;

/** How far the first update with the mistake moves a parameter. */
function firstStep(asked: Scene): number {
  const { index, yours } = bench(planted, asked).update.worst!;
  return Math.abs(yours - asked.session.initialParams[index]!);
}

const firstWrong =
  (t: number) =>
  (asked: Scene): boolean =>
    bench("betasSwapped", asked).update.first === t;

const m: Piece = { tex: "m", plain: "m" };
const rootV: Piece = { tex: "\\sqrt v", plain: "√v" };
const g: Piece = { tex: "g", plain: "g" };
const beta1: Piece = { tex: "\\beta_1", plain: "β₁" };
const beta2: Piece = { tex: "\\beta_2", plain: "β₂" };

export const green: Lesson = {
  title: messages.title,
  aha: messages.aha,
  steps: [
    { kind: "say", enter: first, text: messages.plant({ m, rootV }) },
    {
      kind: "choose",
      enter: first,
      ask: messages.check.ask,
      options: [
        { ...messages.check.all, holds: (asked) => wrongGradients(asked) > 0 },
        { ...messages.check.none, holds: (asked) => wrongGradients(asked) === 0 },
      ],
      reveal: onBench,
      why: messages.check.why({
        parameters: counted(({ session }) => session.network.size),
      }),
    },
    {
      kind: "estimate",
      enter: first,
      ask: messages.step.ask({
        eta,
        rate: chosen(RATE),
        m,
        rootV,
        g,
        mShare: computed(() => 1 - BETAS.m),
        vShare: computed(() => Math.sqrt(1 - BETAS.v)),
      }),
      answer: firstStep,
      within: 0.02,
      mistakes: [
        { answer: () => RATE, reply: messages.step.right },
        { answer: () => RATE * (1 - BETAS.m), reply: messages.step.onlyM },
      ],
      why: messages.step.why({ eta }),
    },
    {
      kind: "choose",
      enter: first,
      ask: messages.loss.ask,
      options: [
        { ...messages.loss.same, holds: (asked) => lossAfter(asked) < ALIKE * healthyAfter(asked) },
        {
          ...messages.loss.worse,
          holds: (asked) =>
            lossAfter(asked) >= ALIKE * healthyAfter(asked) && lossAfter(asked) < asked.session.loss,
        },
        { ...messages.loss.rises, holds: (asked) => lossAfter(asked) >= asked.session.loss },
      ],
      reveal: onBench,
      why: messages.loss.why({
        before: number(quantity.L),
        wrong: computed(lossAfter),
        right: computed(healthyAfter),
      }),
    },
    {
      kind: "choose",
      enter: first,
      ask: messages.swapped.ask({ beta1, beta2 }),
      options: [
        { ...messages.swapped.first, holds: firstWrong(1) },
        { ...messages.swapped.second, holds: firstWrong(2) },
        {
          ...messages.swapped.never,
          holds: (asked) => bench("betasSwapped", asked).update.first === undefined,
        },
      ],
      reveal: { ...onBench, settings: { bug: "betasSwapped", epochs: "20" } },
      why: messages.swapped.why({ beta1, beta2, m, rootV }),
    },
    {
      kind: "challenge",
      enter: first,
      text: messages.open({ loss: number(quantity.L) }),
      seen: messages.opened({ loss: number(quantity.L) }),
      done: ({ panel }) => panel === "bugBench",
      solution: () => ({ ...first, panel: "bugBench", settings: { bug: "surprise" } }),
    },
  ],
};
