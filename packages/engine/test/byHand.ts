/**
 * Networks by their definitions, with plain loops and the language's own functions: another way to the same numbers, for
 * tests that need a truth of their own.
 */
import type { Batch, Head, Network } from "@neural-viz/engine";

const functions: Readonly<Record<string, (z: number) => number>> = {
  relu: (z) => Math.max(0, z),
  leakyRelu: (z) => (z < 0 ? z / 100 : z),
  tanh: Math.tanh,
  sigmoid: (z) => 1 / (1 + Math.exp(-z)),
  identity: (z) => z,
};

/** What the network puts out for z of the output layer. */
function outputsByHand({ activation }: Head, z: readonly number[]): number[] {
  if (activation !== "softmax") return z.map(functions[activation]!);
  const exponentials = z.map(Math.exp);
  const total = exponentials.reduce((sum, value) => sum + value);
  return exponentials.map((value) => value / total);
}

/** ℓ by its definition: −ln of the probability of the truth, or squared errors. */
export function lossByHand(head: Head, z: readonly number[], targets: readonly number[]): number {
  const outputs = outputsByHand(head, z);
  if (head.loss === "crossEntropy") {
    return head.activation === "softmax"
      ? -Math.log(outputs[targets.indexOf(1)]!)
      : -Math.log(targets[0] === 1 ? outputs[0]! : 1 - outputs[0]!);
  }
  const squares = outputs.reduce((sum, y, j) => sum + (y - targets[j]!) ** 2, 0);
  return head.loss === "mse" ? squares / outputs.length : squares / 2;
}

/** L of all samples, and whether some z stands so close to a kink that no slope is to be taken across it. */
export function meanLossByHand(
  { layers, head }: Network,
  params: Float64Array,
  { count, features, targets }: Batch,
): { readonly loss: number; readonly nearKink: boolean } {
  let sum = 0;
  let nearKink = false;
  for (let s = 0; s < count; s++) {
    let a = features.map((column) => column[s]!);
    let z = a;
    layers.forEach(({ fanIn, fanOut, weight, bias, activation }, l) => {
      z = Array.from({ length: fanOut }, (_, j) =>
        a.reduce((total, value, k) => total + params[weight + j * fanIn + k]! * value, params[bias + j]!),
      );
      if (l === layers.length - 1) return;
      const kinked = activation === "relu" || activation === "leakyRelu";
      if (kinked && z.some((value) => Math.abs(value) < 1e-3)) nearKink = true;
      a = z.map(functions[activation]!);
    });
    sum += lossByHand(
      head,
      z,
      targets.map((column) => column[s]!),
    );
  }
  return { loss: sum / count, nearKink };
}
