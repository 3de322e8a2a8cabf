// tfjs doing the same work in float32, full batch, the losses from the logits.
import * as tf from "@tensorflow/tfjs";
import "@tensorflow/tfjs-backend-wasm";

/** The numbers of tensors, one after the other. */
const numbersOf = (tensors) => tensors.flatMap((tensor) => Array.from(tensor.dataSync()));

/** The engine of a job (see `jobOf` in workloads.mjs) on one of tfjs's backends. */
export async function tfjsEngine(backend, { layers, head, l2, x: rows, y: targets, optimizer: choice }) {
  await tf.setBackend(backend);
  await tf.ready();
  const x = tf.tensor2d(rows);
  const y = tf.tensor2d(targets);
  const shapes = layers.map(({ bias, weight }) => ({ fanIn: weight[0].length, fanOut: bias.length }));
  const net = layers.map(({ weight, bias, activation }) => ({
    w: tf.variable(tf.tensor2d(weight)),
    b: tf.variable(tf.tensor1d(bias)),
    activation,
  }));
  const rate = choice.learningRate;
  const optimizer = choice.name === "adam" ? tf.train.adam(rate) : tf.train.sgd(rate);
  const logits = (inputs) =>
    net.reduce((a, { w, b, activation }, l) => {
      const z = tf.add(tf.matMul(a, w, false, true), b);
      if (l === net.length - 1) return z;
      return activation === "relu" ? tf.relu(z) : tf.tanh(z);
    }, inputs);
  const dataLoss = {
    sigmoid: () => tf.losses.sigmoidCrossEntropy(y, logits(x)),
    softmax: () => tf.losses.softmaxCrossEntropy(y, logits(x)),
    identity: () => tf.losses.meanSquaredError(y, logits(x)),
  }[head.activation];
  const lossTensor = () =>
    l2 === 0
      ? dataLoss()
      : net.reduce((sum, { w }) => tf.add(sum, tf.mul(l2 / 2, tf.sum(tf.square(w)))), dataLoss());
  const loss = () => tf.tidy(() => dataLoss().dataSync()[0]);

  /** Puts a flat vector into the variables. */
  function put(params) {
    let at = 0;
    shapes.forEach(({ fanIn, fanOut }, l) => {
      tf.tidy(() => net[l].w.assign(tf.tensor2d(params.slice(at, at + fanIn * fanOut), [fanOut, fanIn])));
      at += fanIn * fanOut;
      tf.tidy(() => net[l].b.assign(tf.tensor1d(params.slice(at, at + fanOut))));
      at += fanOut;
    });
  }

  const flat = () => Float32Array.from(numbersOf(net.flatMap(({ w, b }) => [w, b])));

  return {
    use: () => tf.setBackend(backend),
    epoch() {
      optimizer.minimize(lossTensor);
    },
    loss,
    boundary(size) {
      return tf.tidy(() => {
        const center = tf.div(tf.add(tf.range(0, size), 0.5), size);
        const x1 = tf.tile(center, [size]);
        const x2 = tf.reshape(tf.tile(tf.reshape(tf.sub(1, center), [size, 1]), [1, size]), [-1]);
        return tf.sigmoid(logits(tf.stack([x1, x2], 1))).dataSync();
      });
    },
    surface(at, cells) {
      const kept = flat();
      const losses = Float64Array.from({ length: cells }, (_, cell) => {
        put(Float32Array.from(at(cell)));
        return loss();
      });
      put(kept);
      return losses;
    },
    check(epsilon) {
      const gradient = tf.tidy(() => numbersOf(Object.values(tf.variableGrads(lossTensor).grads)));
      const kept = flat();
      const moved = kept.slice();
      const errors = gradient.map((backprop, i) => {
        moved[i] = kept[i] + epsilon;
        put(moved);
        const above = loss();
        moved[i] = kept[i] - epsilon;
        put(moved);
        const below = loss();
        moved[i] = kept[i];
        const slope = (above - below) / (2 * epsilon);
        return Math.abs(slope - backprop) / Math.max(Math.abs(slope) + Math.abs(backprop), 1e-300);
      });
      put(kept);
      return errors;
    },
  };
}
