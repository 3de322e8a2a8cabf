// A network in straightforward typed arrays: one sample after the other, nothing allocated on the way.

/** The engine of a job: see `jobOf` in workloads.mjs. */
export function typedEngine({ layers, x, y, optimizer }) {
  const sizes = [2, ...layers.map(({ bias }) => bias.length)];
  const kinds = layers.map(({ activation }) => activation);
  const size = layers.reduce((sum, { bias }, l) => sum + bias.length * (sizes[l] + 1), 0);
  const params = Float64Array.from(layers.flatMap(({ weight, bias }) => [...weight.flat(), ...bias]));
  const [g, m, v] = [0, 1, 2].map(() => new Float64Array(size));
  const a = sizes.map((units) => new Float64Array(units));
  const delta = sizes.map((units) => new Float64Array(units));
  const count = x.length;
  const x1 = Float64Array.from(x, (row) => row[0]);
  const x2 = Float64Array.from(x, (row) => row[1]);
  const labels = Float64Array.from(y);
  let updates = 0;

  function forward(u, w) {
    a[0][0] = u;
    a[0][1] = w;
    let at = 0;
    for (let l = 0; l < kinds.length; l++) {
      const [before, out, kind] = [a[l], a[l + 1], kinds[l]];
      const bias = at + before.length * out.length;
      for (let j = 0; j < out.length; j++) {
        let z = params[bias + j];
        for (let k = 0; k < before.length; k++) z += params[at + j * before.length + k] * before[k];
        if (kind === "tanh") out[j] = Math.tanh(z);
        else if (kind === "relu") out[j] = z > 0 ? z : 0;
        else out[j] = 1 / (1 + Math.exp(-z));
      }
      at = bias + out.length;
    }
    return a[kinds.length][0];
  }

  const lossOf = (p, label) => -Math.log(label === 1 ? p : 1 - p);

  /** Fills g and gives the loss. */
  function gradient() {
    g.fill(0);
    let sum = 0;
    for (let s = 0; s < count; s++) {
      const p = forward(x1[s], x2[s]);
      sum += lossOf(p, labels[s]);
      delta[kinds.length][0] = p - labels[s];
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
    return sum / count;
  }

  function loss() {
    let sum = 0;
    for (let s = 0; s < count; s++) sum += lossOf(forward(x1[s], x2[s]), labels[s]);
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
      for (let r = 0; r < cells; r++) {
        for (let c = 0; c < cells; c++) {
          picture[r * cells + c] = forward((c + 0.5) / cells, 1 - (r + 0.5) / cells);
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
