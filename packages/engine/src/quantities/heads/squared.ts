/** Squared errors, in writing. */
import { captions } from "#text/captions";
import { commonMistakes } from "#text/commonMistakes";
import { type Expression, substitute } from "../../math/expression.ts";
import { type Activation, activationOf } from "../../nn/activations.ts";
import type { Head } from "../../nn/head.ts";
import type { HeadWriting, Refs } from "../head.ts";
import { mistaken } from "../commonMistakes.ts";

/** ŷⱼ − yⱼ. */
const errorOf = ({ output, y }: Refs, j: number): Expression => ["-", output(j), y(j)];

/** Σⱼ (ŷⱼ − yⱼ)². */
const squares = (refs: Refs): Expression => [
  "sum",
  ...refs.outputs.map((j): Expression => ["power", errorOf(refs, j), 2]),
];

/** What is written and said of a head with a squared loss. */
export function squared({ targets, activation, loss }: Head): HeadWriting {
  const { value, slopeValue }: Activation = activationOf({ activation });
  const half = loss === "squaredError";
  const flat = activation === "identity";
  const slope = ({ output }: Refs, j: number): Expression => substitute(slopeValue, () => output(j));

  /** ∂ℓ/∂ŷⱼ. */
  function outer(refs: Refs, j: number): Expression {
    if (half) return errorOf(refs, j);
    const doubled: Expression = ["*", 2, errorOf(refs, j)];
    return refs.outputs.length === 1 ? doubled : ["/", doubled, refs.outputs.length];
  }

  function lossOf(refs: Refs): Expression {
    if (half) return ["*", 0.5, squares(refs)];
    return refs.outputs.length === 1 ? squares(refs) : ["/", squares(refs), refs.outputs.length];
  }

  return {
    output: (refs, j) => ({
      expression: substitute(value, () => refs.z(j)),
      caption:
        targets === "values"
          ? captions.predictedValue({ j, activation, only: refs.outputs.length === 1 })
          : targets === "binary"
            ? captions.prediction()
            : captions.probabilityOfSigmoid({ label: j - 1 }),
      commonMistakes: ({ at, value: right }) =>
        flat
          ? []
          : [
              mistaken(at, refs.z(j), commonMistakes.activationMissing()),
              ...(targets === "values" ? [] : [{ value: 1 - right, text: commonMistakes.otherClass() }]),
            ],
    }),
    loss: (refs) => ({
      expression: lossOf(refs),
      caption: captions.squaredLoss({ half, outputs: refs.outputs.length }),
      commonMistakes: ({ at, value: right }) => [
        half
          ? { value: 2 * right, text: commonMistakes.halfMissing() }
          : { value: right / 2, text: commonMistakes.halfTooMany() },
        ...(refs.outputs.length === 1
          ? [mistaken(at, errorOf(refs, 1), commonMistakes.squareMissing())]
          : [mistaken(at, squares(refs), commonMistakes.sumOfSquares())]),
      ],
    }),
    textbookLoss(refs) {
      const error = refs.outputs.length === 1 && targets !== "classes" ? "(\\hat y - y)^2" : undefined;
      const factor = half
        ? "\\frac{1}{2}"
        : refs.outputs.length === 1
          ? ""
          : `\\frac{1}{${refs.outputs.length}}`;
      const symbol = targets === "classes" ? "p_j" : "\\hat y_j";
      return {
        expression: lossOf(refs),
        symbols: `\\ell = ${factor} ${error ?? `\\sum_j (${symbol} - y_j)^2`}`,
      };
    },
    delta: (refs, j) => ({
      expression: flat ? outer(refs, j) : ["*", outer(refs, j), slope(refs, j)],
      caption: captions.outputErrorSquared({
        activation,
        half,
        outputs: refs.outputs.length,
      }),
      commonMistakes: ({ at, value: right }) => [
        ...(flat
          ? []
          : [
              mistaken(at, outer(refs, j), commonMistakes.localSlopeMissing()),
              mistaken(at, slope(refs, j), commonMistakes.localSlopeAlone()),
            ]),
        ...(half
          ? [{ value: 2 * right, text: commonMistakes.twoTooMany() }]
          : [{ value: right / 2, text: commonMistakes.twoMissing() }]),
        mistaken(at, refs.output(j), commonMistakes.targetMissing()),
      ],
    }),
    confidence: undefined,
    usesOfZ: ({ output }, j) => [output(j)],
    lossFromZ: () => false,
    lossFromOutputs: true,
  };
}
