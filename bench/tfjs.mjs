// tfjs doing the same work: full batch, binary cross-entropy from the logit, float32.
import * as tf from "@tensorflow/tfjs";
import "@tensorflow/tfjs-backend-wasm";

/** A function that trains one epoch on a backend. */
export async function tfjsEpoch(backend, session) {
  await tf.setBackend(backend);
  await tf.ready();
  const { samples, network, experiment } = session;
  const rows = Array.from({ length: samples.count }, (_, s) => [samples.x1[s], samples.x2[s]]);
  const x = tf.tensor2d(rows);
  const y = tf.tensor2d([...samples.y], [samples.count, 1]);
  const layers = network.layers.map(({ fanIn, fanOut, weight, bias, activation }) => {
    const w = Array.from({ length: fanIn }, (_, k) =>
      Array.from({ length: fanOut }, (_unused, j) => session.params[weight + j * fanIn + k]),
    );
    return {
      w: tf.variable(tf.tensor2d(w)),
      b: tf.variable(tf.tensor1d([...session.params.subarray(bias, bias + fanOut)])),
      activation,
    };
  });
  const forward = () =>
    layers.reduce((a, { w, b, activation }, l) => {
      const z = tf.add(tf.matMul(a, w), b);
      if (l === layers.length - 1) return z;
      return activation === "relu" ? tf.relu(z) : tf.tanh(z);
    }, x);
  const { name, learningRate } = experiment.optimizer;
  const optimizer = name === "adam" ? tf.train.adam(learningRate) : tf.train.sgd(learningRate);
  return {
    epoch() {
      optimizer.minimize(() => tf.losses.sigmoidCrossEntropy(y, forward()));
    },
    loss() {
      return tf.tidy(() => tf.losses.sigmoidCrossEntropy(y, forward()).dataSync()[0]);
    },
    use: () => tf.setBackend(backend),
  };
}
