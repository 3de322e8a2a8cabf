import { optimizerNames } from "#text/labels";
import { defineOptimizer, epsilon, learningRate } from "../optimizer.ts";

/**
 * AdaGrad: each gradient is divided by the root of the sum of all its squares so far.
 *
 *   sum ← sum + g²          w ← w − η · g / (√sum + ε)
 *
 * Duchi, Hazan & Singer 2011. The same update as torch.optim.Adagrad (no decay of the learning rate).
 */
export const adagrad = defineOptimizer({
  label: optimizerNames.adagrad,
  hyper: { learningRate: learningRate(0.1), eps: { ...epsilon, value: 1e-10 } },
  slots: ["sum"],
  powers: [],
  step(w, g, slots, { learningRate: rate, eps }) {
    const sum = slots[0]!;
    for (let i = 0; i < w.length; i++) {
      sum[i] = sum[i]! + g[i]! * g[i]!;
      w[i] = w[i]! - (rate * g[i]!) / (Math.sqrt(sum[i]!) + eps);
    }
  },
  derivation: [
    ["sum", ["+", "sum", ["*", "g", "g"]]],
    ["w", ["-", "w", ["/", ["*", "learningRate", "g"], ["+", ["sqrt", "sum"], "eps"]]]],
  ],
  symbols:
    "\\text{sum} \\leftarrow \\text{sum} + g^2,\\quad w \\leftarrow w - \\eta\\, g / (\\sqrt{\\text{sum}} + \\epsilon)",
  torch: {
    name: "Adagrad",
    settings: ({ learningRate: rate, eps }) => `lr=${rate}, eps=${eps}`,
  },
});
