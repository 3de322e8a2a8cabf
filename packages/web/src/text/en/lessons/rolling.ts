import { type Pieces, template } from "../../template.ts";

export const messages = {
  title: "Building momentum",
  aha: "Momentum adds up gradients that agree. On a steady slope, that makes its steps about ten times as long.",
  steady: <P>({
    loss,
    w1,
    gradient,
    many,
    later,
  }: Pieces<"loss" | "w1" | "gradient" | "many" | "later", P>) =>
    template`One orange point, and a neuron that confidently predicts blue, with loss ${loss}. This far out, the loss has a steady slope. The gradient of ${w1} is ${gradient}, and after ${many} updates it’s still ${later}.`,
  third: {
    ask: <P>({
      v,
      mu,
      muValue,
      gradient,
      one,
      two,
    }: Pieces<"v" | "mu" | "muValue" | "gradient" | "one" | "two", P>) =>
      template`Momentum steps by a velocity ${v} instead of the gradient. Each update multiplies ${v} by ${mu} = ${muValue} and adds the gradient, here ${gradient}. So ${v} is ${one} at first, then ${two}. What is it after the third update?`,
    plain: <P>({ v }: Pieces<"v", P>) =>
      template`That’s the gradient alone, by which plain gradient descent steps. You left out the old ${v}.`,
    undamped: <P>({ v, mu }: Pieces<"v" | "mu", P>) =>
      template`You added the gradient to the old ${v} without multiplying that by ${mu} first.`,
    gradientMissing: "You left out the new gradient.",
    why: <P>({ muValue, two, gradient }: Pieces<"muValue" | "two" | "gradient", P>) =>
      template`${muValue} · ${two} + ${gradient}. Every earlier gradient still contributes, a little less with each update.`,
  },
  limit: {
    ask: <P>({ many, v }: Pieces<"many" | "v", P>) =>
      template`After ${many} updates on this steady slope, about how large is ${v}?`,
    undamped: <P>({ v, mu }: Pieces<"v" | "mu", P>) =>
      template`That’s the sum of all gradients. Each update also multiplies the old ${v} by ${mu}, so earlier gradients count less and less.`,
    why: <P>({ v }: Pieces<"v", P>) =>
      template`${v} grows until the tenth it loses equals the gradient it gains. From then on, each update goes ten times as far as the gradient alone would.`,
  },
  valley: {
    ask: <P>({ z, start }: Pieces<"z" | "start", P>) =>
      template`Now a valley: a blue point and an orange point in the same place. The loss is lowest where ${z} is zero, and ${z} starts at ${start}. What does momentum do when it reaches the bottom?`,
    stops: { text: "It stops at once", reply: "The gradient is zero at the bottom, but the velocity isn’t." },
    settles: { text: "It rolls past, then settles" },
    leaves: {
      text: "It rolls on and on",
      reply:
        "Past the bottom the gradient has the opposite sign, so it slows the motion and turns it around.",
    },
    why: <P>({ z, furthest }: Pieces<"z" | "furthest", P>) =>
      template`It overshoots to ${z} = ${furthest}, turns around, and swings less and less. The loss curve shows each swing as a bump.`,
  },
  ravine: {
    ask: <P>({ epochs, loss, plain }: Pieces<"epochs" | "loss" | "plain", P>) =>
      template`Blue and orange points lie close to a diagonal. The loss is a ravine, steep across it and almost flat along it. In ${epochs} epochs, plain gradient descent goes from ${loss} to ${plain}. Where does momentum get with the same learning rate and initial weights?`,
    same: {
      text: "To about the same loss",
      reply: "The learning rate is the same, but the steps grow as long as the gradients agree.",
    },
    lower: { text: "To less than half that loss" },
    higher: {
      text: "To a higher loss",
      reply:
        "It does swing across the ravine at first. Along the ravine, though, the gradients keep their sign.",
    },
    why: <P>({ end }: Pieces<"end", P>) =>
      template`It gets down to ${end}. Along the ravine the gradients keep their sign, so they add up in the velocity, as they did on the steady slope.`,
  },
  escape: <P>({ goal, epochs, loss }: Pieces<"goal" | "epochs" | "loss", P>) =>
    template`Get the loss of this ravine below ${goal} within ${epochs} epochs. Choose momentum or SGD, which is plain gradient descent here, and a learning rate. Press Train. Loss now: ${loss}.`,
  reached: <P>({
    optimizer,
    eta,
    rate,
    loss,
    epoch,
  }: Pieces<"optimizer" | "eta" | "rate" | "loss" | "epoch", P>) =>
    template`With ${optimizer} and ${eta} = ${rate}, the loss is ${loss} at epoch ${epoch}.`,
};
