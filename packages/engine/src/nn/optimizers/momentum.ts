import { decay, defineOptimizer, learningRate } from "../optimizer.ts";

/**
 * Momentum: a ball that keeps a share μ of its velocity.
 *
 *   v ← μ v + g          w ← w − η v
 *
 * Polyak 1964. The same update as torch.optim.SGD(momentum=μ) without dampening: η is outside the velocity, and the
 * first velocity is the first gradient.
 */
export const momentum = defineOptimizer({
  label: "Momentum",
  hyper: { learningRate: learningRate(0.1), momentum: decay("Momentum", "\\mu", 0.9) },
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
    // At exactly 0 PyTorch remembers no velocity, and a later μ would begin without one; 1e-300 forgets as completely.
    settings: ({ learningRate: rate, momentum: mu }) => `lr=${rate}, momentum=${mu === 0 ? 1e-300 : mu}`,
  },
});
