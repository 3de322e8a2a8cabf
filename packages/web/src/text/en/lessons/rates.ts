import { type Pieces, template } from "../../template.ts";

export const messages = {
  title: "Too slow, about right, too fast",
  aha: "A learning rate can be too low to get anywhere, or so high that the network ends up worse than untrained.",
  moons: <P>({ eta, z }: Pieces<"eta" | "z", P>) =>
    template`Two moons, and a larger network with two hidden layers. Its hidden neurons use ReLU, which outputs ${z} if it’s positive and zero otherwise. As before, each update subtracts the learning rate ${eta} times the gradient. We try three learning rates from the same initial weights.`,
  low: {
    ask: <P>({ eta, rate, loss, half, epochs }: Pieces<"eta" | "rate" | "loss" | "half" | "epochs", P>) =>
      template`First, ${eta} = ${rate}. The untrained network’s loss is ${loss}. Predicting one half for every point would give ${half}. Where is the loss after ${epochs} epochs?`,
    near: <P>({ half }: Pieces<"half", P>) => ({ text: template`Still near ${half}` }),
    halved: { text: "About half of that", reply: "Each step is too short to get that far." },
    zero: { text: "Close to zero", reply: "A learning rate this low is safe here, but slow." },
    why: <P>({ loss, end, epochs }: Pieces<"loss" | "end" | "epochs", P>) =>
      template`In ${epochs} epochs the loss only fell from ${loss} to ${end}. At this learning rate every step is tiny.`,
  },
  good: {
    ask: <P>({ eta, rate }: Pieces<"eta" | "rate", P>) =>
      template`Now ${eta} = ${rate}, a hundred times as high, from the same initial weights. Where does the loss end?`,
    near: <P>({ half }: Pieces<"half", P>) => ({
      text: template`Still near ${half}`,
      reply: "With a learning rate a hundred times as high, the steps are long enough to make progress.",
    }),
    halved: { text: "At about half of that, or lower" },
    above: <P>({ half }: Pieces<"half", P>) => ({
      text: template`Well above ${half}`,
      reply: "This learning rate isn’t that high yet.",
    }),
    why: <P>({ end }: Pieces<"end", P>) =>
      template`The loss ended at ${end}. The steps are long enough to make progress, and short enough for the gradient to remain a good guide.`,
  },
  high: {
    ask: <P>({ eta, rate }: Pieces<"eta" | "rate", P>) =>
      template`Now ${eta} = ${rate}. Draw the loss you expect over the same epochs.`,
    expected: <P>({ half }: Pieces<"half", P>) =>
      template`You expected it. The loss ends above ${half}, worse than predicting one half for every point.`,
    unexpected: <P>({ half }: Pieces<"half", P>) =>
      template`The loss doesn’t even get down to ${half}. Predicting one half for every point would be better.`,
    why: "The first steps overshoot so far that every ReLU neuron in layer two outputs zero for every point. Only the output bias can still change, and it jumps back and forth across its best value.",
  },
  helped: {
    ask: <P>({ loss }: Pieces<"loss", P>) =>
      template`Compare this run with the untrained network, whose loss is ${loss}. Did training help?`,
    yes: {
      text: "Yes; training can’t hurt",
      reply: "A gradient describes the loss only near the current weights. A step this long lands far away.",
    },
    no: { text: "No; the loss is higher now" },
    why: <P>({ loss, end }: Pieces<"loss" | "end", P>) =>
      template`In this run, the loss rose from ${loss} to ${end}. A neuron that outputs zero for every point passes no gradient back. The Health tool shows that both hidden layers get none, so they can’t recover.`,
  },
  reach: <P>({ goal, epochs, loss }: Pieces<"goal" | "epochs" | "loss", P>) =>
    template`Get the loss below ${goal} within ${epochs} epochs. Change only the learning rate and the initial weights, then press Train. Loss now: ${loss}.`,
  reached: <P>({ eta, rate, loss, epoch }: Pieces<"eta" | "rate" | "loss" | "epoch", P>) =>
    template`With ${eta} = ${rate}, the loss is ${loss} at epoch ${epoch}.`,
};
