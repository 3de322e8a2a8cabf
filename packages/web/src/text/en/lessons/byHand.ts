import { type Pieces, template } from "../../template.ts";

export const messages = {
  title: "You are the optimizer",
  aha: "Hands try one parameter at a time. The gradient says for all of them at once which way is down and how steep it is.",
  hands: <P>({ size, loss }: Pieces<"size" | "loss", P>) =>
    template`XOR once more, with two hidden neurons. The network is nothing but ${size} numbers, each with its slider. Training means choosing them so that the loss is low. It’s ${loss} now. This time, you are the optimizer.`,
  lower: <P>({ goal, loss }: Pieces<"goal" | "loss", P>) =>
    template`Move the sliders until the loss is below ${goal}. Watch the boundary while you do. So far: ${loss}.`,
  lowered: <P>({ loss, correct }: Pieces<"loss" | "correct", P>) =>
    template`When the loss first fell below the goal, it was ${loss}, with ${correct} points correct.`,
  trained: "Training has changed the weights. Go back to epoch zero, where only your hands count.",
  cost: {
    ask: <P>({ size }: Pieces<"size", P>) =>
      template`A systematic optimizer nudges each of the ${size} parameters once, and compares the loss with the loss before. How many times must it compute the loss, to estimate every slope?`,
    before: "That covers the nudges. It also needs the loss before them, to compare with.",
    twice:
      "That would be right for a nudge up and a nudge down of each. Here one nudge each is compared with the same loss before.",
    why: <P>({ size }: Pieces<"size", P>) =>
      template`Once before, and once after each of the ${size} nudges. With a million parameters that would be a million and one. Backpropagation finds all the slopes with one pass forward and one pass backward.`,
  },
  steepest: {
    ask: "All parameters are small at the start. If you nudge one of them, where does the same nudge change the loss most?",
    hidden: {
      text: "In the hidden layer",
      reply:
        "What a hidden neuron changes still goes through the weights of the output, which are below one here.",
    },
    output: { text: "In the output layer" },
    why: <P>({ w, b }: Pieces<"w" | "b", P>) =>
      template`The steepest slope is that of the output’s bias, ${b}. A slope in the hidden layer is multiplied by the output’s weights, which are below one, and the slopes of the points partly cancel. The slope of the first weight of hidden neuron two, for example, is ${w}.`,
  },
  descent: {
    ask: <P>({ eta, rate }: Pieces<"eta" | "rate", P>) =>
      template`Now gradient descent takes over, from the same start. Each update moves every parameter by ${eta} = ${rate} times its slope, downhill. When does it have all four points correct for good?`,
    soon: {
      text: <P>({ soon }: Pieces<"soon", P>) => template`Within ${soon} updates`,
      reply: "The slopes are tiny at the start, so the first updates hardly move anything.",
    },
    later: { text: <P>({ soon }: Pieces<"soon", P>) => template`After more than ${soon} updates` },
    never: {
      text: "Never",
      reply: "It’s slow at the start, but it arrives.",
    },
    why: <P>({ epoch, loss, size }: Pieces<"epoch" | "loss" | "size", P>) =>
      template`At update ${epoch}. Each update moved all ${size} parameters at once, and in the end the loss is ${loss}. Go back on the timeline and watch the sliders.`,
  },
  beat: <P>({ goal, loss, correct }: Pieces<"goal" | "loss" | "correct", P>) =>
    template`Solve XOR by hand: all four points correct, and the loss below ${goal}. A hint: let one hidden neuron be positive if any input is one, the other only if both are. So far: ${correct}, with loss ${loss}.`,
  small: <P>({ z }: Pieces<"z", P>) =>
    template`All four are correct, but the predictions aren’t confident yet. Make ${z} larger in size: multiply the weights and the bias of the output by the same number.`,
  beaten: <P>({ loss, correct }: Pieces<"loss" | "correct", P>) =>
    template`Set by hand, ${correct} points are correct, with a loss of ${loss}. You found it by understanding the network; gradient descent finds it knowing nothing but slopes.`,
};
