/** One sigmoid with binary cross-entropy, in writing. */
import { captions } from "#text/captions";
import { commonMistakes } from "#text/commonMistakes";
import type { HeadWriting } from "../head.ts";
import { mistaken } from "../commonMistakes.ts";

export const sigmoidCrossEntropy: HeadWriting = {
  output: ({ z }) => ({
    expression: ["sigmoid", z(1)],
    caption: captions.prediction(),
    commonMistakes: ({ at, value }) => [
      mistaken(at, z(1), commonMistakes.sigmoidMissing()),
      { value: 1 - value, text: commonMistakes.otherClass() },
    ],
  }),
  loss: ({ z, y }) => ({
    expression: ["+", ["-", ["relu", z(1)], ["*", z(1), y(1)]], ["log1p", ["exp", ["neg", ["abs", z(1)]]]]],
    caption: captions.loss(),
    commonMistakes({ at, value }) {
      // ℓ with the other label: ℓ(1 − y) = ℓ(y) + z·y − z·(1 − y).
      const [logit, label] = [at(z(1)), at(y(1))];
      return [
        { value: value + logit * label - logit * (1 - label), text: commonMistakes.otherLabel() },
        { value: value / Math.LN10, text: commonMistakes.baseTen() },
      ];
    },
  }),
  textbookLoss: ({ output, y }) => ({
    expression: [
      "neg",
      [
        "+",
        ["*", y(1), ["log1p", ["-", output(1), 1]]],
        ["*", ["-", 1, y(1)], ["log1p", ["neg", output(1)]]],
      ],
    ],
    symbols: "\\ell = -\\left[y \\ln \\hat y + (1 - y) \\ln(1 - \\hat y)\\right]",
  }),
  delta: ({ output, y }) => ({
    expression: ["-", output(1), y(1)],
    caption: captions.outputError(),
    commonMistakes: ({ at }) => [
      mistaken(at, output(1), commonMistakes.labelMissing()),
      mistaken(at, y(1), commonMistakes.labelAlone()),
    ],
  }),
  confidence: ({ output }) => ["*", ["abs", ["-", output(1), 0.5]], 2],
  usesOfZ: ({ output }) => [output(1)],
  lossFromZ: () => true,
  lossFromOutputs: false,
};
