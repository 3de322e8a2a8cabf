import { type Pieces, template } from "../../template.ts";

export const messages = {
  title: "Identical twins",
  aha: "Neurons that start out identical stay identical. Random initial weights make them different.",
  zeros:
    "Here’s a tidy idea: start with every weight and bias at zero, and leave nothing to chance. The task is easy. The OR gate has three blue points and one orange point.",
  nonzero: {
    ask: "Every parameter is zero. Which gradients aren’t?",
    all: <P>({ loss }: Pieces<"loss", P>) => ({
      text: template`All of them, since the loss is ${loss}`,
      reply:
        "A gradient is a product. Here zero weights pass no error signal back, and zero activations give the output weights no gradient.",
    }),
    bias: { text: "Only that of the output bias" },
    output: {
      text: "Those of the output’s weights and bias",
      reply: "The hidden neurons output zero, and that’s a factor of every output weight’s gradient.",
    },
    none: {
      text: "None of them",
      reply: "There are more blue points than orange ones, so raising the output bias lowers the loss.",
    },
    why: "The output bias learns the share of blue points, and nothing else ever changes. A zero gradient doesn’t mean “learned.”",
  },
  halves: {
    ask: <P>({ epochs }: Pieces<"epochs", P>) =>
      template`Now start every parameter at one half. The gradients aren’t zero anymore. After ${epochs} epochs, how far apart are the parameters of the two hidden neurons, with all the differences added up?`,
    why: "They’re exactly the same, to the last bit. Both neurons get the same inputs, the same error signals, and the same updates. Together they can do no more than one neuron.",
  },
  nudge: <P>({ w11, nudge }: Pieces<"w11" | "nudge", P>) =>
    template`Break the tie. Change ${w11}, the first weight of the first neuron, by a small amount. Adding ${nudge} is enough.`,
  grow: {
    ask: <P>({ w11, nudge }: Pieces<"w11" | "nudge", P>) =>
      template`${w11} is now larger by ${nudge}. What happens to the difference between the two neurons during training?`,
    shrinks: {
      text: "It shrinks",
      reply: "Nothing here pulls the neurons together. They only start out almost the same.",
    },
    stays: {
      text: "It stays about the same",
      reply: "Different weights get different updates, and those add up.",
    },
    grows: { text: "It grows" },
    why: <P>({ before, after }: Pieces<"before" | "after", P>) =>
      template`The neurons slowly drift apart. The sum of their differences grew from ${before} to ${after}.`,
  },
  apart: <P>({ goal, apart }: Pieces<"goal" | "apart", P>) =>
    template`Make the twins differ by more than ${goal} in total. Change one of them, then train. Difference now: ${apart}.`,
  untrained: "They’re far enough apart, but untrained. Now train.",
  stillTwins: "You trained two identical neurons, so they got identical updates. Change one of them first.",
  nudged: <P>({ apart }: Pieces<"apart", P>) =>
    template`The tie is broken. The neurons’ parameters now differ by ${apart} in total.`,
  drifted: <P>({ apart, epoch }: Pieces<"apart" | "epoch", P>) =>
    template`At epoch ${epoch} they differ by ${apart} in total.`,
};
