export const words = {
  // answer

  // branches
  neuron: (unit: number, layer: number) => `neuron ${unit} of layer ${layer}`,
  allPointsRight: "all points right",
  shareRight: (share: number) => `${share} % right`,
  died: (neuron: string) => `${neuron} died`,

  // client
  cannotLoad: "The worker could not be loaded",
  cannotRead: "A message could not be read",

  // keeper
  noAnswer: "It did not answer any more",
};
