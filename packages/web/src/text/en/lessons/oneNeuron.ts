import { type Pieces, template } from "../../template.ts";

export const messages = {
  title: "One neuron, one line",
  aha: "The line is where z is zero. The size of the weights sets how sharply ŷ changes across it.",
  neuron: <P>({ z, yHat, correct }: Pieces<"z" | "yHat" | "correct", P>) =>
    template`This neuron multiplies each input by a weight, adds a bias, and gets ${z}. The sigmoid turns ${z} into ${yHat}, the predicted probability of blue. Along the thick line, ${z} is zero. The neuron predicts blue on one side and orange on the other. It classifies ${correct} points correctly.`,
  turn: <P>({ w1, w2, b, correct }: Pieces<"w1" | "w2" | "b" | "correct", P>) =>
    template`Change ${w1} and ${w2} to turn the line, and ${b} to slide it. Get at least nine points in ten correct. So far: ${correct}.`,
  multiply: {
    ask: <P>({ w1, w2, b, factor }: Pieces<"w1" | "w2" | "b" | "factor", P>) =>
      template`We’re back at the initial weights. Multiply ${w1}, ${w2}, and ${b} by ${factor}. What changes?`,
    line: <P>({ z }: Pieces<"z", P>) => ({
      text: "Only the line",
      reply: template`Three times zero is zero, so the line stays. Everywhere else ${z} triples.`,
    }),
    predictions: { text: "Only the predictions" },
    both: { text: "Both", reply: "The predictions do. The line can’t: three times zero is zero." },
    neither: <P>({ z, yHat }: Pieces<"z" | "yHat", P>) => ({
      text: "Neither",
      reply: template`That’s true only on the line. Everywhere else ${z} triples, which pushes ${yHat} toward zero or one.`,
    }),
    why: <P>({ correct, loss, after }: Pieces<"correct" | "loss" | "after", P>) =>
      template`The line stayed, so the same ${correct} points are correct. Yet the loss rose from ${loss} to ${after}, because the misclassified points are now wrong with more confidence.`,
  },
  onLine: {
    ask: <P>({ yHat }: Pieces<"yHat", P>) => template`Pick any spot on the line. What is ${yHat} there?`,
    why: <P>({ z }: Pieces<"z", P>) =>
      template`On the line ${z} is zero, and the sigmoid of zero is one half. The neuron favors neither class.`,
  },
  inspect: <P>({ yHat }: Pieces<"yHat", P>) =>
    template`Press ${yHat} in the output neuron to see where it comes from. Any number with a dotted underline works the same way.`,
  misclassify: <P>({ all, correct }: Pieces<"all" | "correct", P>) =>
    template`This neuron classifies ${all} points correctly. Make it misclassify every one. What’s the smallest set of numbers you need to change? Correct now: ${correct}.`,
  flipped: <P>({ loss }: Pieces<"loss", P>) =>
    template`Flip all three signs and the line stays put while its sides trade colors. Every point is now confidently misclassified, and the loss is ${loss}. Why so high? That’s next.`,
  someFlipped: <P>({ flipped, all }: Pieces<"flipped" | "all", P>) =>
    template`You flipped ${flipped} of ${all} signs, so the line moved. It has to stay where it is while its sides trade colors.`,
  turned: <P>({ correct, loss }: Pieces<"correct" | "loss", P>) =>
    template`Your line classifies ${correct} points correctly, with loss ${loss}.`,
  inspected: <P>({ symbol, value }: Pieces<"symbol" | "value", P>) =>
    template`You opened ${symbol} = ${value}, and you see where it comes from.`,
  allWrong: <P>({ correct, loss }: Pieces<"correct" | "loss", P>) =>
    template`Now ${correct} points are correct, and the loss is ${loss}.`,
};
