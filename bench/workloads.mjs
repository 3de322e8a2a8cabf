// The workloads: the same data, shapes and optimizers for every engine.
import { cellCenter, createPlane, parametersAt, unpack } from "../packages/engine/dist/index.js";

const hidden = (activation, ...units) => units.map((n) => ({ units: n, activation }));

function training(name, dataset, layers, optimizer, more = {}) {
  return {
    name,
    experiment: {
      version: 1,
      dataset,
      network: { hidden: layers, initializer: { name: "torch", seed: 1 } },
      optimizer,
      training: { epochs: 5_000_000, autoStop: false },
      ...more,
    },
  };
}

const moons = (points) => ({ name: "moons", points, noise: 0.05, seed: 1 });

export const trainings = [
  training("XOR, 2-4-4-1 tanh, SGD", { name: "xor" }, hidden("tanh", 4, 4), {
    name: "sgd",
    learningRate: 0.1,
  }),
  training("120 points, 2-8-8-1 tanh, Adam", moons(120), hidden("tanh", 8, 8), {
    name: "adam",
    learningRate: 0.01,
  }),
  training("500 points, 2-8-8-8-8-1 ReLU, Adam", moons(500), hidden("relu", 8, 8, 8, 8), {
    name: "adam",
    learningRate: 0.001,
  }),
  training("150 points, 2-8-3 tanh, softmax, Adam", { name: "iris" }, hidden("tanh", 8), {
    name: "adam",
    learningRate: 0.01,
  }),
  training(
    "60 points, 1-8-8-1 tanh, MSE, Adam",
    { name: "sine", points: 60, noise: 0.1, seed: 1 },
    hidden("tanh", 8, 8),
    { name: "adam", learningRate: 0.01 },
  ),
  training(
    "342 points, 4-8-3 tanh, softmax with L2, Adam",
    { name: "penguins", columns: [1, 2, 3, 4] },
    hidden("tanh", 8),
    { name: "adam", learningRate: 0.01 },
    { regularization: { l2: 0.001 } },
  ),
];

/** What an engine that is not ours gets: everything as plain arrays. */
export function jobOf({ network, train, initialParams, experiment }) {
  const { head } = network;
  const rows = (columns) => Array.from({ length: train.count }, (_, s) => columns.map((column) => column[s]));
  return {
    layers: unpack(network, initialParams).map(({ weight, bias }, l) => ({
      weight,
      bias,
      activation: network.layers[l].activation,
    })),
    head: { activation: head.activation, loss: head.loss },
    l2: experiment.regularization?.l2 ?? 0,
    x: rows(train.features),
    y: rows(train.targets),
    optimizer: experiment.optimizer,
  };
}

/** A square of a plane through the present parameters of a session. */
export function squareOf({ network, params, gradient }, directions, reach, size) {
  const plane = createPlane(network, params, gradient, directions);
  const places = Array.from({ length: size * size }, (_, cell) =>
    cellCenter({ center: plane.center, reach, size }, Math.floor(cell / size), cell % size),
  );
  const at = new Float64Array(network.size);
  return {
    plane,
    reach,
    size,
    places,
    /** All parameters at a cell. */
    at(cell) {
      parametersAt(plane, places[cell], at);
      return at;
    },
  };
}
