import { type Pieces, template } from "../../template.ts";

export const messages = {
  title: "Your turn: a full backward pass",
  aha: "A backward pass is a dozen small calculations, and you can do every one of them.",
  network: <P>({ yHat, prediction }: Pieces<"yHat" | "prediction", P>) =>
    template`This network has two hidden sigmoid neurons, one output, and one blue point, and every weight is given. It predicts ${yHat} = ${prediction}. We do one backward pass in full, and then you take over, value by value.`,
  read: <P>({ yHat, errorSignal }: Pieces<"yHat" | "errorSignal", P>) =>
    template`Read from the top: ${yHat}, the output’s error signal ${errorSignal}, and the gradients of the output’s weights and bias. Then come the hidden neurons’ error signals and gradients. Each line uses only the inputs, the activations, the weights, and lines above it.`,
  one: "After one update, all these values are different. One is missing, the error signal of the second hidden neuron. Its line shows the formula. What is its value?",
  layer:
    "After another update, the whole hidden layer is yours: both error signals and the gradients of its weights. If you make a common mistake, the page tells you which one.",
  moved: {
    ask: "You’ve computed these gradients. Has any weight changed?",
    yes: {
      text: "Yes; backprop changes them",
      reply:
        "Backprop only computes how fast the loss changes with each weight. The optimizer changes the weights.",
    },
    no: { text: "No; only an update does" },
    why: <P>({ eta }: Pieces<"eta", P>) =>
      template`A gradient isn’t a step. The update multiplies it by the learning rate ${eta} and subtracts the result. That’s next.`,
  },
  update: <P>({ w, value, gradient, rate }: Pieces<"w" | "value" | "gradient" | "rate", P>) =>
    template`Do the update by hand. ${w} was ${value}, its gradient ${gradient}, and the learning rate ${rate}. Enter the weight’s value after the update, to four decimal places.`,
  uphill: "You added the step instead of subtracting it.",
  rateMissing: <P>({ eta }: Pieces<"eta", P>) =>
    template`You subtracted the whole gradient. You left out the learning rate ${eta}.`,
  valueBefore: "That’s the value before the update.",
  updated: <P>({
    w,
    value,
    rate,
    gradient,
    result,
  }: Pieces<"w" | "value" | "rate" | "gradient" | "result", P>) =>
    template`Correct. ${w} goes from ${value} to ${result}, which is ${value} − ${rate} · (${gradient}).`,
};
