import { hyperparameterNames, optimizerNames } from "#text/labels";
import { decay, defineOptimizer, epsilon, learningRate } from "../optimizer.ts";

/**
 * RMSProp: each gradient is divided by its running root mean square.
 *
 *   v ← α v + (1 − α) g²          w ← w − η · g / (√v + ε)
 *
 * Hinton 2012, lecture 6e. The same update as torch.optim.RMSprop (not centered, no momentum): ε is outside the root.
 */
export const rmsprop = defineOptimizer({
  label: optimizerNames.rmsprop,
  hyper: {
    learningRate: learningRate(0.03),
    alpha: decay(hyperparameterNames.alpha, "\\alpha", 0.99),
    eps: epsilon,
  },
  slots: ["v"],
  powers: [],
  step(w, g, slots, { learningRate: rate, alpha, eps }) {
    const v = slots[0]!;
    for (let i = 0; i < w.length; i++) {
      v[i] = alpha * v[i]! + (1 - alpha) * (g[i]! * g[i]!);
      w[i] = w[i]! - (rate * g[i]!) / (Math.sqrt(v[i]!) + eps);
    }
  },
  derivation: [
    ["v", ["+", ["*", "alpha", "v"], ["*", ["-", 1, "alpha"], ["*", "g", "g"]]]],
    ["w", ["-", "w", ["/", ["*", "learningRate", "g"], ["+", ["sqrt", "v"], "eps"]]]],
  ],
  symbols:
    "v \\leftarrow \\alpha v + (1 - \\alpha)\\, g^2,\\quad w \\leftarrow w - \\eta\\, g / (\\sqrt{v} + \\epsilon)",
  torch: {
    name: "RMSprop",
    settings: ({ learningRate: rate, alpha, eps }) => `lr=${rate}, alpha=${alpha}, eps=${eps}`,
  },
});
