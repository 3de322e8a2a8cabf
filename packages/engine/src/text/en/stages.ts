/** The stages of an update on a worksheet. The part before the colon is also the stage's short name. */
export const stageTitles = {
  forward: "Forward: compute the prediction",
  loss: "Loss: score the prediction",
  backward: "Backward: find every error signal δ = ∂ℓ/∂z",
  gradient: "Gradient: find this point’s slope for every weight and bias",
  update: "Update: change the weights and biases",
};
