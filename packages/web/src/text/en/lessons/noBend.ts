import { type Pieces, template } from "../../template.ts";

export const messages = {
  title: "What does tanh buy?",
  aha: "Without a nonlinearity between them, any number of layers can draw only one straight line.",
  single: <P>({ z, correct, loss }: Pieces<"z" | "correct" | "loss", P>) =>
    template`A trained single neuron separates the two moons with a straight line. It classifies ${correct} points correctly, with loss ${loss}. In the last lesson, each hidden neuron passed its ${z} through a curve called tanh. Such a function is called an activation. What do hidden neurons gain from it?`,
  eight: {
    ask: <P>({ z, correct }: Pieces<"z" | "correct", P>) =>
      template`Eight hidden neurons now use the identity activation, so each outputs its ${z} unchanged. The single neuron classified ${correct} points correctly. How many does this network classify correctly once it’s trained?`,
    all: { text: "All, or nearly all", reply: "With tanh it could. Here it only adds up linear functions." },
    same: { text: "About as many" },
    fewer: { text: "Far fewer", reply: "It can still compute anything that the single neuron can." },
    why: <P>({ correct }: Pieces<"correct", P>) =>
      template`It classifies ${correct} correctly. A sum of linear functions is linear, so the decision boundary is still a straight line.`,
  },
  more: {
    ask: <P>({ parameters, few }: Pieces<"parameters" | "few", P>) =>
      template`Two more such layers give the network ${parameters} parameters, while the single neuron has ${few}. How does its loss after training compare with the single neuron’s?`,
    lower: {
      text: "It’s much lower",
      reply: "Every layer is linear, and so is any number of them in a row.",
    },
    same: { text: "It’s about the same" },
    higher: { text: "It’s higher", reply: "The network can still draw every line that one neuron can." },
    why: <P>({ loss, single }: Pieces<"loss" | "single", P>) =>
      template`The loss ends at ${loss}, and the single neuron’s at ${single}. Both boundaries are straight lines, in nearly the same place.`,
  },
  multiply: {
    ask: <P>({ x1, a, b, c, d, z }: Pieces<"x1" | "a" | "b" | "c" | "d" | "z", P>) =>
      template`To see why, multiply out a small network. Two paths lead from ${x1} to the output’s ${z}, with the weights ${a} then ${b}, and ${c} then ${d}. Which single weight on ${x1} does the same?`,
    why: <P>({ times, a, b, c, d }: Pieces<"times" | "a" | "b" | "c" | "d", P>) =>
      template`Multiply along each path, then add: ${a}${times}${b} + ${c}${times}${d}. With a nonlinearity in between, no single weight would do.`,
  },
  build: <P>({
    w1,
    w2,
    b,
    times,
    in1,
    in2,
    b1,
    b2,
    out1,
    out2,
    bOut,
    off,
  }: Pieces<
    "w1" | "w2" | "b" | "times" | "in1" | "in2" | "b1" | "b2" | "out1" | "out2" | "bOut" | "off",
    P
  >) =>
    template`Build the one neuron that does the same. You’ve found ${w1}. In the same way, ${w2} is ${in1}${times}${out1} + (${in2})${times}${out2}. The biases combine too, so ${b} is ${b1}${times}${out1} + ${b2}${times}${out2} + (${bOut}). Its predictions are off by up to ${off}.`,
  tanh: {
    ask: "Back to three layers of eight neurons, but with tanh instead of the identity. What boundary does the trained network draw?",
    line: {
      text: "A straight line",
      reply: "With a nonlinearity between them, layers no longer combine into one.",
    },
    curve: { text: "A curve around the moons" },
    why: <P>({ correct }: Pieces<"correct", P>) =>
      template`It classifies ${correct} points correctly. It has as many weights as before. Only the activation is different.`,
  },
  few: <P>({ most, correct, loss }: Pieces<"most" | "correct" | "loss", P>) =>
    template`Get every point correct with two hidden layers of at most ${most} neurons each. Press Train. So far: ${correct}, with loss ${loss}.`,
  biasOff: <P>({ b }: Pieces<"b", P>) => template`Both weights are correct. Only ${b} is still off.`,
  weightOff: <P>({ w }: Pieces<"w", P>) => template`Only ${w} is still off.`,
  tooWide: <P>({ units, most }: Pieces<"units" | "most", P>) =>
    template`Every point is correct, but with ${units} neurons per layer. Use ${most} at most.`,
  stillLine: <P>({ correct }: Pieces<"correct", P>) =>
    template`With the identity, both layers together still draw one straight line: ${correct}. Choose another activation.`,
  built: <P>({ off }: Pieces<"off", P>) =>
    template`Its predictions differ from the network’s by ${off} at most. One neuron does the work of both layers.`,
  bent: <P>({ units, correct, epoch, loss }: Pieces<"units" | "correct" | "epoch" | "loss", P>) =>
    template`With hidden layers of ${units}, ${correct} points are correct at epoch ${epoch}, and the loss is ${loss}.`,
};
