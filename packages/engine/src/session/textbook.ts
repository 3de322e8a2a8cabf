/**
 * A network small enough for paper: 2-2-1 sigmoid, with every weight given, and one point. It's the worked example of Han
 * & Kamber, Data Mining: Concepts and Techniques (2nd ed. 2006, example 6.9), without the input that is 0 there.
 *
 * The forward pass has the book's numbers. The book uses the squared error and this experiment cross-entropy, so the
 * book's error of a unit is our −δ · ŷ(1 − ŷ). The learning rate is the book's 0.9 times this same ŷ(1 − ŷ), so the first
 * update gives the book's weights. `examples/han-kamber.json` has the book's own loss, rate, and third input.
 */
import { type Experiment, defaultExperiment } from "./experiment.ts";

/** The textbook example, whose forward pass, errors, and first update can be checked on paper. */
export const textbook: Experiment = {
  ...defaultExperiment,
  dataset: { name: "custom", samples: [[1, 1, 1]] },
  network: {
    hidden: [{ units: 2, activation: "sigmoid" }],
    initializer: {
      name: "given",
      parameters: [
        {
          weight: [
            [0.2, -0.5],
            [-0.3, 0.2],
          ],
          bias: [-0.4, 0.2],
        },
        { weight: [[-0.3, -0.2]], bias: [0.1] },
      ],
    },
  },
  optimizer: { name: "sgd", learningRate: 0.22438638935583835 },
  training: { epochs: 500, autoStop: false, batch: "all" },
};
