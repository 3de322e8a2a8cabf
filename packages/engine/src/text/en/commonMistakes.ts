/** Feedback on a typed number, and the common mistakes that are recognized by their result. */
import { catalog, type Message } from "../message.ts";

export const commonMistakes = catalog("commonMistakes", {
  signFlipped: () => "You flipped the sign.",
  biasMissing: () => "You left out the bias.",
  weightsMissing: () => "You added the inputs without multiplying them by their weights.",
  activationMissing: () => "That’s z. You left out the activation.",
  sigmoidMissing: () => "That’s z. You left out the sigmoid.",
  complement: () => "You subtracted the activation from 1.",
  otherClass: () => "That’s 1 − ŷ, the probability of class 0.",
  sumOfLosses: () => "That’s the sum of the losses. You didn’t divide by the number of points.",
  sumOfGradients: () => "That’s the sum of the gradients. You didn’t divide by the number of points.",
  localSlopeMissing: () => "You left out f′(z).",
  localSlopeAlone: () => "That’s f′(z) alone. You left out the δs it multiplies.",
  labelMissing: () => "That’s ŷ. You didn’t subtract the label y.",
  labelAlone: () => "That’s the label y alone.",
  zForActivation: () => "You used z instead of a.",
  errorAlone: () => "That’s δ alone. You left out the input.",
  inputAlone: () => "That’s the input alone. You left out δ.",
  otherLabel: () => "That’s the loss if the label were the other class.",
  baseTen: () => "You used the logarithm to base 10 instead of ln.",
  uphill: () => "You added the step instead of subtracting it.",
  valueBefore: () => "That’s the value before the update.",
  stepAlone: () => "That’s the change alone. You left out the value before the update.",
  carryMissing: () => "You left out the old value.",
  gradientMissing: () => "You left out the new gradient.",
  correctionMissing: () => "You left out the bias correction.",
  correctionAlone: () => "That’s the bias correction alone.",
});

export const verdicts = catalog("verdicts", {
  correct: ({ value }: { value: string }) => `Correct. It’s ${value}.`,
  mistake: ({ mistake }: { mistake: Message }) => `Not quite. ${mistake.text}`,
  signIsRight: () => "Not quite. The sign is correct.",
  signIsWrong: () => "Not quite. The sign isn’t correct either.",
});
