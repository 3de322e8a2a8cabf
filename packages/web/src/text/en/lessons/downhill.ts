import { plural } from "@neural-viz/engine";
import { type Pieces, template } from "../../template.ts";

export const messages = {
  title: "One step downhill",
  aha: "An update subtracts the learning rate times the gradient. For a small step, the loss falls by about as much as the gradient predicts.",
  onePoint: <P>({
    yHat,
    prediction,
    loss,
    w1,
    w1Value,
    b,
    bValue,
  }: Pieces<"yHat" | "prediction" | "loss" | "w1" | "w1Value" | "b" | "bValue", P>) =>
    template`One orange point and one neuron. It predicts ${yHat} = ${prediction}, but the point’s label is zero, so the loss is ${loss}. The second input is zero, so only ${w1} = ${w1Value} and ${b} = ${bValue} affect the prediction.`,
  sign: {
    ask: <P>({ w1 }: Pieces<"w1", P>) =>
      template`What is the sign of the gradient of the loss with respect to ${w1}? In other words, does raising ${w1} a little raise or lower the loss?`,
    why: <P>({ w1, yHat, gradient }: Pieces<"w1" | "yHat" | "gradient", P>) =>
      template`Raising ${w1} pushes ${yHat} up, away from the label. The loss rises, so the gradient is positive, ${gradient}. Going downhill means lowering ${w1}.`,
  },
  update: {
    ask: <P>({ w1, gradient, eta, rate }: Pieces<"w1" | "gradient" | "eta" | "rate", P>) =>
      template`The gradient is ${gradient} and the learning rate ${eta} is ${rate}. What is ${w1} after one update? Three decimal places are enough.`,
    why: "The new value is the old one minus the learning rate times the gradient. The gradient alone isn’t the step.",
  },
  predicted: {
    ask: <P>({ w1, b, eta, fall }: Pieces<"w1" | "b" | "eta" | "fall", P>) =>
      template`The update changes ${w1} and ${b}. If the gradients stayed the same along the way, the loss would fall by ${eta} times the sum of their squares, ${fall}. How much does it fall?`,
    same: {
      text: "Exactly that much",
      reply: "A gradient is exact only at the current weights. It changes along the way.",
    },
    less: { text: "A little less" },
    more: {
      text: "A little more",
      reply: "Then the curve would have to get steeper on the way down. This one flattens.",
    },
    why: <P>({ fall }: Pieces<"fall", P>) =>
      template`The loss fell by ${fall}. Its curve flattens on the way down, so the step gains a little less than the gradient at its start predicts.`,
  },
  tangent: <P>({ w1 }: Pieces<"w1", P>) =>
    template`Press the edge of ${w1} in the network to see the loss curve and its tangent. The slope of the tangent is the gradient. The hollow dot shows where the next update lands.`,
  few: <P>({ goal, most, loss, updates }: Pieces<"goal" | "most" | "loss" | "updates", P>) =>
    template`Get the loss below ${goal} in at most ${most} updates. Choose a learning rate and press Step. Now the loss is ${loss} after ${updates}.`,
  updates: (updates: number): string => plural(updates, { one: "update", other: "updates" }),
  tooLate: <P>({ updates, most }: Pieces<"updates" | "most", P>) =>
    template`The loss is low enough, but only after ${updates}, and ${most} are allowed. Choose a higher learning rate.`,
  slope: <P>({ w1, value, gradient }: Pieces<"w1" | "value" | "gradient", P>) =>
    template`At ${w1} = ${value}, the tangent’s slope is the gradient, ${gradient}.`,
  reached: <P>({ loss, updates }: Pieces<"loss" | "updates", P>) =>
    template`The loss is ${loss} after ${updates}.`,
};
