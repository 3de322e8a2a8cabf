/**
 * The three sums of a dense layer, over a block of samples at once.
 *
 * A block is unit-major: unit u of sample s stands at [u * WIDTH + s], so that the inner loops run along samples and
 * every sample's sum is independent of its neighbours. The order in which one scalar is summed is part of the
 * engine's contract (every value can be recomputed to the last bit):
 *
 *   z_j      starts at b_j, adds W_j1·a_1, W_j2·a_2, …
 *   blame_k  starts at +0,  adds W_1k·δ_1, W_2k·δ_2, …
 *   g_jk     continues from what it holds, adds δ_j·a_k of sample 1, 2, …
 *
 * The loops take two outputs and four inputs at a time: fewer loads for the same additions in the same order.
 */

/** Samples per block: a layer of eight units is 16 kB, which stays in the fastest cache. */
export const WIDTH = 256;

/**
 * out_j += Σ_i W(i, j) · inp_i for `samples` samples, i in rising order.
 * W(i, j) is w[start + j * outStride + i * inStride]: one function serves W (forward) and Wᵀ (backward).
 */
function accumulate(
  out: Float64Array,
  outputs: number,
  inp: Float64Array,
  inputs: number,
  samples: number,
  w: Float64Array,
  start: number,
  outStride: number,
  inStride: number,
): void {
  for (let j = 0; j < outputs; j += 2) {
    const pair = j + 1 < outputs;
    const p = j * WIDTH;
    const q = pair ? p + WIDTH : p;
    let i = 0;
    if (pair) {
      for (; i + 3 < inputs; i += 4) {
        const r0 = i * WIDTH;
        const r1 = r0 + WIDTH;
        const r2 = r1 + WIDTH;
        const r3 = r2 + WIDTH;
        const u = start + j * outStride + i * inStride;
        const v = u + outStride;
        const u0 = w[u]!;
        const u1 = w[u + inStride]!;
        const u2 = w[u + 2 * inStride]!;
        const u3 = w[u + 3 * inStride]!;
        const v0 = w[v]!;
        const v1 = w[v + inStride]!;
        const v2 = w[v + 2 * inStride]!;
        const v3 = w[v + 3 * inStride]!;
        for (let s = 0; s < samples; s++) {
          const x0 = inp[r0 + s]!;
          const x1 = inp[r1 + s]!;
          const x2 = inp[r2 + s]!;
          const x3 = inp[r3 + s]!;
          out[p + s] = out[p + s]! + u0 * x0 + u1 * x1 + u2 * x2 + u3 * x3;
          out[q + s] = out[q + s]! + v0 * x0 + v1 * x1 + v2 * x2 + v3 * x3;
        }
      }
    }
    for (; i < inputs; i++) {
      const r = i * WIDTH;
      const u = w[start + j * outStride + i * inStride]!;
      if (pair) {
        const v = w[start + (j + 1) * outStride + i * inStride]!;
        for (let s = 0; s < samples; s++) {
          const x = inp[r + s]!;
          out[p + s] = out[p + s]! + u * x;
          out[q + s] = out[q + s]! + v * x;
        }
      } else {
        for (let s = 0; s < samples; s++) out[p + s] = out[p + s]! + u * inp[r + s]!;
      }
    }
  }
}

interface Shape {
  readonly fanIn: number;
  readonly fanOut: number;
  readonly weight: number;
  readonly bias: number;
}

/** z = b + W a, before the activation. */
export function affine(
  layer: Shape,
  params: Float64Array,
  a: Float64Array,
  z: Float64Array,
  samples: number,
): void {
  for (let j = 0; j < layer.fanOut; j++) z.fill(params[layer.bias + j]!, j * WIDTH, j * WIDTH + samples);
  accumulate(z, layer.fanOut, a, layer.fanIn, samples, params, layer.weight, layer.fanIn, 1);
}

/** blame = Wᵀ δ: what the layer before is answerable for, before its slope is multiplied in. */
export function affineTransposed(
  layer: Shape,
  params: Float64Array,
  delta: Float64Array,
  blame: Float64Array,
  samples: number,
): void {
  for (let k = 0; k < layer.fanIn; k++) blame.fill(0, k * WIDTH, k * WIDTH + samples);
  accumulate(blame, layer.fanIn, delta, layer.fanOut, samples, params, layer.weight, 1, layer.fanIn);
}

/** Adds every sample's δ_j·a_k to the gradient of W_jk and its δ_j to that of b_j. */
export function addOuterProducts(
  layer: Shape,
  gradient: Float64Array,
  delta: Float64Array,
  a: Float64Array,
  samples: number,
): void {
  const { fanIn, fanOut, weight, bias } = layer;
  for (let j = 0; j < fanOut; j++) {
    const d = j * WIDTH;
    const row = weight + j * fanIn;
    let k = 0;
    for (; k + 3 < fanIn; k += 4) {
      const r0 = k * WIDTH;
      const r1 = r0 + WIDTH;
      const r2 = r1 + WIDTH;
      const r3 = r2 + WIDTH;
      let g0 = gradient[row + k]!;
      let g1 = gradient[row + k + 1]!;
      let g2 = gradient[row + k + 2]!;
      let g3 = gradient[row + k + 3]!;
      for (let s = 0; s < samples; s++) {
        const x = delta[d + s]!;
        g0 += x * a[r0 + s]!;
        g1 += x * a[r1 + s]!;
        g2 += x * a[r2 + s]!;
        g3 += x * a[r3 + s]!;
      }
      gradient[row + k] = g0;
      gradient[row + k + 1] = g1;
      gradient[row + k + 2] = g2;
      gradient[row + k + 3] = g3;
    }
    for (; k < fanIn; k++) {
      const r = k * WIDTH;
      let g = gradient[row + k]!;
      for (let s = 0; s < samples; s++) g += delta[d + s]! * a[r + s]!;
      gradient[row + k] = g;
    }
    let g = gradient[bias + j]!;
    for (let s = 0; s < samples; s++) g += delta[d + s]!;
    gradient[bias + j] = g;
  }
}
