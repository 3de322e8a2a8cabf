// A network as one writes it first: arrays of arrays, one sample after the other, new arrays on the way.

const functions = {
  tanh: { f: Math.tanh, slope: (a) => 1 - a * a },
  relu: { f: (z) => Math.max(0, z), slope: (a) => (a > 0 ? 1 : 0) },
  sigmoid: { f: (z) => 1 / (1 + Math.exp(-z)), slope: (a) => a * (1 - a) },
  identity: { f: (z) => z },
  softmax: { f: (z) => z },
};

function softmax(z) {
  const most = Math.max(...z);
  const e = z.map((value) => Math.exp(value - most));
  const sum = e.reduce((total, value) => total + value);
  return e.map((value) => value / sum);
}

/** The engine of a job: see `jobOf` in workloads.mjs. */
export function plainEngine({ layers, head, l2, x, y, optimizer }) {
  const net = layers.map(({ weight, bias, activation }) => ({
    w: weight.map((row) => [...row]),
    b: [...bias],
    ...functions[activation],
  }));
  const zeros = () => net.map(({ w, b }) => ({ w: w.map((row) => row.map(() => 0)), b: b.map(() => 0) }));
  const [m, v] = [zeros(), zeros()];
  let updates = 0;

  /** a of every layer, the inputs first. */
  function forward(inputs) {
    const a = [inputs];
    for (const { w, b, f } of net) {
      const before = a.at(-1);
      a.push(
        w.map((row, j) => {
          let z = b[j];
          for (let k = 0; k < row.length; k++) z += row[k] * before[k];
          return f(z);
        }),
      );
    }
    if (head.activation === "softmax") a.push(softmax(a.pop()));
    return a;
  }

  const answer = (inputs) => forward(inputs).at(-1)[0];

  function lossOf(outputs, targets) {
    if (head.activation === "sigmoid") return -Math.log(targets[0] === 1 ? outputs[0] : 1 - outputs[0]);
    if (head.activation === "softmax") return -Math.log(outputs[targets.indexOf(1)]);
    return outputs.reduce((sum, value, j) => sum + (value - targets[j]) ** 2, 0) / outputs.length;
  }

  function gradient() {
    const g = zeros();
    for (let s = 0; s < x.length; s++) {
      const a = forward(x[s]);
      const factor = head.activation === "identity" ? 2 / y[s].length : 1;
      let delta = a.at(-1).map((value, j) => factor * (value - y[s][j]));
      for (let l = net.length - 1; l >= 0; l--) {
        const before = a[l];
        for (let j = 0; j < delta.length; j++) {
          for (let k = 0; k < before.length; k++) g[l].w[j][k] += (delta[j] * before[k]) / x.length;
          g[l].b[j] += delta[j] / x.length;
        }
        if (l === 0) break;
        delta = before.map((value, k) => {
          let blame = 0;
          for (let j = 0; j < delta.length; j++) blame += net[l].w[j][k] * delta[j];
          return blame * net[l - 1].slope(value);
        });
      }
    }
    if (l2 !== 0) {
      net.forEach(({ w }, l) =>
        w.forEach((row, j) => row.forEach((value, k) => (g[l].w[j][k] += l2 * value))),
      );
    }
    return g;
  }

  function move(values, g, m1, v1) {
    const rate = optimizer.learningRate;
    for (let i = 0; i < values.length; i++) {
      if (optimizer.name === "sgd") {
        values[i] -= rate * g[i];
      } else {
        const { beta1, beta2, eps } = optimizer;
        m1[i] = beta1 * m1[i] + (1 - beta1) * g[i];
        v1[i] = beta2 * v1[i] + (1 - beta2) * g[i] ** 2;
        const mean = m1[i] / (1 - beta1 ** updates);
        values[i] -= (rate * mean) / (Math.sqrt(v1[i] / (1 - beta2 ** updates)) + eps);
      }
    }
  }

  function loss() {
    let sum = 0;
    for (let s = 0; s < x.length; s++) sum += lossOf(forward(x[s]).at(-1), y[s]);
    return sum / x.length;
  }

  /** Every number of the parameters, as [the array it is in, its place]. */
  const places = net.flatMap(({ w, b }) => [...w, b].flatMap((row) => row.map((_, i) => [row, i])));

  return {
    epoch() {
      const g = gradient();
      updates += 1;
      net.forEach(({ w, b }, l) => {
        w.forEach((row, j) => move(row, g[l].w[j], m[l].w[j], v[l].w[j]));
        move(b, g[l].b, m[l].b, v[l].b);
      });
    },
    loss,
    boundary(size) {
      const picture = [];
      for (let r = 0; r < size; r++) {
        for (let c = 0; c < size; c++) picture.push(answer([(c + 0.5) / size, 1 - (r + 0.5) / size]));
      }
      return picture;
    },
    /** The loss at each of these places, which hold all parameters in order. */
    surface(at, cells) {
      const kept = places.map(([row, i]) => row[i]);
      const losses = [];
      for (let cell = 0; cell < cells; cell++) {
        const params = at(cell);
        places.forEach(([row, i], k) => (row[i] = params[k]));
        losses.push(loss());
      }
      places.forEach(([row, i], k) => (row[i] = kept[k]));
      return losses;
    },
    check(epsilon) {
      const g = gradient();
      const backprop = g.flatMap(({ w, b }) => w.flat().concat(b));
      return places.map(([row, i], k) => {
        const kept = row[i];
        row[i] = kept + epsilon;
        const above = loss();
        row[i] = kept - epsilon;
        const below = loss();
        row[i] = kept;
        const slope = (above - below) / (2 * epsilon);
        return Math.abs(slope - backprop[k]) / Math.max(Math.abs(slope) + Math.abs(backprop[k]), 1e-300);
      });
    },
  };
}
