import { type Pieces, template } from "../../template.ts";

const signs = "Compare only the sizes. The signs don’t matter here.";

export const messages = {
  title: "Backprop, one number at a time",
  aha: "To get a gradient, multiply along each path and add up the paths.",
  question: <P>({
    yHat,
    prediction,
    ell,
    loss,
    w11,
  }: Pieces<"yHat" | "prediction" | "ell" | "loss" | "w11", P>) =>
    template`One blue point, two hidden neurons, one output. The prediction is ${yHat} = ${prediction}, so the loss ${ell} is ${loss}. If ${w11} grew a little, how would the loss change? Backpropagation, or backprop, computes the answer. It doesn’t change any weight.`,
  output: {
    ask: <P>({
      errorSignal,
      delta,
      yHat,
      prediction,
      z,
    }: Pieces<"errorSignal" | "delta" | "yHat" | "prediction" | "z", P>) =>
      template`Start at the output. Its error signal ${errorSignal} tells how fast the loss changes as the output’s ${z} changes. For this loss it’s ${yHat} minus the label. ${yHat} is ${prediction} and the label is one. What is ${delta}?`,
    why: <P>({ z }: Pieces<"z", P>) =>
      template`It’s negative, so raising the output’s ${z} a little would lower the loss.`,
  },
  hidden: {
    ask: <P>({
      deltaOut,
      weight,
      activation,
      delta,
    }: Pieces<"deltaOut" | "weight" | "activation" | "delta", P>) =>
      template`Go back one layer. Multiply the output’s error signal, ${deltaOut}, by the first hidden neuron’s outgoing weight, ${weight}, and by its local slope, one minus the square of its activation ${activation}. What is ${delta}, its error signal?`,
    why: <P>({ localSlope }: Pieces<"localSlope", P>) =>
      template`You multiply three factors along one path. A common mistake is to leave out the last one, the local slope ${localSlope}.`,
  },
  order: {
    ask: <P>({ w11, x1, input }: Pieces<"w11" | "x1" | "input", P>) =>
      template`One factor is left for the gradient of ${w11}: its input, ${x1} = ${input}. Order all four factors by size, smallest first.`,
    inputFirst: { text: "Input, error signal, local slope, weight", reply: signs },
    errorFirst: { text: "Error signal, input, local slope, weight", reply: signs },
    slopeFirst: { text: "Local slope, error signal, input, weight", reply: signs },
    weightFirst: { text: "Weight, local slope, input, error signal", reply: signs },
    why: <P>({ error, weight, slope, input }: Pieces<"error" | "weight" | "slope" | "input", P>) =>
      template`In size, the error signal is ${error}, the weight ${weight}, the local slope ${slope}, and the input ${input}. No factor is larger than one, so the product is no larger than the smallest factor.`,
  },
  least: {
    ask: "Each of the four weights on the left has its own gradient, the error signal of the neuron it leads to times the input it comes from. Which gradient is smallest in size? Press that weight’s edge.",
    why: <P>({ x2, small, large }: Pieces<"x2" | "small" | "large", P>) =>
      template`This weight joins the smaller input, ${x2}, to the neuron whose error signal is smaller in size, ${small} rather than ${large}.`,
  },
  paths: {
    ask: <P>({ x1 }: Pieces<"x1", P>) =>
      template`${x1} reaches the output along two paths, one through each hidden neuron. You have one product per path. How do you combine them to see how fast the loss changes with ${x1}?`,
    multiply: { text: "Multiply them", reply: "You multiply along a path. Separate paths add up." },
    add: { text: "Add them" },
    why: "Multiply along each path, then add the paths. The Chain rule tool shows every path with its product.",
  },
  nudge: <P>({
    w11,
    from,
    gradient,
    nudge,
    change,
    to,
    changed,
  }: Pieces<"w11" | "from" | "gradient" | "nudge" | "change" | "to" | "changed", P>) =>
    template`Check it by nudging the weight. At ${w11} = ${from} the gradient is ${gradient}, so raising the weight by ${nudge} should change the loss by about ${change}. Set it to ${to}. So far the loss has changed by ${changed}.`,
  zero: <P>({ w11, first, w21, second }: Pieces<"w11" | "first" | "w21" | "second", P>) =>
    template`Make the gradient of every hidden-layer weight exactly zero without changing that layer. Which factor can do that? Now the gradient of ${w11} is ${first}, and that of ${w21} is ${second}.`,
  onePath: "One path is closed; the other still carries the error.",
  nudged: <P>({ change, changed }: Pieces<"change" | "changed", P>) =>
    template`The gradient predicted a change of ${change}. The loss changed by ${changed}.`,
  closed: <P>({ w11, first, w21, second }: Pieces<"w11" | "first" | "w21" | "second", P>) =>
    template`Both outgoing weights are zero, so no error signal gets back. The gradient of ${w11} is ${first}, and that of ${w21} is ${second}.`,
};
