import { plural } from "@neural-viz/engine";
import { type Pieces, template } from "../../template.ts";

export const messages = {
  title: "XOR: one line isn’t enough",
  aha: "A single neuron can’t solve XOR, but two hidden neurons can. With more of them, training succeeds more often.",
  gate: <P>({ correct }: Pieces<"correct", P>) =>
    template`Four points, blue where exactly one input is one. A single neuron draws a single straight line. Untrained, this one classifies ${correct} correctly.`,
  line: {
    ask: "What’s the largest number of these four points that a straight line can classify correctly?",
    why: <P>({ z }: Pieces<"z", P>) =>
      template`The blue pair and the orange pair have the same midpoint, and ${z} is linear. So the average of ${z} over the blue pair equals its average over the orange pair. With all four correct, one average would be positive and the other negative.`,
  },
  half: {
    ask: <P>({ yHat }: Pieces<"yHat", P>) =>
      template`So three of four is possible. Train the single neuron. What is ${yHat} for the first point at the end?`,
    why: "It’s one half, for all four points. Training minimizes the loss, not the number of mistakes. Here the loss is lowest when every prediction is one half.",
  },
  cancel: {
    ask: "At the end, both weights have a near-zero gradient. Has the neuron learned XOR?",
    yes: {
      text: "Yes; nothing is left to fix",
      reply: "A zero gradient means only that tiny changes to the weights leave the loss almost unchanged.",
    },
    no: { text: "No; the points’ gradients cancel" },
    why: "Press the gradient of a weight. Two points contribute zero, because the input on that weight is zero. The other two contribute opposite amounts, which cancel.",
  },
  hidden: <P>({ correct, loss }: Pieces<"correct" | "loss", P>) =>
    template`Now the network has a hidden layer, a layer of neurons between the inputs and the output. Choose how many neurons it has, press Train, and get all four points correct. So far: ${correct}, with loss ${loss}.`,
  starts: {
    ask: <P>({ starts }: Pieces<"starts", P>) =>
      template`Two hidden neurons can solve XOR. We train from ${starts} random initializations. In how many runs are all four points correct at the end?`,
    all: {
      text: "In all of them",
      reply: "A solution exists, but training doesn’t find it from every initialization.",
    },
    some: { text: "In fewer than three quarters" },
    none: { text: "In none of them", reply: "Some initial weights do lead to a solution." },
    why: <P>({ two, eight, starts }: Pieces<"two" | "eight" | "starts", P>) =>
      template`With two hidden neurons, ${two} of ${starts} runs succeed. With eight, ${eight} do. More hidden neurons mean more ways to reach a solution.`,
  },
  lucky: <P>({ correct }: Pieces<"correct", P>) =>
    template`Solve XOR with two hidden neurons. Press New weights and Train until all four points are correct. So far: ${correct}.`,
  oneHidden: <P>({ correct }: Pieces<"correct", P>) =>
    template`Training ended with ${correct} correct. One hidden neuron draws only one line, and the output neuron can’t add another.`,
  stuckWider: <P>({ correct }: Pieces<"correct", P>) =>
    template`Training ended with ${correct} correct. There are enough lines, but from these initial weights training didn’t place them. Try other weights or more neurons.`,
  stuck: <P>({ correct }: Pieces<"correct", P>) =>
    template`Training ended with ${correct} correct. Two lines are enough, but from these initial weights training didn’t place them. Try other weights.`,
  neurons: (count: number): string => plural(count, { one: "hidden neuron", other: "hidden neurons" }),
  solved: <P>({ correct, epoch, loss, neurons }: Pieces<"correct" | "epoch" | "loss" | "neurons", P>) =>
    template`With ${neurons}, ${correct} points are correct at epoch ${epoch}, and the loss is ${loss}.`,
};
