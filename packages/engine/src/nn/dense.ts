/**
 * The three sums of a dense layer, over a block of samples at once.
 *
 * A block of n samples is unit-major: unit u of sample s stands at [u * n + s], so that the inner loops run along samples
 * and every sample's sum is independent of its neighbours. The order in which one scalar is summed is part of the
 * engine's contract (every value can be recomputed to the last bit):
 *
 *   z_j      starts at b_j, adds W_j1·a_1, W_j2·a_2, …
 *   blame_k  starts at +0,  adds W_1k·δ_1, W_2k·δ_2, …
 *   g_jk     continues from what it holds, adds δ_j·a_k of sample 1, 2, …
 *
 * The loops take four rows of one kind and several of the other at a time: fewer loads for the same additions in the
 * same order. Where fewer rows are left the last one is taken again; its sum is found twice, and it is the same.
 */

/** At most so many samples in a block: two layers of eight units are 16 kB, which stay in the fastest cache. */
export const WIDTH = 128;

/**
 * out_j += Σ_i W(i, j) · inp_i for the outputs first … end − 1 and n samples, i in rising order.
 * W(i, j) is w[start + j * outStride + i * inStride]: one function serves W (forward) and Wᵀ (backward).
 */
function accumulate(
  out: Float64Array,
  first: number,
  end: number,
  inp: Float64Array,
  inputs: number,
  n: number,
  w: Float64Array,
  start: number,
  outStride: number,
  inStride: number,
): void {
  for (let j = first; j < end; j += 4) {
    const j1 = Math.min(j + 1, end - 1);
    const j2 = Math.min(j + 2, end - 1);
    const j3 = Math.min(j + 3, end - 1);
    const p0 = j * n;
    const p1 = j1 * n;
    const p2 = j2 * n;
    const p3 = j3 * n;
    let i = 0;
    for (; i + 3 < inputs; i += 4) {
      const r0 = i * n;
      const r1 = r0 + n;
      const r2 = r1 + n;
      const r3 = r2 + n;
      const column = start + i * inStride;
      const a = column + j * outStride;
      const b = column + j1 * outStride;
      const c = column + j2 * outStride;
      const d = column + j3 * outStride;
      const a0 = w[a]!;
      const a1 = w[a + inStride]!;
      const a2 = w[a + 2 * inStride]!;
      const a3 = w[a + 3 * inStride]!;
      const b0 = w[b]!;
      const b1 = w[b + inStride]!;
      const b2 = w[b + 2 * inStride]!;
      const b3 = w[b + 3 * inStride]!;
      const c0 = w[c]!;
      const c1 = w[c + inStride]!;
      const c2 = w[c + 2 * inStride]!;
      const c3 = w[c + 3 * inStride]!;
      const d0 = w[d]!;
      const d1 = w[d + inStride]!;
      const d2 = w[d + 2 * inStride]!;
      const d3 = w[d + 3 * inStride]!;
      for (let s = 0; s < n; s++) {
        const x0 = inp[r0 + s]!;
        const x1 = inp[r1 + s]!;
        const x2 = inp[r2 + s]!;
        const x3 = inp[r3 + s]!;
        const z0 = out[p0 + s]! + a0 * x0 + a1 * x1 + a2 * x2 + a3 * x3;
        const z1 = out[p1 + s]! + b0 * x0 + b1 * x1 + b2 * x2 + b3 * x3;
        const z2 = out[p2 + s]! + c0 * x0 + c1 * x1 + c2 * x2 + c3 * x3;
        const z3 = out[p3 + s]! + d0 * x0 + d1 * x1 + d2 * x2 + d3 * x3;
        out[p0 + s] = z0;
        out[p1 + s] = z1;
        out[p2 + s] = z2;
        out[p3 + s] = z3;
      }
    }
    for (; i < inputs; i++) {
      const r = i * n;
      const column = start + i * inStride;
      const a = w[column + j * outStride]!;
      const b = w[column + j1 * outStride]!;
      const c = w[column + j2 * outStride]!;
      const d = w[column + j3 * outStride]!;
      for (let s = 0; s < n; s++) {
        const x = inp[r + s]!;
        const z0 = out[p0 + s]! + a * x;
        const z1 = out[p1 + s]! + b * x;
        const z2 = out[p2 + s]! + c * x;
        const z3 = out[p3 + s]! + d * x;
        out[p0 + s] = z0;
        out[p1 + s] = z1;
        out[p2 + s] = z2;
        out[p3 + s] = z3;
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

/** z = b + W a, before the activation, of the units first … end − 1. */
export function affine(
  layer: Shape,
  params: Float64Array,
  a: Float64Array,
  z: Float64Array,
  n: number,
  first = 0,
  end = layer.fanOut,
): void {
  for (let j = first; j < end; j++) {
    const b = params[layer.bias + j]!;
    for (let s = j * n; s < j * n + n; s++) z[s] = b;
  }
  accumulate(z, first, end, a, layer.fanIn, n, params, layer.weight, layer.fanIn, 1);
}

/** blame = Wᵀ δ: what the layer before is answerable for, before its slope is multiplied in. */
export function affineTransposed(
  layer: Shape,
  params: Float64Array,
  delta: Float64Array,
  blame: Float64Array,
  n: number,
): void {
  for (let s = 0; s < layer.fanIn * n; s++) blame[s] = 0;
  accumulate(blame, 0, layer.fanIn, delta, layer.fanOut, n, params, layer.weight, 1, layer.fanIn);
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
