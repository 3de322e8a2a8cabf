/** Names and descriptions of the bugs that can be planted in a copy of backprop. */
import { catalog } from "../message.ts";

export const bugNames = {
  slopeForgotten: "f′ left out",
  transposed: "Missing transpose",
  wrongActivation: "Another activation’s f′",
  summed: "Sum instead of average",
  biasForgotten: "Bias gradient left out",
  signFlipped: "Flipped sign",
  notCleared: "Gradients not cleared",
  outputSlopeMissing: "Output’s f′ left out",
  outputSlopeDoubled: "Extra f′ at the output",
  targetForgotten: "Target left out",
  previousBatch: "Gradient of the previous batch",
  lossSummed: "Loss summed, not averaged",
  lossHalved: "Loss off by a factor of 2",
};

export const bugDescriptions = catalog("bugs", {
  slopeForgotten: () => "The layer’s error signals δ aren’t multiplied by the local slope f′(z).",
  transposed: () =>
    "The layer’s error signals δ are computed with the next layer’s W instead of its transpose Wᵀ, so rows and columns are swapped.",
  wrongActivation: () =>
    "The layer’s error signals δ are multiplied by the local slope of another activation.",
  summed: () => "The points’ gradients are added up but not divided by the number of points.",
  biasForgotten: () => "The layer’s biases get no gradient, so they never move.",
  signFlipped: () => "The output’s error signal δ is computed from y − ŷ instead of ŷ − y.",
  notCleared: () =>
    "Each update adds its gradient to those of all earlier updates, as when zero_grad() is missing.",
  outputSlopeMissing: () =>
    "The output’s error signal δ isn’t multiplied by the local slope f′(z). That’s right for cross-entropy but wrong for squared errors.",
  outputSlopeDoubled: () =>
    "The output’s error signal δ is multiplied by p(1 − p), which cross-entropy has already canceled.",
  targetForgotten: () =>
    "The output’s error signal δ is computed from ŷ alone, without subtracting the target.",
  previousBatch: () => "Each update uses the gradient of the batch before.",
  lossSummed: () =>
    "The loss that’s reported is the sum over the points, not their average. The gradients are right.",
  lossHalved: () =>
    "The loss that’s reported has a factor of ½ too many or too few. The gradients are right.",
});
