import { optimizerNames } from "#text/labels";
import { defineOptimizer, learningRate } from "../optimizer.ts";

/**
 * Gradient descent: every weight moves against its gradient.
 *
 *   w ← w − η g
 *
 * The name is PyTorch's, torch.optim.SGD, although with the full batch nothing is stochastic.
 */
export const sgd = defineOptimizer({
  label: optimizerNames.sgd,
  hyper: { learningRate: learningRate(0.3) },
  slots: [],
  powers: [],
  step(w, g, _slots, { learningRate: rate }) {
    for (let i = 0; i < w.length; i++) w[i] = w[i]! - rate * g[i]!;
  },
  derivation: [["w", ["-", "w", ["*", "learningRate", "g"]]]],
  symbols: "w \\leftarrow w - \\eta\\, g",
  torch: { name: "SGD", settings: ({ learningRate: rate }) => `lr=${rate}` },
});
