import { type Pieces, template } from "../../template.ts";

export const messages = {
  title: "Fold, cut, unfold",
  aha: "Hidden layers fold the inputs so that one straight cut is enough. Unfolded, the cut is a boundary with corners.",
  sheet: <P>({ z }: Pieces<"z", P>) =>
    template`XOR again. Think of the square as a sheet of paper. Fold shows it edge-on: the higher a place, the larger its ${z}. Two ReLU neurons could bend it, but their hinges hardly touch the square, so it’s nearly flat. No straight line separates blue from orange.`,
  crease: {
    ask: "Fold the square of paper once, along a straight line, so that afterward one straight cut separates the blue points from the orange ones. Where is the crease?",
    between: {
      text: "Halfway between two sides of the square",
      reply: "That brings each blue point onto an orange one, and no cut can separate those two.",
    },
    through: { text: "Through both blue points" },
    never: {
      text: "Nowhere; one fold isn’t enough",
      reply:
        "One fold brings the two orange points together, if the crease passes between them in the right direction.",
    },
    why: "The fold brings one orange point onto the other. The blue points stay on the crease, so a cut parallel to the crease separates them. A network’s fold needn’t bring them together: it’s enough that both end up at the same height.",
  },
  own: <P>({ correct }: Pieces<"correct", P>) =>
    template`Make this crease yourself. The hinge of the second neuron is a crease that runs in the right direction. Move its bias, or drag the hinge, until every point is correct. So far: ${correct}.`,
  tooFar: <P>({ correct }: Pieces<"correct", P>) =>
    template`The crease has passed the blue points, so they are on the falling side too. Correct: ${correct}. Move it back.`,
  folded: <P>({ correct, b }: Pieces<"correct" | "b", P>) =>
    template`With a bias of ${b}, ${correct} points are correct. The sheet rises up to the crease and falls behind it, and one straight cut separates the two colors.`,
  beyond: {
    ask: <P>({ z, w1, x1 }: Pieces<"z" | "w1" | "x1", P>) =>
      template`Behind the crease both neurons are on, so there ${z} is an affine function of the inputs. Read the weights on the network. How large is ${w1}, the slope of ${z} along ${x1}, in that region?`,
    first: "That is the path through the first neuron alone. Behind the crease the second is on too.",
    second: "That is the path through the second neuron alone. The first is on everywhere.",
    why: "Multiply the weights along each path whose neuron is on, then add the paths. In front of the crease only the first path counts, so the slope there has the opposite sign.",
  },
  regions: {
    ask: <P>({ lines }: Pieces<"lines", P>) =>
      template`The circles need ${lines} hidden neurons, so ${lines} creases. Into how many regions can ${lines} straight lines cut a plane, at most?`,
    patterns:
      "That counts every pattern of neurons that are on or off. The lines can’t form all of them: one pattern has no place in the plane.",
    onePoint:
      "That’s what you get if all the lines meet in one point. They cut out one more region if each two meet somewhere else.",
    why: <P>({ one, lines, crossings }: Pieces<"one" | "lines" | "crossings", P>) =>
      template`${one} + ${lines} + ${crossings}: the uncut plane, one region more for each line, and one more for each crossing of two lines.`,
  },
  cut: {
    ask: "Training places the three creases, and the output neuron makes one straight cut through the folded sheet. Unfold the sheet again. What does the cut look like on the square?",
    straight: {
      text: "Like a straight line",
      reply: "It’s straight in each region, but it may bend wherever it crosses a crease.",
    },
    polygon: { text: "Like a polygon" },
    curve: {
      text: "Like a smooth curve",
      reply: "In each region the network is affine, so there the boundary is straight.",
    },
    why: <P>({ sides, regions }: Pieces<"sides" | "regions", P>) =>
      template`The square has ${regions} regions, and the boundary passes through ${sides} of them: a polygon with ${sides} sides. It bends only at creases. Press Play in Fold to see why one straight cut is enough.`,
  },
  rounder: <P>({ points, sides, correct }: Pieces<"points" | "sides" | "correct", P>) =>
    template`Make the boundary rounder: all ${points} points correct, and a boundary with at least ${sides} sides. Choose how many neurons there are, try new weights, and press Train. So far: ${correct}.`,
  fewSides: <P>({ sides }: Pieces<"sides", P>) =>
    template`Every point is correct, but the boundary has ${sides} sides. It can have more with more creases, or with other initial weights.`,
  round: <P>({
    correct,
    epoch,
    sides,
    regions,
    loss,
  }: Pieces<"correct" | "epoch" | "sides" | "regions" | "loss", P>) =>
    template`${correct} points are correct at epoch ${epoch}, with loss ${loss}. The boundary has ${sides} sides, one in each region that it passes through, and there are ${regions} regions.`,
};
