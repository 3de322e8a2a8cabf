/** What the page opens with. */
import { defaultChoice, defaultExperiment, type Experiment } from "@neural-viz/engine";

/**
 * Circles, with three tanh neurons and plain gradient descent. Three straight lines are the fewest that fence in a set of
 * points on all sides, and here each neuron becomes one of them. With this start and this learning rate the loss falls in
 * every update from the first to the last, so that nothing needs an excuse: test/opening.test.ts holds what the page says.
 * It's not the engine's default, which saved files rely on.
 */
export const openingExperiment: Experiment = {
  ...defaultExperiment,
  dataset: { name: "circles", points: 200, noise: 0.02, seed: 27 },
  network: {
    hidden: [{ units: 3, activation: "tanh" }],
    initializer: { name: "torch", seed: 908 },
  },
  optimizer: { ...defaultChoice("sgd"), learningRate: 1 },
};
