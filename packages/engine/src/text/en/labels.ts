/** The names of datasets, activations, initializers, optimizers, and hyperparameters in menus and sliders. */

export const datasetNames = {
  circles: "Circles",
  moons: "Moons",
  spiral: "Spiral",
  linear: "Linear",
  clusters: "Clusters",
  xor: "XOR",
  and: "AND",
  or: "OR",
};

export const activationNames = {
  relu: "ReLU",
  tanh: "tanh",
  sigmoid: "Sigmoid",
  leakyRelu: "Leaky ReLU",
  identity: "Identity",
};

export const initializerNames = {
  torch: "PyTorch",
  xavier: "Xavier",
  he: "He",
  zeros: "Zeros",
};

export const optimizerNames = {
  sgd: "SGD",
  momentum: "Momentum",
  rmsprop: "RMSProp",
  adam: "Adam",
};

export const hyperparameterNames = {
  learningRate: "Learning rate",
  momentum: "Momentum",
  alpha: "Alpha",
  beta1: "Beta 1",
  beta2: "Beta 2",
  epsilon: "Epsilon",
};
