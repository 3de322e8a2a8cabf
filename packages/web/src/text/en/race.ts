export const words = {
  // Result
  lossByEpoch: "Loss by epoch",
  middleOf: (seeds: number) => `: the middle one of ${seeds} seeds, and from the smallest to the largest`,
  lossOfEachLane: "Loss of each lane",
  momentOfTheRace: "Moment of the race",
  boundaryOf: (name: string) => `Decision boundary of ${name}`,
  lossAndCorrect: (loss: string, correct: number, of: number) => `loss ${loss}, ${correct} of ${of}`,
  take: (name: string) => `Take ${name}`,
  ofTheFirstSeed: "Picture and count are of the first seed.",
  divergedAt: (epoch: string) => `diverged at epoch ${epoch}`,
  neverAllRight: "never all right",
  firstRightAt: (epoch: string) => `all right first at epoch ${epoch}`,
  rightInSeeds: (done: number, seeds: number) => `all right in ${done} of ${seeds} seeds`,
  middleAt: (epoch: string) => `the middle one at epoch ${epoch}`,
  diverged: (seeds: number) => `${seeds} diverged`,

  // View
  lanes: "Lanes",
  fourOptimizers: "Four optimizers",
  fourLearningRates: "Four learning rates",
  epochs: "Epochs",
  seeds: "Seeds",
  startTheRace: "Start the race",
  optimizerRace: "Optimizer race",
  notTouched: "Your run is not touched.",
  drawsNoWeights: (initializer: string) =>
    `The initializer ${initializer} draws no random weights, so there is one seed. `,
  fromUntrained: (seeds: number) =>
    `Every lane trains the untrained networks of ${seeds} seeds, from epoch 0.`,
  fromEpoch: (epoch: string) =>
    `Every lane begins with the weights of epoch ${epoch}, as if its optimizer were chosen there.`,
  epochAt: (epoch: string) => `Epoch ${epoch}`,
};
