import { hyperparameterNames, optimizerNames } from "#text/labels";
import { decay, defineOptimizer, epsilon, learningRate } from "../optimizer.ts";

/**
 * Adam: the running mean of the gradient divided by its running root mean square.
 *
 *   m ← β₁ m + (1 − β₁) g             v ← β₂ v + (1 − β₂) g²
 *   w ← w − η · m̂ / (√v̂ + ε)          m̂ = m / (1 − β₁ᵗ),  v̂ = v / (1 − β₂ᵗ)
 *
 * Kingma & Ba 2015, Algorithm 1. The same update as torch.optim.Adam (no amsgrad, no weight decay).
 */
export const adam = defineOptimizer({
  label: optimizerNames.adam,
  hyper: {
    learningRate: learningRate(0.1),
    beta1: decay(hyperparameterNames.beta1, "\\beta_1", 0.9),
    beta2: decay(hyperparameterNames.beta2, "\\beta_2", 0.999),
    eps: epsilon,
  },
  slots: ["m", "v"],
  powers: ["beta1", "beta2"],
  step(w, g, slots, { learningRate: rate, beta1, beta2, eps }, powers) {
    const m = slots[0]!;
    const v = slots[1]!;
    const unbias1 = 1 - powers[0]!;
    const unbias2 = 1 - powers[1]!;
    for (let i = 0; i < w.length; i++) {
      m[i] = beta1 * m[i]! + (1 - beta1) * g[i]!;
      v[i] = beta2 * v[i]! + (1 - beta2) * (g[i]! * g[i]!);
      w[i] = w[i]! - (rate * (m[i]! / unbias1)) / (Math.sqrt(v[i]! / unbias2) + eps);
    }
  },
  derivation: [
    ["m", ["+", ["*", "beta1", "m"], ["*", ["-", 1, "beta1"], "g"]]],
    ["v", ["+", ["*", "beta2", "v"], ["*", ["-", 1, "beta2"], ["*", "g", "g"]]]],
    ["mhat", ["/", "m", ["-", 1, ["power", "beta1", "t"]]]],
    ["vhat", ["/", "v", ["-", 1, ["power", "beta2", "t"]]]],
    ["w", ["-", "w", ["/", ["*", "learningRate", "mhat"], ["+", ["sqrt", "vhat"], "eps"]]]],
  ],
  symbols:
    "m \\leftarrow \\beta_1 m + (1 - \\beta_1)\\, g,\\quad v \\leftarrow \\beta_2 v + (1 - \\beta_2)\\, g^2,\\quad \\hat m = m / (1 - \\beta_1^t),\\quad \\hat v = v / (1 - \\beta_2^t),\\quad w \\leftarrow w - \\eta\\, \\hat m / (\\sqrt{\\hat v} + \\epsilon)",
  torch: {
    name: "Adam",
    settings: ({ learningRate: rate, beta1, beta2, eps }) =>
      `lr=${rate}, betas=(${beta1}, ${beta2}), eps=${eps}`,
  },
});
