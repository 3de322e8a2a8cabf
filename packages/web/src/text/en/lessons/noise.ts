import { type Pieces, template } from "../../template.ts";

export const messages = {
  title: "Memorizing the noise",
  aha: "Past some epoch, this network memorizes its training points and gets worse on points it hasn’t seen.",
  split: <P>({ train, test }: Pieces<"train" | "test", P>) =>
    template`Noisy moons, and only a few points. We hold out half of them, drawn hollow, and never train on those. The solid curve is the average loss over the ${train} training points. The dashed curve is the average over the ${test} held-out points.`,
  training: {
    ask: <P>({ epochs }: Pieces<"epochs", P>) =>
      template`This large network trains for ${epochs} epochs. What happens to the training loss?`,
    zero: { text: "It falls close to zero" },
    high: {
      text: "Noise keeps it high",
      reply: "The network has far more parameters than training points, and it fits every one of them.",
    },
    why: <P>({ parameters, points }: Pieces<"parameters" | "points", P>) =>
      template`With ${parameters} parameters for ${points} points, this network can memorize each of them, noise and all. Is that good?`,
  },
  heldOut: {
    ask: "And the held-out points? Draw the dashed curve, their loss over all epochs.",
    expected: "You expected it. The loss falls and then rises again.",
    unexpected: "The loss falls only at first. Then it rises while the training loss keeps falling.",
    why: <P>({ lowest, last, half }: Pieces<"lowest" | "last" | "half", P>) =>
      template`It falls to ${lowest} and ends at ${last}. Predicting one half for every point would give ${half}. The network is now confidently wrong about some held-out points.`,
  },
  stop: {
    ask: "When would you have stopped training?",
    training: <P>({ epoch, loss }: Pieces<"epoch" | "loss", P>) => ({
      text: "At the lowest training loss",
      reply: template`That’s epoch ${epoch}, where the held-out loss is ${loss}. A low loss on training points says little about other points.`,
    }),
    heldOut: { text: "At the lowest held-out loss" },
    last: <P>({ loss }: Pieces<"loss", P>) => ({
      text: "After the last epoch",
      reply: template`More training isn’t always better. By then, the held-out loss is ${loss}.`,
    }),
    why: "This is early stopping. Points you use to choose the epoch are called validation points. To find out how good your choice is, you need a third set, the test points, and you look at it once.",
  },
  find: <P>({ loss, epoch }: Pieces<"loss" | "epoch", P>) =>
    template`Use the timeline to find the epoch where the held-out loss is lowest. Now it’s ${loss} at epoch ${epoch}.`,
  choose: <P>({ goal, epochs, loss, epoch }: Pieces<"goal" | "epochs" | "loss" | "epoch", P>) =>
    template`Find a network size or a learning rate that gives a held-out loss below ${goal} after all ${epochs} epochs. You’re choosing by these points, so they serve as validation points. Now their loss is ${loss} at epoch ${epoch}.`,
  tooEarly: <P>({ epochs }: Pieces<"epochs", P>) =>
    template`The loss is low enough now, but it has to stay there to the end. Train for all ${epochs} epochs.`,
  passed: <P>({ lowest }: Pieces<"lowest", P>) =>
    template`The held-out loss got down to ${lowest}, then rose again. Make the network memorize less, or more slowly.`,
  found: <P>({ loss, epoch, lowest, at }: Pieces<"loss" | "epoch" | "lowest" | "at", P>) =>
    template`At epoch ${epoch} the held-out loss is ${loss}. Its lowest value is ${lowest}, at epoch ${at}.`,
  chose: <P>({ loss, training, epoch }: Pieces<"loss" | "training" | "epoch", P>) =>
    template`At epoch ${epoch} the held-out loss is ${loss}, and the training loss ${training}.`,
};
