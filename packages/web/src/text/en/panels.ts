export const messages = {
  scenes: { title: "Scenes", asks: "Which views do you want to present, one after another?" },
  // PanelFrame
  loading: "Loading …",
  shrink: "Shrink",
  expand: "Expand",
  close: (title: string) => `Close: ${title}`,

  // The title of each tool, by its name in the registry, and the question it answers.
  gradientCheck: {
    title: "Gradient check",
    asks: "Is backprop right? Compare every gradient with a finite difference.",
  },
  chainRule: { title: "Chain rule", asks: "Along which paths does a weight affect the loss?" },
  bugBench: { title: "Bug bench", asks: "Could you find a bug in backprop, or in the update?" },
  activation: {
    title: "Activation",
    asks: "Where is a neuron on its activation curve, and can it still learn?",
  },
  optimizerRace: {
    title: "Optimizer race",
    asks: "Which optimizer lowers the loss fastest from the same weights?",
  },
  ownData: {
    title: "Your points",
    asks: "What does the network make of points you draw or paste?",
  },
  ownCode: {
    title: "Your own code",
    asks: "Is your own training loop right? Where is its first wrong number?",
  },
  makeExercise: {
    title: "Make an exercise",
    asks: "Which numbers should the learner compute? Press them on the page.",
  },
  exporting: { title: "Export", asks: "Does PyTorch compute the same numbers? Take the run there and see." },
  audit: { title: "Audit", asks: "Is everything right? Check every step for every point." },
  beside: { title: "Side by side", asks: "What differs between two points, epochs, branches or networks?" },
  weights: { title: "Weights", asks: "What are each layer’s weights, and what changes them?" },
  sliders: {
    title: "Weights as sliders",
    asks: "How low can you get the loss by hand? Does training get lower?",
  },
  fold: {
    title: "Fold",
    asks: "How does the network fold space until one straight cut is enough?",
  },
  health: { title: "Health", asks: "Do gradients reach every layer, and can every neuron learn?" },
  lossSurface: { title: "Loss surface", asks: "What does the loss look like around the current parameters?" },
};
