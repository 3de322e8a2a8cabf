import { type Pieces, template } from "../../template.ts";

export const messages = {
  title: "Green gradients, wrong update",
  aha: "A gradient check says nothing about the optimizer. Only doing an update again by its rule does.",
  plant: <P>({ m, rootV }: Pieces<"m" | "rootV", P>) =>
    template`Adam divides an average of gradients, ${m}, by the root of an average of their squares, ${rootV}. Both begin at zero, so Adam corrects them for it. We plant a bug: a copy of the loop leaves out this bias correction. Its backprop is right.`,
  check: {
    ask: "Will a gradient check find the bug?",
    all: {
      text: "Yes",
      reply: "The check compares gradients with finite differences, and the gradients are right.",
    },
    none: { text: "No" },
    why: <P>({ parameters }: Pieces<"parameters", P>) =>
      template`All ${parameters} gradients agree with finite differences: everything is green. The bug comes after backprop, where the optimizer turns gradients into steps. Plant it in the Bug bench and see.`,
  },
  step: {
    ask: <P>({
      eta,
      rate,
      m,
      rootV,
      g,
      mShare,
      vShare,
    }: Pieces<"eta" | "rate" | "m" | "rootV" | "g" | "mShare" | "vShare", P>) =>
      template`Before the first update, both averages are zero. After it ${m} is ${mShare} times the gradient ${g}, and ${rootV} is ${vShare} times its size. With ${eta} = ${rate}, how far does the first step move a parameter without the correction?`,
    right: "That’s Adam’s first step with the correction. Without it, the two factors don’t cancel.",
    onlyM: "That leaves out the division by √v, which is too small as well.",
    why: <P>({ eta }: Pieces<"eta", P>) =>
      template`Divide the two factors and multiply by ${eta}. With the correction both are one, so the first step has the size of the learning rate. Whoever knows that finds this bug by looking at one update.`,
  },
  loss: {
    ask: "After a hundred updates, how does the loss with the bug compare?",
    same: { text: "It’s about as low as without the bug, or lower" },
    worse: {
      text: "It’s lower than at the start, but clearly higher than without the bug",
      reply: "Only the first steps are too large. The averages soon catch up.",
    },
    rises: {
      text: "It’s higher than at the start",
      reply: "Even steps that are too large go downhill here, and only the first ones are.",
    },
    why: <P>({ before, wrong, right }: Pieces<"before" | "wrong" | "right", P>) =>
      template`It falls from ${before} to ${wrong}; without the bug, to ${right}. Nobody who sees only this curve suspects a bug.`,
  },
  swapped: {
    ask: <P>({ beta1, beta2 }: Pieces<"beta1" | "beta2", P>) =>
      template`Another bug: ${beta1} and ${beta2} are exchanged, with the bias correction in place. Someone does the first updates again by hand and compares. Which is the first update that differs?`,
    first: {
      text: "The first",
      reply: "There the bias correction cancels each of the two exactly, whatever its value.",
    },
    second: { text: "The second" },
    never: {
      text: "None of them",
      reply: "From the second update on, the averages mix old and new gradients in other shares.",
    },
    why: <P>({ beta1, beta2, m, rootV }: Pieces<"beta1" | "beta2" | "m" | "rootV", P>) =>
      template`In the first update the correction makes ${m} the gradient and ${rootV} its size, whatever ${beta1} and ${beta2} are. A check of one update isn’t enough: some bugs show in the second, or where an epoch begins.`,
  },
  open: <P>({ loss }: Pieces<"loss", P>) =>
    template`Now you. Open Bug bench under Tools, choose Surprise me, and find out from both tables whether the bug is in a layer or in the update. The copy starts at loss ${loss}, like your run.`,
  opened: <P>({ loss }: Pieces<"loss", P>) =>
    template`The bench is open below the network, at loss ${loss}. Plant a surprise as often as you like.`,
};
