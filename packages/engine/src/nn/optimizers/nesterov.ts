import { hyperparameterNames, optimizerNames } from "#text/labels";
import { decay, defineOptimizer, learningRate } from "../optimizer.ts";

/**
 * Nesterov momentum: the gradient steps from where the velocity is about to lead.
 *
 *   v ← μ v + g          u ← g + μ v          w ← w − η u
 *
 * Nesterov 1983, in the form of Sutskever et al. 2013. The same update as torch.optim.SGD(momentum=μ, nesterov=True).
 */
export const nesterov = defineOptimizer({
  label: optimizerNames.nesterov,
  hyper: { learningRate: learningRate(0.1), momentum: decay(hyperparameterNames.momentum, "\\mu", 0.9) },
  slots: ["v"],
  powers: [],
  step(w, g, slots, { learningRate: rate, momentum: mu }) {
    const v = slots[0]!;
    for (let i = 0; i < w.length; i++) {
      v[i] = mu * v[i]! + g[i]!;
      w[i] = w[i]! - rate * (g[i]! + mu * v[i]!);
    }
  },
  derivation: [
    ["v", ["+", ["*", "momentum", "v"], "g"]],
    ["w", ["-", "w", ["*", "learningRate", ["+", "g", ["*", "momentum", "v"]]]]],
  ],
  symbols: "v \\leftarrow \\mu v + g,\\quad w \\leftarrow w - \\eta\\, (g + \\mu v)",
  torch: {
    name: "SGD",
    // PyTorch refuses Nesterov momentum with μ = 0; 1e-300 has the same effect.
    settings: ({ learningRate: rate, momentum: mu }) =>
      `lr=${rate}, momentum=${mu === 0 ? 1e-300 : mu}, nesterov=True`,
  },
});
