import { type Pieces, template } from "../../template.ts";

export const messages = {
  title: "The fading gradient",
  aha: "Each sigmoid layer multiplies the error signal by a local slope of at most one quarter. Only large weights can make up for that.",
  deep: <P>({ errorSignal }: Pieces<"errorSignal", P>) =>
    template`This network has four hidden layers of six sigmoid neurons. Error signals ${errorSignal} start at the output and travel back through all of them. How large are they when they reach layer one?`,
  smaller: {
    ask: "How much smaller are the gradients of layer one than those of layer four?",
    same: { text: "About the same size", reply: "Each layer on the way back shrinks the error signals." },
    ten: {
      text: "About ten times",
      reply: "More than that. The error signals shrink in each of three layers on the way.",
    },
    more: { text: "Over thirty times" },
    why: <P>({ fade }: Pieces<"fade", P>) =>
      template`They’re ${fade} times smaller, measured by the root mean square. The Health tool shows them layer by layer.`,
  },
  steepest: {
    ask: <P>({ localSlope }: Pieces<"localSlope", P>) =>
      template`On its way back through a neuron, an error signal is multiplied by the sigmoid’s local slope ${localSlope}. What is the largest value that slope can have?`,
    why: <P>({ z }: Pieces<"z", P>) =>
      template`One quarter, and only where ${z} is zero. Each sigmoid layer keeps at most a quarter of the error signal, unless large weights make up for it.`,
  },
  learns: {
    ask: <P>({ epochs }: Pieces<"epochs", P>) =>
      template`Train this network for ${epochs} epochs. Where does its loss end?`,
    zero: { text: "Close to zero", reply: "The first layers get almost no gradient, so they barely change." },
    half: <P>({ half }: Pieces<"half", P>) => ({ text: template`Near ${half}` }),
    why: <P>({ end }: Pieces<"end", P>) =>
      template`It ended at ${end}, and the network predicts about one half for every point. Its gradients were so small that the first layers barely moved. Small gradients don’t mean “learned.”`,
  },
  tanh: {
    ask: <P>({ z }: Pieces<"z", P>) =>
      template`Take the same network and initial weights with tanh, whose local slope is one where ${z} is zero. How much smaller are layer one’s gradients than layer four’s now?`,
    less: { text: "Less than ten times" },
    more: {
      text: "Ten times or more",
      reply: "Near zero, tanh has a local slope close to one, which hardly shrinks the error signal.",
    },
    why: <P>({ fade, sigmoid }: Pieces<"fade" | "sigmoid", P>) =>
      template`Layer four’s gradients are ${fade} times as large as layer one’s. With sigmoid, they were ${sigmoid} times as large.`,
  },
  reach: <P>({ goal, epochs, loss }: Pieces<"goal" | "epochs" | "loss", P>) =>
    template`Get this deep network’s loss below ${goal} within ${epochs} epochs. Choose an activation, a learning rate, and initial weights, then press Train. Loss now: ${loss}.`,
  reached: <P>({
    loss,
    epoch,
    activation,
    eta,
    rate,
  }: Pieces<"loss" | "epoch" | "activation" | "eta" | "rate", P>) =>
    template`With ${activation} and ${eta} = ${rate}, the loss is ${loss} at epoch ${epoch}.`,
};
