export const words = {
  scenes: { title: "Scenes", asks: "What do you want to show, one thing after the other?" },
  // PanelFrame
  shrink: "Shrink",
  expand: "Expand",
  close: (title: string) => `Close: ${title}`,

  // Tools
  tools: "Tools",

  // What each tool is called, and the question it answers.
  gradientCheck: { title: "Gradient check", asks: "Is backprop right? Each slope is measured without it." },
  chainRule: { title: "Chain rule", asks: "Through which factors does a weight reach the loss?" },
  bugs: { title: "Bug bench", asks: "Would you notice a mistake in backprop?" },
  activation: {
    title: "Activation",
    asks: "Where on its curve does a neuron stand, and can it still learn?",
  },
  race: { title: "Optimizer race", asks: "Which optimizer gets there first, from the same weights?" },
  ownData: {
    title: "Own points",
    asks: "What does the network make of your own points? Draw them, or paste a table.",
  },
  export: { title: "Export", asks: "Does it come out the same elsewhere? Take it to PyTorch and see." },
  audit: { title: "Audit", asks: "Is every point, and every line of its way, as it should be?" },
  weights: { title: "Weights", asks: "What does each layer hold, and what moves it?" },
  health: { title: "Health", asks: "Do gradients reach every layer, and can every neuron learn?" },
  lossSurface: { title: "Loss surface", asks: "What does the loss look like around the present parameters?" },
};
