/** Names and descriptions of the bugs that can be planted in a copy of backprop. */
import { catalog } from "../message.ts";

export const bugNames = {
  slopeForgotten: "f′ left out",
  transposed: "Missing transpose",
  summed: "Sum instead of average",
  biasForgotten: "Bias gradient left out",
  signFlipped: "Flipped sign",
  notCleared: "Gradients not cleared",
};

export const bugDescriptions = catalog("bugs", {
  slopeForgotten: () => "The layer’s error signals δ aren’t multiplied by the local slope f′(z).",
  transposed: () =>
    "The layer’s error signals δ are computed with the next layer’s W instead of its transpose Wᵀ, so rows and columns are swapped.",
  summed: () => "The points’ gradients are added up but not divided by the number of points.",
  biasForgotten: () => "The layer’s biases get no gradient, so they never move.",
  signFlipped: () => "The output’s error signal δ is y − ŷ instead of ŷ − y.",
  notCleared: () =>
    "Each update adds its gradient to those of all earlier updates, as when zero_grad() is missing.",
});
