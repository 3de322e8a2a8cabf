/**
 * What is written of an output head in PyTorch, NumPy and TypeScript, and said of it beside the code. No other file of the
 * exports asks which head a network has.
 */
import { comments, docstrings, printed, targetNames } from "#text/script";
import { forwardText } from "#text/forward";
import { notebookOutputs } from "#text/notebook";
import { type Activation, activations } from "../nn/activations.ts";
import type { Network } from "../nn/network.ts";
import type { QuantityId } from "../ids/kind.ts";
import type { Refs } from "../quantities/head.ts";
import { HIGH_CONFIDENCE } from "../session/stop.ts";

/** A loss as PyTorch's module, or as the lines of a function of z and y. */
type Criterion =
  | { readonly module: string; readonly comment: string }
  | { readonly docstring: string; readonly lines: readonly string[] };

/** What is known of the points that a function of an export takes. */
interface Points {
  readonly inputs: number;
  readonly ownUnits: boolean;
  readonly ownTargets: boolean;
}

/** What is written of a head. `z` and `outputs` in the lines of Python are matrices, one row for each point. */
export interface HeadCode {
  /** The name of an exported function, and of its file. */
  readonly functionName: "probability" | "predict";
  /** What z of the output layer is called in train(). */
  readonly z: "logits" | "z";
  /** Beside the last nn.Linear. */
  readonly lastComment: string;
  /** The outputs in PyTorch from z. */
  readonly outputs: (z: string) => string;
  /** What the exported function returns, from the matrix of the outputs: a column, or all of them. */
  readonly returned: (outputs: string) => string;
  readonly criterion: Criterion;
  /** The targets in PyTorch: the columns of the matrix `samples` after its `inputs`, and what they are. */
  readonly targets: (inputs: number) => string;
  readonly targetsAre: string;
  /** For values, the loss of errors d = y − ŷ in PyTorch: that of the mean ends training. */
  readonly lossOfErrors: string | undefined;
  /** Whether the loss is the square of a number without bounds, so that a chaotic run has a few enormous losses. */
  readonly unbounded: boolean;
  /** The rule of confidence: the lines that count, and the probability of a correct class that it asks for. */
  readonly confidence: { readonly lines: string; readonly least: number } | undefined;
  /** The activation of the outputs in TypeScript, unit by unit, and a function over all of them. */
  readonly typescript: { readonly activation: Pointwise; readonly over: string | undefined };
  /** The activation of the outputs in NumPy: its name and the lines of its function. */
  readonly numpy: { readonly name: string; readonly lines: readonly string[] };
  readonly returns: {
    readonly typescript: (points: Points) => string;
    readonly numpy: (points: Points) => string;
    readonly torch: (points: Points) => string;
  };
  readonly notebook: {
    readonly targets: string;
    readonly output: string;
    readonly loss: string;
    readonly error: string;
    /** What is said of the picture of the outputs over two inputs. */
    readonly picture: string;
    /** What is printed of the data. */
    readonly data: string;
    /** One number for each point: its label, or its first value; and what is drawn over a single input. */
    readonly color: string;
    readonly heights: string;
    /** One number for each place of the picture, from the outputs there, and its letter. */
    readonly place: (outputs: string) => string;
    readonly letter: string;
    readonly letterComment: string;
    /** The level of a line through the picture. */
    readonly contour: number | undefined;
  };
  /** The quantities between z and the loss, in the order in which they are worked out. */
  readonly worked: (refs: Refs) => readonly QuantityId[];
}

type Pointwise = keyof typeof activations;

/** What depends on the kind of the targets alone. */
type TargetCode = Pick<HeadCode, "functionName" | "returned" | "targets" | "targetsAre" | "returns"> & {
  readonly notebook: Pick<
    HeadCode["notebook"],
    "targets" | "picture" | "data" | "color" | "heights" | "place" | "letter" | "letterComment" | "contour"
  >;
};

const binary: TargetCode = {
  functionName: "probability",
  returned: (outputs) => `${outputs}[:, 0]`,
  targets: (inputs) => `samples[:, ${inputs}:]`,
  targetsAre: targetNames.labels,
  returns: {
    typescript: forwardText.probability,
    numpy: forwardText.probabilities,
    torch: docstrings.probability,
  },
  notebook: {
    targets: notebookOutputs.label,
    picture: notebookOutputs.boundary,
    data: printed.data({ count: "{len(X)}", ones: "{int(y.sum())}" }),
    color: "y[:, 0].numpy()",
    heights: "y[:, 0].numpy()",
    place: (outputs) => outputs,
    letter: `"#" if value > 0.5 else "."`,
    letterComment: comments.picture,
    contour: 0.5,
  },
};

/** Classes, whose targets are labels or, for a loss that compares each output, 1 and 0. */
function ofClasses(outputs: number, oneHot: boolean): TargetCode {
  const label = (inputs: number): string => `samples[:, ${inputs}].long()`;
  const own = oneHot ? "y.argmax(1)" : "y";
  return {
    functionName: "predict",
    returned: (matrix) => matrix,
    targets: (inputs) =>
      oneHot ? `nn.functional.one_hot(${label(inputs)}, ${outputs}).double()` : label(inputs),
    targetsAre: oneHot ? targetNames.oneHot({ classes: outputs }) : targetNames.classes,
    returns: {
      typescript: (points) => forwardText.classes({ ...points, outputs }),
      numpy: (points) => forwardText.classesOfPoints({ ...points, outputs }),
      torch: ({ inputs }) => docstrings.classes({ inputs, outputs }),
    },
    notebook: {
      targets: notebookOutputs.class({ classes: outputs }),
      picture: notebookOutputs.classes,
      data: printed.dataOfClasses({
        count: "{len(X)}",
        each: `{torch.bincount(${own}, minlength=${outputs}).tolist()}`,
      }),
      color: `${own}.numpy()`,
      heights: `${own}.numpy()`,
      place: (matrix) => `${matrix}.argmax(1)`,
      letter: "str(int(value))",
      letterComment: comments.classPicture,
      contour: undefined,
    },
  };
}

function ofValues(outputs: number): TargetCode {
  return {
    functionName: "predict",
    returned: (matrix) => matrix,
    targets: (inputs) => `samples[:, ${inputs}:]`,
    targetsAre: targetNames.values({ outputs }),
    returns: {
      typescript: (points) => forwardText.values({ ...points, outputs }),
      numpy: (points) => forwardText.valuesOfPoints({ ...points, outputs }),
      torch: ({ inputs }) => docstrings.values({ inputs, outputs }),
    },
    notebook: {
      targets: notebookOutputs.values({ outputs }),
      picture: notebookOutputs.fit({ outputs }),
      data: printed.dataOfValues({ count: "{len(X)}", averages: "{y.mean(0).tolist()}" }),
      color: "y[:, 0].numpy()",
      heights: "y.numpy()",
      place: (matrix) => `${matrix}[:, 0]`,
      letter: "str(int(9.99 * (value - p.min()) / max(p.max() - p.min(), 1e-300)))",
      letterComment: comments.valuePicture,
      contour: undefined,
    },
  };
}

/** An activation of the outputs that acts on each by itself. */
function pointwise(activation: Pointwise): Pick<HeadCode, "typescript" | "numpy"> {
  const { numpy }: Activation = activations[activation];
  return {
    typescript: { activation, over: undefined },
    numpy: { name: activation, lines: [`return ${numpy}`] },
  };
}

/** The probability of a correct class that the rule of confidence asks for, with K classes. */
function leastOf(classes: number): number {
  return Number((1 / classes + HIGH_CONFIDENCE * (1 - 1 / classes)).toPrecision(6));
}

function sigmoidCrossEntropy(): HeadCode {
  return {
    ...binary,
    ...pointwise("sigmoid"),
    z: "logits",
    lastComment: comments.logit,
    outputs: (z) => `torch.sigmoid(${z})`,
    criterion: { module: "nn.BCEWithLogitsLoss()", comment: comments.criterion },
    lossOfErrors: undefined,
    unbounded: false,
    confidence: {
      lines: `        certainty = (2 * torch.sigmoid(logits) - 1) * (2 * y - 1)  # ${comments.certainty}
        confident = confident + 1 if certainty.min() > ${HIGH_CONFIDENCE} else 0
`,
      least: leastOf(2),
    },
    notebook: {
      ...binary.notebook,
      output: notebookOutputs.sigmoid,
      loss: notebookOutputs.crossEntropy,
      error: notebookOutputs.difference,
    },
    worked: ({ output }) => [output(1)],
  };
}

function softmaxCrossEntropy(outputs: number): HeadCode {
  const targets = ofClasses(outputs, false);
  return {
    ...targets,
    z: "logits",
    lastComment: comments.logits,
    outputs: (z) => `torch.softmax(${z}, 1)`,
    criterion: { module: "nn.CrossEntropyLoss()", comment: comments.criterionOfClasses },
    lossOfErrors: undefined,
    unbounded: false,
    confidence: {
      lines: `        p, predicted = torch.softmax(logits, 1).max(1)
        certainty = (p - 1 / ${outputs}) / (1 - 1 / ${outputs})  # ${comments.certaintyOfClasses}
        sure = (predicted == y).all() and certainty.min() > ${HIGH_CONFIDENCE}
        confident = confident + 1 if sure else 0
`,
      least: leastOf(outputs),
    },
    typescript: {
      activation: "identity",
      over: `function softmax(z: readonly number[]): number[] {
  const highest = Math.max(...z);
  const exponentials = z.map((value) => Math.exp(value - highest));
  const sum = exponentials.reduce((a, b) => a + b);
  return exponentials.map((value) => value / sum);
}`,
    },
    numpy: {
      name: "softmax",
      lines: ["e = np.exp(z - z.max(axis=1, keepdims=True))", "return e / e.sum(axis=1, keepdims=True)"],
    },
    notebook: {
      ...targets.notebook,
      output: notebookOutputs.softmax({ classes: outputs }),
      loss: notebookOutputs.crossEntropyOfClasses,
      error: notebookOutputs.differenceOfClasses,
    },
    worked: (refs) => [
      refs.zmax,
      ...refs.outputs.map(refs.ez),
      refs.rest,
      refs.total,
      ...refs.outputs.map(refs.output),
    ],
  };
}

function squared({ head }: Network, outputs: number): HeadCode {
  const activation = head.activation as "identity" | "sigmoid" | "tanh";
  const half = head.loss === "squaredError";
  const targets =
    head.targets === "binary"
      ? binary
      : head.targets === "classes"
        ? ofClasses(outputs, true)
        : ofValues(outputs);
  const flat = activation === "identity";
  const of = (z: string): string => (flat ? z : `torch.${activation}(${z})`);
  const sum = "(0.5 * (d * d).sum(1)).mean()";
  const lines = half ? [`d = ${of("z")} - y`, `return ${sum}`] : [`return nn.MSELoss()(${of("z")}, y)`];
  const { slopeSymbols, symbols }: Activation = activations[activation];
  return {
    ...targets,
    ...pointwise(activation),
    z: "z",
    lastComment: flat ? comments.predictions : comments.zOfOutputs({ activation }),
    outputs: of,
    criterion:
      flat && !half
        ? { module: "nn.MSELoss()", comment: comments.criterionOfValues }
        : { docstring: docstrings.criterion({ activation, half }), lines },
    unbounded: flat,
    lossOfErrors: head.classifies ? undefined : half ? sum : "(d * d).mean()",
    confidence: undefined,
    notebook: {
      ...targets.notebook,
      output:
        head.targets === "binary"
          ? notebookOutputs.sigmoid
          : head.targets === "classes"
            ? notebookOutputs.sigmoids({ classes: outputs })
            : notebookOutputs.predictions({ outputs, formula: symbols }),
      loss: half
        ? notebookOutputs.halfSquaredError({ outputs })
        : notebookOutputs.meanSquaredError({ outputs }),
      error: notebookOutputs.squaredDifference({ outputs, half, slope: flat ? undefined : slopeSymbols }),
    },
    worked: (refs) => refs.outputs.map(refs.output),
  };
}

/** What is written of a network's head. */
export function codeOf(network: Network): HeadCode {
  const { head, layers } = network;
  const outputs = layers.at(-1)!.fanOut;
  if (head.loss !== "crossEntropy") return squared(network, outputs);
  return head.activation === "softmax" ? softmaxCrossEntropy(outputs) : sigmoidCrossEntropy();
}
