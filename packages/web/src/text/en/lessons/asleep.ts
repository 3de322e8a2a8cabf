import { plural } from "@neural-viz/engine";
import { type Pieces, template } from "../../template.ts";

export const messages = {
  title: "The silent neuron",
  aha: "A neuron whose gradients are all exactly zero doesn’t learn, no matter how long you train.",
  neuron: (j: string): string => `neuron ${j}`,
  points: (points: number): string => plural(points, { one: "point", other: "points" }),
  relu: <P>({ z }: Pieces<"z", P>) =>
    template`Three hidden neurons with ReLU, and two moons to separate. ReLU outputs ${z} if it’s positive and zero otherwise. That makes it fast and simple, but it has a drawback.`,
  dead: {
    ask: <P>({ points }: Pieces<"points", P>) =>
      template`With other initial weights, one of the three hidden neurons outputs zero for all ${points} points. Its picture shows which one. Press it.`,
    why: <P>({ z }: Pieces<"z", P>) =>
      template`It’s drawn hollow and hatched, and it’s called dead. Its weights and its bias are negative, and no input is, so its ${z} is below zero everywhere in the square.`,
  },
  gradient: {
    ask: <P>({ z, w }: Pieces<"z" | "w", P>) =>
      template`Every gradient of this neuron has its local slope as a factor, the slope of ReLU at its ${z}. What is the gradient of ${w}, its first weight, averaged over all points?`,
    why: <P>({ z }: Pieces<"z", P>) =>
      template`For negative ${z}, ReLU is flat and its slope is zero. Every point contributes zero, so the average is zero. That doesn’t mean the neuron has learned. It means no gradient gets through.`,
  },
  train: {
    ask: <P>({ epochs, w, value }: Pieces<"epochs" | "w" | "value", P>) =>
      template`Train the network for ${epochs} epochs. ${w} is ${value} now. What is it at the end?`,
    far: { text: "Clearly different", reply: "More training doesn’t help when every gradient is zero." },
    near: { text: "Slightly different", reply: "Not even slightly. The learning rate times zero is zero." },
    same: { text: "Exactly the same" },
    why: <P>({ loss, end }: Pieces<"loss" | "end", P>) =>
      template`The rest of the network brought the loss down from ${loss} to ${end}. The dead neuron didn’t take part.`,
  },
  revive: {
    ask: "Which of these makes the neuron active again?",
    longer: {
      text: "Ten times as many epochs",
      reply: "Ten times as many zero updates still change nothing.",
    },
    faster: {
      text: "Ten times the learning rate",
      reply: "The learning rate multiplies the gradient, and the gradient is zero.",
    },
    adam: {
      text: "Adam as the optimizer",
      reply: "Adam works from gradients too, and here they’re all zero.",
    },
    none: { text: "None of these" },
    why: <P>({ z }: Pieces<"z", P>) =>
      template`We ran all three. This neuron’s ${z} depends on its weights, its bias, and the data, and none of those change. A high learning rate can even kill a neuron, when one long step makes ${z} negative for every point.`,
  },
  leaky: <P>({ z, w, value, gradient }: Pieces<"z" | "w" | "value" | "gradient", P>) =>
    template`One way out is leaky ReLU. It multiplies a negative ${z} by one hundredth, so its slope is never zero. Choose it and press Train. ${w} is ${value}, and its gradient is ${gradient}.`,
  better: <P>({ bias, end, points, epoch }: Pieces<"bias" | "end" | "points" | "epoch", P>) =>
    template`Another way out is a better initialization. With ReLU, choose a bias ${bias} that makes the neuron active, train to epoch ${end}, and check that it’s still active. It’s active for ${points} at epoch ${epoch}.`,
  dies: "The neuron outputs zero for every point after training. Start with a larger bias.",
  untrained: <P>({ end }: Pieces<"end", P>) =>
    template`The neuron is active at the start. Train to epoch ${end} to see whether it stays active.`,
  wakes: <P>({ w, moved, epoch }: Pieces<"w" | "moved" | "epoch", P>) =>
    template`By epoch ${epoch}, ${w} has moved by ${moved}. With ReLU it didn’t move at all.`,
  stillActive: <P>({ bias, value, points, epoch }: Pieces<"bias" | "value" | "points" | "epoch", P>) =>
    template`From ${bias} = ${value}, the neuron is active for ${points} at epoch ${epoch}.`,
};
