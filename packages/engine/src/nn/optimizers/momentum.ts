import { hyperparameterNames, optimizerNames } from "#text/labels";
import { decay, defineOptimizer, learningRate } from "../optimizer.ts";

/**
 * Momentum: each update multiplies the velocity by μ and adds the gradient.
 *
 *   v ← μ v + g          w ← w − η v
 *
 * Polyak 1964. The same update as torch.optim.SGD(momentum=μ) without dampening: η is outside the velocity, and the
 * first velocity is the first gradient.
 */
export const momentum = defineOptimizer({
  label: optimizerNames.momentum,
  hyper: { learningRate: learningRate(0.1), momentum: decay(hyperparameterNames.momentum, "\\mu", 0.9) },
  slots: ["v"],
  powers: [],
  step(w, g, slots, { learningRate: rate, momentum: mu }) {
    const v = slots[0]!;
    for (let i = 0; i < w.length; i++) {
      v[i] = mu * v[i]! + g[i]!;
      w[i] = w[i]! - rate * v[i]!;
    }
  },
  derivation: [
    ["v", ["+", ["*", "momentum", "v"], "g"]],
    ["w", ["-", "w", ["*", "learningRate", "v"]]],
  ],
  symbols: "v \\leftarrow \\mu v + g,\\quad w \\leftarrow w - \\eta\\, v",
  torch: {
    name: "SGD",
    // With exactly 0 PyTorch stores no velocity, so a later μ would start without one. 1e-300 has the same effect as 0.
    settings: ({ learningRate: rate, momentum: mu }) => `lr=${rate}, momentum=${mu === 0 ? 1e-300 : mu}`,
  },
});
