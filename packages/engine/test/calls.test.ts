/** A call that means nothing is refused in a sentence, even when it comes from plain JavaScript. */
import { expect, test } from "vitest";
import {
  type ActivationName,
  checkGradient,
  createRecording,
  createSession,
  defaultChoice,
  defaultExperiment,
  type Experiment,
  explain,
  type LinearParameters,
  noRegularization,
  type OptimizerChoice,
  optimizers,
  pack,
  parseExperiment,
  type Run,
} from "@neural-viz/engine";
import { binaryNetwork } from "./arbitraries.ts";

const session = createSession(defaultExperiment);
const network = binaryNetwork([{ units: 2, activation: "tanh" }]);
const goal = { network, batch: createSession(defaultExperiment).train, regularization: noRegularization };
const left =
  (experiment: object): (() => unknown) =>
  () =>
    createSession(experiment as Experiment);
const layer =
  (weight: unknown, bias: unknown): (() => unknown) =>
  () =>
    pack([{ weight, bias } as LinearParameters]);

test.each<[string, () => unknown]>([
  [
    "The experiment has no dataset. Pass it through parseExperiment, which fills in the defaults.",
    left({ version: 1 }),
  ],
  [
    "The experiment has no optimizer.beta1. Pass it through parseExperiment, which fills in the defaults.",
    left({ ...defaultExperiment, optimizer: { name: "adam", learningRate: 0.03 } }),
  ],
  [
    "The experiment has no optimizer.beta1. Pass it through parseExperiment, which fills in the defaults.",
    () =>
      createRecording({
        ...defaultExperiment,
        optimizer: { name: "adam", learningRate: 0.03 },
      } as unknown as Experiment),
  ],
  [
    "The experiment has no changes.0.optimizer.momentum. Pass it through parseExperiment, which fills in the defaults.",
    left({
      ...defaultExperiment,
      changes: [{ at: 1, optimizer: { name: "momentum", learningRate: 0.03 } }],
    }),
  ],
  [
    "network.hidden[0].units must be a whole number from 1 to 8; it is 12.",
    left({
      ...defaultExperiment,
      network: { ...defaultExperiment.network, hidden: [{ units: 12, activation: "tanh" }] },
    }),
  ],
  [
    'The activation must be one of relu, tanh, sigmoid, leakyRelu, identity; it is "swish".',
    () => binaryNetwork([{ units: 2, activation: "swish" as ActivationName }]),
  ],
  [
    'The activation must be one of relu, tanh, sigmoid, leakyRelu, identity; it is "constructor".',
    () => binaryNetwork([{ units: 2, activation: "constructor" as ActivationName }]),
  ],
  ...[0, -1, 1.5, NaN, Infinity].map((units): [string, () => unknown] => [
    `units must be a whole number, 1 or more; it is ${units}.`,
    () => binaryNetwork([{ units, activation: "tanh" }]),
  ]),
  ["The weights of layer 1 must form a matrix with one row for each bias.", layer([[1, 2], [3]], [1, 2])],
  ["The weights of layer 1 must form a matrix with one row for each bias.", layer([[1, 2]], [1, 2])],
  ['The weights and biases of layer 1 must be numbers; one of them is "x".', layer([[1, "x"]], [1])],
  [
    "The parameter vector must have 9 numbers for this network; it has 3.",
    () => checkGradient(goal, new Float64Array(3)),
  ],
  [
    "This run is no recorded one; pass createRun(recording), made from createRecording.",
    () => explain(session as unknown as Run, "L@0"),
  ],
])("%s", (sentence, call) => {
  expect(call).toThrow(sentence);
});

test("gradients that are all NaN have no largest error", () => {
  expect(checkGradient(goal, new Float64Array(9).fill(NaN)).maxRelativeError).toBeNaN();
});

test("what parseExperiment returns is taken, and so is every optimizer with its defaults", () => {
  for (const name of Object.keys(optimizers) as (keyof typeof optimizers)[]) {
    const experiment = { ...parseExperiment({ version: 1 }), optimizer: defaultChoice(name) };
    expect(createSession(experiment).t).toBe(0);
  }
});

test("an optimizer without one of its hyper-parameters, or with another's, doesn't compile", () => {
  const wrong: readonly OptimizerChoice[] = [
    // @ts-expect-error Adam has beta1, beta2 and eps too.
    { name: "adam", learningRate: 0.03 },
    // @ts-expect-error SGD has no momentum.
    { name: "sgd", learningRate: 0.03, momentum: 0.9 },
  ];
  expect(wrong).toHaveLength(2);
});
