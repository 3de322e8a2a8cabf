/**
 * Forward and backward: from parameters and samples to the loss and its gradient.
 *
 *   forward    a⁽⁰⁾ = x,  z⁽ˡ⁾ = b⁽ˡ⁾ + W⁽ˡ⁾ a⁽ˡ⁻¹⁾,  a⁽ˡ⁾ = f(z⁽ˡ⁾),  ŷ = σ(z⁽ᴸ⁾)
 *   loss       L = mean of ℓ over the samples
 *   backward   δ⁽ᴸ⁾ = ŷ − y,  δ⁽ˡ⁾ = (W⁽ˡ⁺¹⁾ᵀ δ⁽ˡ⁺¹⁾) ⊙ f′(z⁽ˡ⁾)
 *   gradient   ∂L/∂W⁽ˡ⁾ = mean of δ⁽ˡ⁾ a⁽ˡ⁻¹⁾ᵀ,  ∂L/∂b⁽ˡ⁾ = mean of δ⁽ˡ⁾
 *
 * Rumelhart, Hinton & Williams 1986. Samples are processed in blocks (see dense.ts). A pass allocates nothing.
 */
import { isCorrect } from "../math/correct.ts";
import { sigmoid } from "../math/elementary.ts";
import { activations } from "./activations.ts";
import { WIDTH, addOuterProducts, affine, affineTransposed } from "./dense.ts";
import { addCrossEntropy } from "./loss.ts";
import { INPUTS, type Network } from "./network.ts";

/** Samples as columns: the inputs x₁ and x₂ and the label y (0 or 1) of each. */
export interface Batch {
  readonly count: number;
  readonly x1: Float64Array;
  readonly x2: Float64Array;
  readonly y: Float64Array;
}

/** Buffers for one block. `rows[0]` holds the inputs, and `rows[l]` has one row of samples for each unit of layer l. */
export type Rows = readonly Float64Array[];

/** Buffers for blocks of at most `samples` samples. */
export function createRows(network: Network, samples: number): Rows {
  return [INPUTS, ...network.layers.map(({ fanOut }) => fanOut)].map(
    (units) => new Float64Array(units * samples),
  );
}

/** Writes the inputs of the samples from … from + n − 1 into row 0. */
export function fillInputs(rows: Rows, { x1, x2 }: Batch, from: number, n: number): void {
  const inputs = rows[0]!;
  for (let s = 0; s < n; s++) {
    inputs[s] = x1[from + s]!;
    inputs[n + s] = x2[from + s]!;
  }
}

/** Computes the outputs of units first … end − 1 of layer l, counted from 0, from the outputs of the layer before. */
export function forwardLayer(
  { layers }: Network,
  params: Float64Array,
  a: Rows,
  n: number,
  l: number,
  first: number,
  end: number,
): void {
  const layer = layers[l]!;
  const out = a[l + 1]!;
  affine(layer, params, a[l]!, out, n, first, end);
  if (l + 1 < layers.length) activations[layer.activation].apply(out, first * n, end * n);
}

/** Computes rows 1 … L from the inputs in row 0. The last row holds the logit z; the caller computes ŷ = σ(z). */
export function forward(network: Network, params: Float64Array, a: Rows, n: number): void {
  const { layers } = network;
  for (let l = 0; l < layers.length; l++) forwardLayer(network, params, a, n, l, 0, layers[l]!.fanOut);
}

/** Evaluates a network on fixed samples. The numbers are those of the last pass; the next pass overwrites the arrays. */
export interface Evaluator {
  /** Runs the forward and backward pass at these parameters. */
  evaluate(params: Float64Array): void;
  /** L, the mean of ℓ over the samples, in nats. */
  readonly loss: number;
  /** ∂L/∂w of every parameter, in the order of the parameters. */
  readonly gradient: Float64Array;
  /** ŷ of every sample. */
  readonly probability: Float64Array;
  /** The number of samples classified correctly: ŷ > ½ for label 1, ŷ ≤ ½ for label 0. */
  readonly correct: number;
  /** The smallest confidence |ŷ − ½|·2 of any sample. */
  readonly leastConfidence: number;
}

/** An evaluator for these samples. It allocates its buffers once; a pass allocates nothing. */
export function createEvaluator(network: Network, batch: Batch): Evaluator {
  const { count, y } = batch;
  const a = createRows(network, Math.min(WIDTH, count));
  const delta = createRows(network, Math.min(WIDTH, count));
  const { layers } = network;
  const gradient = new Float64Array(network.size);
  const probability = new Float64Array(count);
  let loss = 0;
  let correct = 0;
  let leastConfidence = 1;

  function backward(params: Float64Array, n: number): void {
    for (let l = layers.length - 1; l >= 0; l--) {
      const layer = layers[l]!;
      addOuterProducts(layer, gradient, delta[l + 1]!, a[l]!, n);
      if (l === 0) return;
      affineTransposed(layer, params, delta[l + 1]!, delta[l]!, n);
      activations[layers[l - 1]!.activation].timesSlope(delta[l]!, a[l]!, 0, layer.fanIn * n);
    }
  }

  return {
    evaluate(params) {
      const logits = a[layers.length]!;
      const outputDelta = delta[layers.length]!;
      gradient.fill(0);
      let sum = 0;
      correct = 0;
      leastConfidence = 1;
      for (let from = 0; from < count; from += WIDTH) {
        const n = Math.min(WIDTH, count - from);
        fillInputs(a, batch, from, n);
        forward(network, params, a, n);
        sum = addCrossEntropy(sum, logits, y, from, n);
        for (let s = 0; s < n; s++) {
          const label = y[from + s]!;
          const p = sigmoid(logits[s]!);
          const confidence = Math.abs(p - 0.5) * 2;
          probability[from + s] = p;
          outputDelta[s] = p - label;
          if (isCorrect(p, label)) correct += 1;
          if (!(confidence >= leastConfidence)) leastConfidence = confidence;
        }
        backward(params, n);
      }
      for (let i = 0; i < gradient.length; i++) gradient[i] = gradient[i]! / count;
      loss = sum / count;
    },
    get loss() {
      return loss;
    },
    get correct() {
      return correct;
    },
    get leastConfidence() {
      return leastConfidence;
    },
    gradient,
    probability,
  };
}
