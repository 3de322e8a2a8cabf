/** Softmax with cross-entropy, in writing. */
import { captions } from "#text/captions";
import { commonMistakes } from "#text/commonMistakes";
import type { Expression } from "../../math/expression.ts";
import type { HeadWriting, Refs } from "../head.ts";
import { mistaken } from "../commonMistakes.ts";

/** Σ of the zs: what somebody divides by who forgets to raise e to them. */
const sumOfZ = ({ outputs, z }: Refs): Expression => ["sum", ...outputs.map(z)];

export const softmaxCrossEntropy: HeadWriting = {
  output: (refs, j) => ({
    expression: ["/", refs.ez(j), refs.total],
    caption: captions.probability({ label: j - 1 }),
    commonMistakes: ({ at }) => [
      mistaken(at, refs.ez(j), commonMistakes.notNormalized()),
      mistaken(at, ["/", refs.z(j), sumOfZ(refs)], commonMistakes.exponentialMissing()),
      mistaken(at, ["sigmoid", refs.z(j)], commonMistakes.sigmoidForSoftmax()),
    ],
  }),
  loss: ({ own = 1, z, zmax, rest, outputs, output }) => ({
    expression: ["+", ["-", zmax, z(own)], ["log1p", rest]],
    caption: captions.lossOfClass({ label: own - 1 }),
    commonMistakes: ({ at, value }) => [
      { value: value / Math.LN10, text: commonMistakes.baseTen() },
      mistaken(at, output(own), commonMistakes.logarithmMissing()),
      ...outputs
        .filter((j) => j !== own)
        .map((j) =>
          mistaken(
            at,
            ["+", ["-", zmax, z(j)], ["log1p", rest]],
            commonMistakes.otherClassLoss({ label: j - 1 }),
          ),
        ),
    ],
  }),
  textbookLoss: ({ own = 1, output }) => ({
    expression: ["neg", ["log1p", ["-", output(own), 1]]],
    symbols: "\\ell = -\\sum_j y_j \\ln p_j",
  }),
  delta: ({ output, y }, j) => ({
    expression: ["-", output(j), y(j)],
    caption: captions.outputErrorOfClass({ label: j - 1 }),
    commonMistakes: ({ at }) => [
      mistaken(at, output(j), commonMistakes.targetMissing()),
      mistaken(at, ["-", output(j), 1], commonMistakes.oneForTarget()),
      mistaken(at, y(j), commonMistakes.targetAlone()),
    ],
  }),
  confidence({ outputs, output }) {
    const guess: Expression = ["/", 1, outputs.length];
    return ["/", ["-", ["max", ...outputs.map(output)], guess], ["-", 1, guess]];
  },
  usesOfZ: ({ zmax, ez }, j) => [zmax, ez(j)],
  lossFromZ: ({ own }, j) => j === own,
  lossFromOutputs: false,
};
