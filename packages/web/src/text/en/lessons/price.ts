import { type Pieces, template } from "../../template.ts";

export const messages = {
  title: "Confident and wrong",
  aha: "Each time the probability of the correct class drops to a tenth, the loss grows by the same amount.",
  onePoint: <P>({ yHat, prediction, ell, loss }: Pieces<"yHat" | "prediction" | "ell" | "loss", P>) =>
    template`Both weights of this neuron are zero, so only its bias matters. The predicted probability that the only point is blue is ${yHat} = ${prediction}. The point is blue, so its loss ${ell} is minus the natural logarithm of ${yHat}, which is ${loss}.`,
  half: {
    ask: <P>({ yHat, prediction }: Pieces<"yHat" | "prediction", P>) =>
      template`Now the neuron favors neither class, and ${yHat} = ${prediction}. What is the loss? One decimal place is enough.`,
    why: "It’s the natural logarithm of two. Every loss plot marks it with a dotted line. A network whose loss is above that line does worse than predicting one half for every point.",
  },
  lower: <P>({ b, yHat, prediction, ell, loss }: Pieces<"b" | "yHat" | "prediction" | "ell" | "loss", P>) =>
    template`Change ${b} until the loss is less than a tenth of the natural logarithm of two. Now ${yHat} = ${prediction} and ${ell} = ${loss}.`,
  tenth: {
    ask: <P>({ yHat, wrong, loss, worse }: Pieces<"yHat" | "wrong" | "loss" | "worse", P>) =>
      template`Now the prediction is wrong. With ${yHat} = ${wrong}, the loss is ${loss}. Suppose the probability of the correct class drops to a tenth, so ${yHat} = ${worse}. How many times as large is the loss?`,
    why: <P>({ yHat, step }: Pieces<"yHat" | "step", P>) =>
      template`Only twice as large. Each time ${yHat} drops to a tenth, the loss grows by the same ${step}, the natural logarithm of ten.`,
  },
  hundredth: {
    ask: <P>({ yHat, wrong, worst }: Pieces<"yHat" | "wrong" | "worst", P>) =>
      template`Now ${yHat} drops to ${worst}. How many times as large is the loss as it was at ${yHat} = ${wrong}?`,
    why: <P>({ yHat, step }: Pieces<"yHat" | "step", P>) =>
      template`Three times as large. The second drop to a tenth added another ${step}. The loss has no upper limit, because ${yHat} can get as close to zero as you like.`,
  },
  sign: {
    ask: <P>({ yHat, prediction, b }: Pieces<"yHat" | "prediction" | "b", P>) =>
      template`${yHat} is ${prediction} and the label is one. Is the gradient of the loss with respect to ${b} positive (raising ${b} raises the loss) or negative (raising ${b} lowers it)?`,
    why: <P>({ b, yHat, gradient }: Pieces<"b" | "yHat" | "gradient", P>) =>
      template`It’s negative, so raising ${b} a little lowers the loss. For this loss the gradient is ${yHat} minus the label, ${gradient}. The farther off the prediction is, the larger the gradient is in size.`,
  },
  raise: <P>({
    yHat,
    prediction,
    ell,
    loss,
    goal,
  }: Pieces<"yHat" | "prediction" | "ell" | "loss" | "goal", P>) =>
    template`Raise the loss above ${goal}. How small does ${yHat} have to be? Now ${yHat} = ${prediction} and ${ell} = ${loss}.`,
  lowered: <P>({
    yHat,
    prediction,
    ell,
    loss,
    limit,
  }: Pieces<"yHat" | "prediction" | "ell" | "loss" | "limit", P>) =>
    template`${yHat} = ${prediction} gives ${ell} = ${loss}, below ${limit}.`,
  raised: <P>({
    yHat,
    prediction,
    ell,
    loss,
    goal,
    limit,
  }: Pieces<"yHat" | "prediction" | "ell" | "loss" | "goal" | "limit", P>) =>
    template`${yHat} = ${prediction} gives ${ell} = ${loss}. The loss is above ${goal} wherever ${yHat} is below ${limit}.`,
};
