// The three training workloads: the same data, shapes and optimizers for every engine.

const hidden = (activation, ...units) => units.map((n) => ({ units: n, activation }));

function workload(name, dataset, layers, optimizer) {
  return {
    name,
    experiment: {
      version: 1,
      dataset,
      network: { hidden: layers, initializer: { name: "torch", seed: 1 } },
      optimizer,
      training: { epochs: 5_000_000, autoStop: false },
    },
  };
}

const moons = (points) => ({ name: "moons", points, noise: 0.05, seed: 1 });

export const workloads = [
  workload("XOR, 2-4-4-1 tanh, SGD", { name: "xor" }, hidden("tanh", 4, 4), {
    name: "sgd",
    learningRate: 0.1,
  }),
  workload("120 points, 2-8-8-1 tanh, Adam", moons(120), hidden("tanh", 8, 8), {
    name: "adam",
    learningRate: 0.01,
  }),
  workload("500 points, 2-8-8-8-8-1 ReLU, Adam", moons(500), hidden("relu", 8, 8, 8, 8), {
    name: "adam",
    learningRate: 0.001,
  }),
];
