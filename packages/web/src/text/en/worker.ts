export const messages = {
  // branches
  neuron: (unit: number, layer: number) => `neuron ${unit} in layer ${layer}`,
  allPointsCorrect: "all points correct",
  shareCorrect: (share: number) => `${share}% correct`,
  died: (neuron: string) => `${neuron} died`,

  // client
  cannotLoad: "The background trainer couldn’t be loaded",
  cannotRead: "A message from the background trainer couldn’t be read",

  // supervisor
  noAnswer: "The background trainer stopped responding",
};
