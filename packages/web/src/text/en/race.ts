export const messages = {
  // Result
  lossByEpoch: "Loss by epoch",
  middleOf: (seeds: number) => `: the median of ${seeds} seeds, and the range from smallest to largest`,
  lossOfEachRun: "Loss of each run",
  momentOfTheRace: "Moment of the race",
  boundaryOf: (name: string) => `Decision boundary of ${name}`,
  fitOf: (name: string) => `Fit of ${name}`,
  lossOf: (loss: string) => `loss ${loss}`,
  lossAndCorrect: (loss: string, correct: number, of: number) => `loss ${loss}, ${correct} of ${of} correct`,
  take: (name: string) => `Use ${name}`,
  sideBySide: "Side by side",
  sideBySideOf: (name: string) => `Side by side: ${name}`,
  ofTheFirstSeed: "The picture and the count show the first seed.",
  divergedAt: (epoch: string) => `diverged at epoch ${epoch}`,
  allCorrectAtTheStart: "all correct from the start",
  neverAllCorrect: "never all correct",
  firstCorrectAt: (epoch: string) => `first all correct at epoch ${epoch}`,
  correctInSeeds: (done: number, seeds: number) => `all correct in ${done} of ${seeds} seeds`,
  middleAt: (epoch: string) => `the median at epoch ${epoch}`,
  diverged: (seeds: number) => `${seeds} diverged`,

  // Verdict
  allDiverged: "Not quite. Every lane diverged, so none has a lowest loss at the end.",
  rightLane: (name: string, loss: string) => `Correct: ${name}, with ${loss}.`,
  wrongLane: (name: string, loss: string, yours: string, yourLoss: string) =>
    `Not quite. ${name} ended lowest, with ${loss}; ${yours} ended with ${yourLoss}.`,
  divergedLane: (name: string, loss: string, yours: string) =>
    `Not quite. ${name} ended lowest, with ${loss}; ${yours} diverged.`,
  rose: (yours: string, loss: string, epoch: string) =>
    `${yours} had been lower, ${loss} at epoch ${epoch}, and rose again.`,
  stillFalling: (yours: string) => `${yours} was still falling.`,
  passed: (name: string, other: string, loss: string, epoch: string) =>
    `${name} first got down to the ${loss} of ${other} at epoch ${epoch}.`,
  medians: (seeds: number) => `Each number is the median of ${seeds} seeds.`,

  // View
  whichEndsLowest: "Your guess: lowest at the end?",
  compare: "Compare",
  allOptimizers: "All optimizers",
  fourLearningRates: "Four learning rates",
  epochs: "Epochs",
  seeds: "Seeds",
  startTheRace: "Start the race",
  optimizerRace: "Optimizer race",
  notTouched: "Your run doesn’t change.",
  drawsNoWeights: (initializer: string) =>
    `The initializer ${initializer} draws no random weights, so there is only one seed. `,
  fromUntrained: (seeds: number) =>
    `Each lane trains ${seeds} untrained networks, one per seed, from epoch 0.`,
  fromEpoch: (epoch: string) =>
    `Each lane starts from the weights at epoch ${epoch}, as if you had chosen its settings there.`,
  epochAt: (epoch: string) => `Epoch ${epoch}`,
};
