import { hyperparameterNames, optimizerNames } from "#text/labels";
import { decay, defineOptimizer, epsilon, learningRate } from "../optimizer.ts";

/**
 * AdamW: Adam, with every parameter shrunk by a share of itself before each update.
 *
 *   m, v, m̂, v̂ as Adam's          w ← w · (1 − η λ) − η · m̂ / (√v̂ + ε)
 *
 * Loshchilov & Hutter 2019. The same update as torch.optim.AdamW: the decay acts on biases too.
 */
export const adamw = defineOptimizer({
  label: optimizerNames.adamw,
  hyper: {
    learningRate: learningRate(0.1),
    beta1: decay(hyperparameterNames.beta1, "\\beta_1", 0.9),
    beta2: decay(hyperparameterNames.beta2, "\\beta_2", 0.999),
    eps: epsilon,
    weightDecay: {
      label: hyperparameterNames.weightDecay,
      symbol: "\\lambda",
      value: 0.01,
      min: 0,
      max: 1,
      scale: "linear",
      limits: { from: 0, to: 1 },
    },
  },
  slots: ["m", "v"],
  powers: ["beta1", "beta2"],
  step(w, g, slots, { learningRate: rate, beta1, beta2, eps, weightDecay }, powers) {
    const m = slots[0]!;
    const v = slots[1]!;
    const unbias1 = 1 - powers[0]!;
    const unbias2 = 1 - powers[1]!;
    const shrink = 1 - rate * weightDecay;
    for (let i = 0; i < w.length; i++) {
      m[i] = beta1 * m[i]! + (1 - beta1) * g[i]!;
      v[i] = beta2 * v[i]! + (1 - beta2) * (g[i]! * g[i]!);
      w[i] = w[i]! * shrink - (rate * (m[i]! / unbias1)) / (Math.sqrt(v[i]! / unbias2) + eps);
    }
  },
  derivation: [
    ["m", ["+", ["*", "beta1", "m"], ["*", ["-", 1, "beta1"], "g"]]],
    ["v", ["+", ["*", "beta2", "v"], ["*", ["-", 1, "beta2"], ["*", "g", "g"]]]],
    ["mhat", ["/", "m", ["-", 1, ["power", "beta1", "t"]]]],
    ["vhat", ["/", "v", ["-", 1, ["power", "beta2", "t"]]]],
    [
      "w",
      [
        "-",
        ["*", "w", ["-", 1, ["*", "learningRate", "weightDecay"]]],
        ["/", ["*", "learningRate", "mhat"], ["+", ["sqrt", "vhat"], "eps"]],
      ],
    ],
  ],
  symbols:
    "m \\leftarrow \\beta_1 m + (1 - \\beta_1)\\, g,\\quad v \\leftarrow \\beta_2 v + (1 - \\beta_2)\\, g^2,\\quad \\hat m = m / (1 - \\beta_1^t),\\quad \\hat v = v / (1 - \\beta_2^t),\\quad w \\leftarrow w\\,(1 - \\eta\\lambda) - \\eta\\, \\hat m / (\\sqrt{\\hat v} + \\epsilon)",
  torch: {
    name: "AdamW",
    settings: ({ learningRate: rate, beta1, beta2, eps, weightDecay }) =>
      `lr=${rate}, betas=(${beta1}, ${beta2}), eps=${eps}, weight_decay=${weightDecay}`,
  },
});
