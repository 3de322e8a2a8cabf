import { type Pieces, template } from "../../template.ts";

export const messages = {
  title: "Is your backprop right?",
  aha: "A falling loss doesn’t prove that the gradients are right.",
  plant: <P>({ localSlope }: Pieces<"localSlope", P>) =>
    template`Backprop is easy to get wrong, and a wrong version doesn’t crash. We plant a bug: in one hidden layer, backprop leaves out the local slope ${localSlope}. Then we train twice from the same initial weights, once with the bug and once without it.`,
  curves: {
    ask: "What do the two loss curves look like?",
    healthy: {
      text: "Only the one without the bug falls by half",
      reply: "Even with a wrong gradient, updates often go roughly downhill.",
    },
    both: { text: "Both losses fall by half or more" },
    neither: {
      text: "Neither loss falls by half",
      reply: "Without the bug, the loss falls by more than half.",
    },
    why: <P>({ layer }: Pieces<"layer", P>) =>
      template`The curves alone don’t give the bug away. Plant it in layer ${layer} in the Bug bench and see for yourself.`,
  },
  find: {
    ask: "How can you find out which backprop is right?",
    longer: {
      text: "Train longer, until the wrong one fails",
      reply: "The wrong one may train to the end without failing.",
    },
    nudge: { text: "Nudge a weight, and watch the loss" },
    why: "This is a gradient check. It compares every gradient from backprop with a finite difference, the change in the loss when that parameter is nudged, divided by the size of the nudge. Correct gradients agree with it. With the planted bug, some differ.",
  },
  layers: {
    ask: <P>({ layer, layers }: Pieces<"layer" | "layers", P>) =>
      template`The planted bug is in layer ${layer} of ${layers}. Error signals travel backward through it, from the output to the first layer. In how many layers does the check find wrong gradients?`,
    why: "In the layer with the bug and in every layer before it. An error signal that goes wrong on the way back stays wrong.",
  },
  suspect: {
    ask: "A check finds wrong gradients in layers one and two, but none in layer three. Where do you look for the bug?",
    first: {
      text: "In layer one, the first wrong one",
      reply: "The error signals that reach layer one are already wrong.",
    },
    last: { text: "In layer two, the last wrong one" },
    output: {
      text: "In layer three, at the output",
      reply: "Its gradients agree with the finite differences.",
    },
    why: "Error signals travel backward, so the bug is in the last layer with wrong gradients.",
  },
  check: <P>({ loss }: Pieces<"loss", P>) =>
    template`Don’t take our word for it. Open Gradient check under Tools to test the engine’s own backprop, here at loss ${loss} or after any epoch you like.`,
  checked: <P>({ parameters, loss }: Pieces<"parameters" | "loss", P>) =>
    template`The check compares ${parameters} gradients with finite differences, at loss ${loss}. Its table is open below the network.`,
};
