import { type Pieces, template } from "../../template.ts";

export const messages = {
  title: "How far does Adam step?",
  aha: "Adam divides the average gradient by its typical size. In the first update, and wherever gradients are steady, each step is about as long as the learning rate.",
  apart: <P>({ w1, w2, small, large }: Pieces<"w1" | "w2" | "small" | "large", P>) =>
    template`The second input of this orange point is a millionth of the first. So the gradient of ${w2} is a millionth of that of ${w1}: ${small} against ${large}. Such gaps are common when inputs have different units or gradients fade from layer to layer.`,
  plain: {
    ask: <P>({ w1, w2 }: Pieces<"w1" | "w2", P>) =>
      template`Plain gradient descent makes its first update. How far does ${w1} move compared with ${w2}?`,
    same: {
      text: "About as far",
      reply: "Each step is the learning rate times the gradient, and the gradients differ.",
    },
    thousand: {
      text: "A thousand times as far",
      reply: "Each step is the learning rate times the gradient, so the whole gap remains.",
    },
    million: { text: "A million times as far" },
    why: <P>({ w1, w2, eta }: Pieces<"w1" | "w2" | "eta", P>) =>
      template`Each step is ${eta} times the gradient, so ${w1} moves and ${w2} hardly does. No single learning rate suits both.`,
  },
  first: {
    ask: <P>({
      mHat,
      vHat,
      step,
      gradient,
      eta,
      rate,
      w1,
    }: Pieces<"mHat" | "vHat" | "step" | "gradient" | "eta" | "rate" | "w1", P>) =>
      template`Adam averages recent gradients and their squares. Bias correction makes up for both averages starting at zero. In the first update, the corrected averages are the gradient itself, ${mHat} = ${gradient}, and ${vHat}, its square. Adam subtracts ${step}, with ${eta} = ${rate}. How far does ${w1} move?`,
    plain: <P>({ eta }: Pieces<"eta", P>) =>
      template`That’s ${eta} times the gradient, the step of plain gradient descent. Adam also divides by the size of the gradient.`,
    gradient:
      "That’s the size of the gradient. Adam divides it by its own size and multiplies it by the learning rate.",
    rateMissing: <P>({ eta }: Pieces<"eta", P>) => template`You left out the learning rate ${eta}.`,
    why: "A number divided by its own size is plus or minus one, so only the sign of the gradient is left. The first step is as long as the learning rate.",
  },
  second: {
    ask: <P>({ w1, w2 }: Pieces<"w1" | "w2", P>) =>
      template`The gradient of ${w2} is a million times smaller. How far does ${w1} move in Adam’s first update compared with ${w2}?`,
    million: {
      text: "A million times as far",
      reply: "Each gradient is divided by its own size, so the gap disappears.",
    },
    thousand: {
      text: "A thousand times as far",
      reply: "Adam takes the square root of the square, so the whole size cancels.",
    },
    same: { text: "About as far" },
    why: <P>({ eta, w2, epsilon }: Pieces<"eta" | "w2" | "epsilon", P>) =>
      template`Both move by about ${eta}. ${w2} moves a percent or two less because of ${epsilon}, a tiny number in the denominator that keeps Adam from dividing by zero.`,
  },
  deep: {
    ask: <P>({ plain, eta, rate }: Pieces<"plain" | "eta" | "rate", P>) =>
      template`Remember the deep sigmoid network with the fading gradient? Plain gradient descent left its loss at ${plain}. Train it from the same initial weights with Adam and ${eta} = ${rate}. Where does its loss end?`,
    same: {
      text: "At about the same loss",
      reply: "The gradients are as small as before, but Adam’s steps aren’t.",
    },
    half: { text: "At about half of that", reply: "It gets lower than that." },
    zero: { text: "Close to zero" },
    why: <P>({ fade }: Pieces<"fade", P>) =>
      template`At the start, layer one’s gradients are ${fade} times smaller than layer four’s. Adam’s first steps are about equally long in both layers.`,
  },
  race: {
    ask: <P>({ eta, adam, plain, updates }: Pieces<"eta" | "adam" | "plain" | "updates", P>) =>
      template`Is Adam always faster? Take one misclassified point, an easy task. Compare Adam with ${eta} = ${adam} and plain gradient descent with ${eta} = ${plain}. Which has the lower loss after ${updates} updates?`,
    adam: <P>({ eta }: Pieces<"eta", P>) => ({
      text: "Adam",
      reply: template`When each step is about as long as ${eta}, covering a long distance takes many of them.`,
    }),
    plain: { text: "Gradient descent" },
    why: <P>({ plain, adam }: Pieces<"plain" | "adam", P>) =>
      template`Gradient descent gets to ${plain}, and Adam to ${adam}. Every optimizer needs its own learning rate. A race of all optimizers is open below the network. Start it and compare.`,
  },
  reach: <P>({ goal, epochs, loss }: Pieces<"goal" | "epochs" | "loss", P>) =>
    template`Get the deep sigmoid network’s loss below ${goal} within ${epochs} epochs. Change only the optimizer and the learning rate, then press Train. Loss now: ${loss}.`,
  reached: <P>({
    optimizer,
    eta,
    rate,
    loss,
    epoch,
  }: Pieces<"optimizer" | "eta" | "rate" | "loss" | "epoch", P>) =>
    template`With ${optimizer} and ${eta} = ${rate}, the loss is ${loss} at epoch ${epoch}.`,
};
