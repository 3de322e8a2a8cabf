// A network in straightforward typed arrays: one sample after the other, nothing allocated on the way.

/** The engine of a job: see `jobOf` in workloads.mjs. */
export function typedEngine({ layers, head, l2, x, y, optimizer }) {
  const inputs = x[0].length;
  const outputs = y[0].length;
  const sizes = [inputs, ...layers.map(({ bias }) => bias.length)];
  const kinds = layers.map(({ activation }) => activation);
  const size = layers.reduce((sum, { bias }, l) => sum + bias.length * (sizes[l] + 1), 0);
  const params = Float64Array.from(layers.flatMap(({ weight, bias }) => [...weight.flat(), ...bias]));
  const [g, m, v] = [0, 1, 2].map(() => new Float64Array(size));
  const a = sizes.map((units) => new Float64Array(units));
  const delta = sizes.map((units) => new Float64Array(units));
  const count = x.length;
  const xs = Float64Array.from(x.flat());
  const ys = Float64Array.from(y.flat());
  let updates = 0;

  /** The outputs for the inputs from a place on. */
  function forward(from, at0) {
    for (let k = 0; k < inputs; k++) a[0][k] = from[at0 + k];
    let at = 0;
    for (let l = 0; l < kinds.length; l++) {
      const [before, out, kind] = [a[l], a[l + 1], kinds[l]];
      const bias = at + before.length * out.length;
      for (let j = 0; j < out.length; j++) {
        let z = params[bias + j];
        for (let k = 0; k < before.length; k++) z += params[at + j * before.length + k] * before[k];
        if (kind === "tanh") out[j] = Math.tanh(z);
        else if (kind === "relu") out[j] = z > 0 ? z : 0;
        else if (kind === "sigmoid") out[j] = 1 / (1 + Math.exp(-z));
        else out[j] = z;
      }
      at = bias + out.length;
    }
    const last = a[kinds.length];
    if (head.activation !== "softmax") return last;
    let most = last[0];
    for (let j = 1; j < outputs; j++) if (last[j] > most) most = last[j];
    let sum = 0;
    for (let j = 0; j < outputs; j++) {
      last[j] = Math.exp(last[j] - most);
      sum += last[j];
    }
    for (let j = 0; j < outputs; j++) last[j] /= sum;
    return last;
  }

  /** The loss of sample s, whose outputs are in the last layer. */
  function lossOf(s) {
    const last = a[kinds.length];
    if (head.activation === "sigmoid") return -Math.log(ys[s] === 1 ? last[0] : 1 - last[0]);
    let sum = 0;
    for (let j = 0; j < outputs; j++) {
      const target = ys[s * outputs + j];
      if (head.activation === "identity") sum += (last[j] - target) * (last[j] - target);
      else if (target === 1) return -Math.log(last[j]);
    }
    return sum / outputs;
  }

  /** Fills g and gives the loss. */
  function gradient() {
    g.fill(0);
    let sum = 0;
    for (let s = 0; s < count; s++) {
      const last = forward(xs, s * inputs);
      sum += lossOf(s);
      const factor = head.activation === "identity" ? 2 / outputs : 1;
      for (let j = 0; j < outputs; j++) {
        delta[kinds.length][j] = factor * (last[j] - ys[s * outputs + j]);
      }
      let end = size;
      for (let l = kinds.length - 1; l >= 0; l--) {
        const [before, d] = [a[l], delta[l + 1]];
        const bias = end - d.length;
        const at = bias - before.length * d.length;
        for (let j = 0; j < d.length; j++) {
          for (let k = 0; k < before.length; k++) g[at + j * before.length + k] += d[j] * before[k];
          g[bias + j] += d[j];
        }
        if (l > 0) {
          const kind = kinds[l - 1];
          for (let k = 0; k < before.length; k++) {
            let blame = 0;
            for (let j = 0; j < d.length; j++) blame += params[at + j * before.length + k] * d[j];
            const value = before[k];
            if (kind === "tanh") delta[l][k] = blame * (1 - value * value);
            else if (kind === "relu") delta[l][k] = value > 0 ? blame : 0;
            else delta[l][k] = blame * value * (1 - value);
          }
        }
        end = at;
      }
    }
    for (let i = 0; i < size; i++) g[i] /= count;
    if (l2 !== 0) {
      let at = 0;
      for (let l = 0; l < kinds.length; l++) {
        const bias = at + sizes[l] * sizes[l + 1];
        for (let i = at; i < bias; i++) g[i] += l2 * params[i];
        at = bias + sizes[l + 1];
      }
    }
    return sum / count;
  }

  function loss() {
    let sum = 0;
    for (let s = 0; s < count; s++) {
      forward(xs, s * inputs);
      sum += lossOf(s);
    }
    return sum / count;
  }

  return {
    epoch() {
      gradient();
      updates += 1;
      const { name, learningRate: rate, beta1, beta2, eps } = optimizer;
      if (name === "sgd") {
        for (let i = 0; i < size; i++) params[i] -= rate * g[i];
        return;
      }
      const [unbias1, unbias2] = [1 - beta1 ** updates, 1 - beta2 ** updates];
      for (let i = 0; i < size; i++) {
        m[i] = beta1 * m[i] + (1 - beta1) * g[i];
        v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
        params[i] -= (rate * (m[i] / unbias1)) / (Math.sqrt(v[i] / unbias2) + eps);
      }
    },
    loss,
    boundary(cells) {
      const picture = new Float64Array(cells * cells);
      const at = new Float64Array(2);
      for (let r = 0; r < cells; r++) {
        for (let c = 0; c < cells; c++) {
          at[0] = (c + 0.5) / cells;
          at[1] = 1 - (r + 0.5) / cells;
          [picture[r * cells + c]] = forward(at, 0);
        }
      }
      return picture;
    },
    /** The loss at each of these places, which hold all parameters in order. */
    surface(at, cells) {
      const kept = params.slice();
      const losses = new Float64Array(cells);
      for (let cell = 0; cell < cells; cell++) {
        params.set(at(cell));
        losses[cell] = loss();
      }
      params.set(kept);
      return losses;
    },
    check(epsilon) {
      gradient();
      return params.map((kept, i) => {
        params[i] = kept + epsilon;
        const above = loss();
        params[i] = kept - epsilon;
        const below = loss();
        params[i] = kept;
        const slope = (above - below) / (2 * epsilon);
        return Math.abs(slope - g[i]) / Math.max(Math.abs(slope) + Math.abs(g[i]), 1e-300);
      });
    },
  };
}
