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
  blobs: "Blobs",
  pinwheel: "Pinwheel",
  rings: "Rings",
  line: "Line",
  sine: "Sine",
  step: "Step",
  bumps: "Bumps",
  plane: "Plane",
  hills: "Hills",
  iris: "Iris",
  penguins: "Penguins",
};

export const realColumns = {
  sepalLength: "sepal length",
  sepalWidth: "sepal width",
  petalLength: "petal length",
  petalWidth: "petal width",
  billLength: "bill length",
  billDepth: "bill depth",
  flipperLength: "flipper length",
  bodyMass: "body mass",
};

export const species = {
  setosa: "Setosa",
  versicolor: "Versicolor",
  virginica: "Virginica",
  adelie: "Adélie",
  chinstrap: "Chinstrap",
  gentoo: "Gentoo",
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
  nesterov: "Nesterov",
  adagrad: "AdaGrad",
  rmsprop: "RMSProp",
  adam: "Adam",
  adamw: "AdamW",
};

export const regularizerNames = { l1: "L1", l2: "L2" };

export const hyperparameterNames = {
  learningRate: "Learning rate",
  momentum: "Momentum",
  alpha: "Alpha",
  beta1: "Beta 1",
  beta2: "Beta 2",
  epsilon: "Epsilon",
  weightDecay: "Weight decay",
};
