import { biasName, format, ids, parameterPlain, weightName, withParameter } from "@neural-viz/engine";
import type { Lesson } from "./contract.ts";
import { experimentOf } from "./experiments.ts";
import { quantity } from "./quantities.ts";
import { type Scene, sceneAt, valueIn } from "./scene.ts";
import { chosen, number, type Symbol, words, yHat } from "./words.ts";

const FROM = 0.5;
const NUDGE = 0.01;
const CLOSE = 1e-6;
const W11 = weightName(1, 1, 1);

/** A network of 2, 2 and 1 with weights that can be followed by hand, and one blue point. */
const experiment = experimentOf({
  data: { name: "custom", samples: [[0.8, 0.4, 1]] },
  hidden: [2],
  start: [
    {
      weight: [
        [FROM, -1],
        [1.5, 2],
      ],
      bias: [0.2, -0.5],
    },
    { weight: [[1, -2]], bias: [0.3] },
  ],
  rate: 0.5,
  epochs: 500,
});
const first = { experiment, t: 0 };
const names = [W11, weightName(1, 1, 2), weightName(1, 2, 1), weightName(1, 2, 2)];
const deltaHidden: Symbol = { tex: "\\delta^{(1)}_1", plain: "δ⁽¹⁾₁" };
const deltaOut: Symbol = { tex: "\\delta^{(2)}_1", plain: "δ⁽²⁾₁" };
const w11: Symbol = { tex: "W^{(1)}_{11}", plain: "W⁽¹⁾₁₁" };
const x1: Symbol = { tex: "x_1", plain: "x₁" };

/** The change of ℓ when both hidden neurons' paths from x₁ count, when their product does: which one is true? */
export function bothPaths(asked: Scene) {
  const { session } = asked;
  const [p, q] = [1, 2].map(
    (j) => valueIn(asked, quantity.delta(1, j, 1)) * valueIn(asked, quantity.parameter(weightName(1, j, 1))),
  );
  const shifted = sceneAt({
    ...first,
    experiment: { ...experiment, dataset: { name: "custom", samples: [[0.8 + 1e-6, 0.4, 1]] } },
  });
  const slope = (shifted.session.loss - session.loss) / 1e-6;
  return { added: Math.abs(slope - (p! + q!)) < 1e-4, multiplied: Math.abs(slope - p! * q!) < 1e-4 };
}

/** The sizes of the four factors of this weight's gradient: blame, weight, local slope, input. */
const factors = (asked: Scene) =>
  [
    valueIn(asked, quantity.delta(2, 1, 1)),
    valueIn(asked, quantity.parameter(weightName(2, 1, 1))),
    1 - valueIn(asked, quantity.a(1, 1, 1)) ** 2,
    asked.session.samples.x1[0]!,
  ].map(Math.abs);

const slope = (): number => valueIn(sceneAt(first), quantity.gradient(W11));
const nudged = withParameter(experiment, 0, W11, FROM + NUDGE);

export const backwards: Lesson = {
  title: "Follow one number backwards",
  aha: "A gradient is a product along a path, and a sum over paths.",
  steps: [
    {
      kind: "say",
      enter: first,
      text: words`One blue point, two hidden neurons, one output: ${yHat} = ${number(quantity.p(1))}, which costs ${number(quantity.ell(1))}. We ask one question: if ${w11} grew a little, how would the loss react? Asking changes nothing: backpropagation, backprop for short, only measures.`,
    },
    {
      kind: "estimate",
      enter: first,
      ask: words`It begins at the output. There the blame is simple: ${deltaOut} is ${yHat} minus the truth. ${yHat} is ${number(quantity.p(1))}, the truth is one. What is ${deltaOut}?`,
      answer: (asked) => valueIn(asked, quantity.delta(2, 1, 1)),
      within: 0.002,
      why: words`Negative: raising the output’s ${{ tex: "z", plain: "z" }} would lower the loss.`,
      decides: () => ids.delta.of(2, 1, 1, 0),
    },
    {
      kind: "estimate",
      enter: first,
      ask: words`One layer back: blame ${number(quantity.delta(2, 1, 1))} times the weight it comes through, ${number(quantity.parameter(weightName(2, 1, 1)))}, times the neuron’s local slope, one minus the square of ${number(quantity.a(1, 1, 1))}. What is ${deltaHidden}?`,
      answer: (asked) => valueIn(asked, quantity.delta(1, 1, 1)),
      within: 0.005,
      why: words`Three factors along one path. Forget the last one and you have the most common mistake there is.`,
      decides: () => ids.delta.of(1, 1, 1, 0),
    },
    {
      kind: "choose",
      enter: first,
      ask: words`The last factor for ${w11} is its input ${x1} = ${{ id: () => ids.x.of(1, 1) }}. Now all four are there. Order them by size, the smallest first.`,
      options: [
        order([3, 0, 2, 1], words`Input, blame, local slope, weight.`),
        order([0, 3, 2, 1], words`Blame, input, local slope, weight.`),
        order([2, 0, 3, 1], words`Local slope, blame, input, weight.`),
        order([1, 2, 3, 0], words`Weight, local slope, input, blame.`),
      ],
      why: words`Blame, weight, slope and input: ${(asked) => factors(asked).map(format).join(", ")}. None is above one, so the product is smaller than the smallest of them.`,
      decides: () => ids.gradient.of(W11, 0),
    },
    {
      kind: "pick",
      enter: first,
      ask: words`Each of the four weights on the left has its own gradient: the blame of the neuron it leads to, times the input it comes from. To which of them does the loss react least? Press its edge.`,
      name: parameterPlain,
      meant: (id) =>
        (id.kind === "parameter" || id.kind === "gradient") && names.includes(id.name) ? id.name : undefined,
      answer: (asked) => {
        const sizes = names.map((name) => Math.abs(valueIn(asked, quantity.gradient(name))));
        return names[sizes.indexOf(Math.min(...sizes))]!;
      },
      why: words`The smaller input, ${{ tex: "x_2", plain: "x₂" }}, leads to the neuron with the smaller blame: ${number(quantity.delta(1, 2, 1))} beside ${number(quantity.delta(1, 1, 1))}.`,
    },
    {
      kind: "choose",
      enter: first,
      ask: words`${x1} reaches the output by two paths, one through each hidden neuron. To know how the loss reacts to ${x1}, what is done with the two products?`,
      options: [
        {
          words: words`They are multiplied.`,
          holds: (asked) => bothPaths(asked).multiplied,
          reply: words`Along a path one multiplies. Paths side by side each do their part.`,
        },
        {
          words: words`They are added.`,
          holds: (asked) => bothPaths(asked).added,
          reply: words`Yes.`,
        },
      ],
      reveal: { ...first, panel: "chainRule" },
      why: words`Along a path multiply, where paths meet add. The tool Chain rule shows every path with its product.`,
    },
    {
      kind: "do",
      enter: first,
      controls: [{ kind: "parameter", name: W11, min: -2, max: 2 }],
      text: words`Check it by hand. The slope at ${w11} = ${chosen(FROM)} is ${() => format(slope())}, so raising it by ${chosen(NUDGE)} should move the loss by ${() => format(slope() * NUDGE)}. Set it to ${chosen(FROM + NUDGE)}. So far the loss has moved by ${(scene) => format(valueIn(scene, quantity.L) - valueIn(sceneAt(first), quantity.L))}.`,
      done: (scene) => Math.abs(valueIn(scene, quantity.parameter(W11)) - (FROM + NUDGE)) < CLOSE,
      solution: () => ({ experiment: nudged, t: 0 }),
    },
    {
      kind: "challenge",
      enter: first,
      controls: [weightName(2, 1, 1), weightName(2, 1, 2), biasName(2, 1)].map(
        (name) => ({ kind: "parameter", name, min: -4, max: 4 }) as const,
      ),
      text: words`Make the gradient of every weight of the hidden layer exactly zero, without touching that layer. Which factor can do it? Now: ${number(quantity.gradient(W11))} and ${number(quantity.gradient(weightName(1, 2, 1)))}.`,
      done: (scene) => names.every((name) => valueIn(scene, quantity.gradient(name)) === 0),
      solution: () => ({
        experiment: withParameter(
          withParameter(experiment, 0, weightName(2, 1, 1), 0),
          0,
          weightName(2, 1, 2),
          0,
        ),
        t: 0,
      }),
    },
  ],
};

/** The factors, by their places, in an order of size. */
function order(wanted: readonly number[], name: ReturnType<typeof words>) {
  return {
    words: name,
    holds(asked: Scene) {
      const sizes = factors(asked);
      return wanted.every((factor, i) => i === 0 || sizes[wanted[i - 1]!]! <= sizes[factor]!);
    },
    reply: words`The sign does not count, only the size.`,
  };
}
