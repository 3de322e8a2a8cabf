/**
 * The three sums of a dense layer, over a block of samples at once.
 *
 * A block of n samples is unit-major: unit u of sample s is at [u * n + s], so that the inner loops run along samples
 * and every sample's sum is independent of its neighbors. The order of the additions in each sum is part of the engine's
 * contract, because every value must be reproducible to the last bit:
 *
 *   z_j              starts at b_j, adds W_j1·a_1, W_j2·a_2, …
 *   backpropagated_k starts at +0,  adds W_1k·δ_1, W_2k·δ_2, …
 *   g_jk             starts at its present value, adds δ_j·a_k of sample 1, 2, …
 *
 * The loops handle several rows at a time, which needs fewer loads for the same additions in the same order. Where too
 * few rows are left, the last row is computed twice, with the same result.
 */

/** A product of a weight matrix or its transpose: where W(i, j), from input i to output j, stands in the parameters. */
export interface Product {
  readonly inputs: number;
  readonly outputs: number;
  /** W(i, j) is params[start + j * outStride + i * inStride]. */
  readonly start: number;
  readonly outStride: number;
  readonly inStride: number;
  /** The sum of output j starts at params[bias + j]; without a bias at +0. */
  readonly bias: number | undefined;
}

interface Shape {
  readonly fanIn: number;
  readonly fanOut: number;
  readonly weight: number;
  readonly bias: number;
}

/** z = b + W a, before the activation. */
export const forwardProduct = ({ fanIn, fanOut, weight, bias }: Shape): Product => ({
  inputs: fanIn,
  outputs: fanOut,
  start: weight,
  outStride: fanIn,
  inStride: 1,
  bias,
});

/** backpropagated = Wᵀ δ, which times the local slope f′(z) is the δ of the layer before. */
export const backwardProduct = ({ fanIn, fanOut, weight }: Shape): Product => ({
  inputs: fanOut,
  outputs: fanIn,
  start: weight,
  outStride: 1,
  inStride: fanIn,
  bias: undefined,
});

/** out_j = b_j + Σ_i W(i, j) · inp_i for the outputs first … end − 1 and n samples, i in rising order. */
export function multiply(
  { inputs, start, outStride, inStride, bias }: Product,
  w: Float64Array,
  inp: Float64Array,
  out: Float64Array,
  n: number,
  first: number,
  end: number,
): void {
  for (let j = first; j < end; j += 2) {
    const other = j + 1 < end ? 1 : 0;
    const p = j * n;
    const q = p + other * n;
    const bu = bias === undefined ? 0 : w[bias + j]!;
    const bv = bias === undefined ? 0 : w[bias + j + other]!;
    let u = start + j * outStride;
    let v = u + other * outStride;
    if (inputs === 8) {
      // The widest layer takes the most time, so its sums stay in registers.
      const r1 = n;
      const r2 = r1 + n;
      const r3 = r2 + n;
      const r4 = r3 + n;
      const r5 = r4 + n;
      const r6 = r5 + n;
      const r7 = r6 + n;
      const u0 = w[u]!;
      const u1 = w[u + inStride]!;
      const u2 = w[u + 2 * inStride]!;
      const u3 = w[u + 3 * inStride]!;
      const u4 = w[u + 4 * inStride]!;
      const u5 = w[u + 5 * inStride]!;
      const u6 = w[u + 6 * inStride]!;
      const u7 = w[u + 7 * inStride]!;
      const v0 = w[v]!;
      const v1 = w[v + inStride]!;
      const v2 = w[v + 2 * inStride]!;
      const v3 = w[v + 3 * inStride]!;
      const v4 = w[v + 4 * inStride]!;
      const v5 = w[v + 5 * inStride]!;
      const v6 = w[v + 6 * inStride]!;
      const v7 = w[v + 7 * inStride]!;
      for (let s = 0; s < n; s++) {
        const x0 = inp[s]!;
        const x1 = inp[r1 + s]!;
        const x2 = inp[r2 + s]!;
        const x3 = inp[r3 + s]!;
        const x4 = inp[r4 + s]!;
        const x5 = inp[r5 + s]!;
        const x6 = inp[r6 + s]!;
        const x7 = inp[r7 + s]!;
        out[p + s] = bu + u0 * x0 + u1 * x1 + u2 * x2 + u3 * x3 + u4 * x4 + u5 * x5 + u6 * x6 + u7 * x7;
        out[q + s] = bv + v0 * x0 + v1 * x1 + v2 * x2 + v3 * x3 + v4 * x4 + v5 * x5 + v6 * x6 + v7 * x7;
      }
      continue;
    }
    if (inputs === 2) {
      // The first layer of most networks.
      const u0 = w[u]!;
      const u1 = w[u + inStride]!;
      const v0 = w[v]!;
      const v1 = w[v + inStride]!;
      for (let s = 0; s < n; s++) {
        const x0 = inp[s]!;
        const x1 = inp[n + s]!;
        out[p + s] = bu + u0 * x0 + u1 * x1;
        out[q + s] = bv + v0 * x0 + v1 * x1;
      }
      continue;
    }
    for (let s = 0; s < n; s++) {
      out[p + s] = bu;
      out[q + s] = bv;
    }
    let i = 0;
    for (; i + 3 < inputs; i += 4) {
      const r0 = i * n;
      const r1 = r0 + n;
      const r2 = r1 + n;
      const r3 = r2 + n;
      const u0 = w[u]!;
      const u1 = w[u + inStride]!;
      const u2 = w[u + 2 * inStride]!;
      const u3 = w[u + 3 * inStride]!;
      const v0 = w[v]!;
      const v1 = w[v + inStride]!;
      const v2 = w[v + 2 * inStride]!;
      const v3 = w[v + 3 * inStride]!;
      for (let s = 0; s < n; s++) {
        const x0 = inp[r0 + s]!;
        const x1 = inp[r1 + s]!;
        const x2 = inp[r2 + s]!;
        const x3 = inp[r3 + s]!;
        const y = out[p + s]! + u0 * x0 + u1 * x1 + u2 * x2 + u3 * x3;
        const z = out[q + s]! + v0 * x0 + v1 * x1 + v2 * x2 + v3 * x3;
        out[p + s] = y;
        out[q + s] = z;
      }
      u += 4 * inStride;
      v += 4 * inStride;
    }
    for (; i < inputs; i++) {
      const r = i * n;
      const u0 = w[u]!;
      const v0 = w[v]!;
      for (let s = 0; s < n; s++) {
        const x = inp[r + s]!;
        const y = out[p + s]! + u0 * x;
        const z = out[q + s]! + v0 * x;
        out[p + s] = y;
        out[q + s] = z;
      }
      u += inStride;
      v += inStride;
    }
  }
}

/** Adds every sample's δ_j·a_k to the gradient of W_jk and its δ_j to that of b_j. */
export function addOuterProducts(
  { fanIn, fanOut, weight, bias }: Shape,
  gradient: Float64Array,
  delta: Float64Array,
  a: Float64Array,
  n: number,
): void {
  for (let j = 0; j < fanOut; j += 4) {
    const j1 = Math.min(j + 1, fanOut - 1);
    const j2 = Math.min(j + 2, fanOut - 1);
    const j3 = Math.min(j + 3, fanOut - 1);
    const p0 = j * n;
    const p1 = j1 * n;
    const p2 = j2 * n;
    const p3 = j3 * n;
    for (let k = 0; k < fanIn; k += 2) {
      const other = k + 1 < fanIn ? 1 : 0;
      const r0 = k * n;
      const r1 = r0 + other * n;
      const t = weight + j * fanIn + k;
      const u = weight + j1 * fanIn + k;
      const v = weight + j2 * fanIn + k;
      const w = weight + j3 * fanIn + k;
      let t0 = gradient[t]!;
      let t1 = gradient[t + other]!;
      let u0 = gradient[u]!;
      let u1 = gradient[u + other]!;
      let v0 = gradient[v]!;
      let v1 = gradient[v + other]!;
      let w0 = gradient[w]!;
      let w1 = gradient[w + other]!;
      for (let s = 0; s < n; s++) {
        const x0 = a[r0 + s]!;
        const x1 = a[r1 + s]!;
        const d0 = delta[p0 + s]!;
        const d1 = delta[p1 + s]!;
        const d2 = delta[p2 + s]!;
        const d3 = delta[p3 + s]!;
        t0 += d0 * x0;
        t1 += d0 * x1;
        u0 += d1 * x0;
        u1 += d1 * x1;
        v0 += d2 * x0;
        v1 += d2 * x1;
        w0 += d3 * x0;
        w1 += d3 * x1;
      }
      gradient[t] = t0;
      gradient[t + other] = t1;
      gradient[u] = u0;
      gradient[u + other] = u1;
      gradient[v] = v0;
      gradient[v + other] = v1;
      gradient[w] = w0;
      gradient[w + other] = w1;
    }
    let b0 = gradient[bias + j]!;
    let b1 = gradient[bias + j1]!;
    let b2 = gradient[bias + j2]!;
    let b3 = gradient[bias + j3]!;
    for (let s = 0; s < n; s++) {
      b0 += delta[p0 + s]!;
      b1 += delta[p1 + s]!;
      b2 += delta[p2 + s]!;
      b3 += delta[p3 + s]!;
    }
    gradient[bias + j] = b0;
    gradient[bias + j1] = b1;
    gradient[bias + j2] = b2;
    gradient[bias + j3] = b3;
  }
}
