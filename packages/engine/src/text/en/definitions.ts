/** The text of the definitions that an exercise states. */

export const definitionText = {
  forward: "Forward pass",
  loss: "Loss of the point",
  error: "Error signal",
  objective: "Objective, whose penalty is on the weights and not on the biases",
  newState: "The optimizer’s state is 0 before this update.",
  updateNumber: "This is update",
  update: ({ optimizer }: { optimizer: string }) => `Update (${optimizer}), for every parameter w`,
  gradient: "with the gradient",
  mean: ({ count }: { count: number }) =>
    count === 1
      ? "L is the loss of this point, the only one trained on."
      : `L is the average loss of the ${count} points trained on.`,
};
