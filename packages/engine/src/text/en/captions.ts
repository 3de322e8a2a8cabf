/** How each quantity is computed, in a sentence or two. */
import { catalog, type Message } from "../message.ts";
import { ordinal, plural } from "./plural.ts";

/** The points that an average is taken over. */
interface Points {
  readonly count: number;
  /** All points, the points that aren't held out, or the batch of the next update. */
  readonly which: "all" | "training" | "batch";
}

const points = { one: "point", other: "points" };
const trainingPoints = { one: "training point", other: "training points" };
const heldOutPoints = { one: "held-out point", other: "held-out points" };

/** "the only point", "all 200 training points", "the 16 points in the next batch". */
function describe({ count, which }: Points): string {
  if (which === "batch") {
    return count === 1
      ? "the only point in the next batch"
      : `the ${plural(count, points)} in the next batch`;
  }
  const noun = which === "training" ? trainingPoints : points;
  return count === 1 ? `the only ${noun.one}` : `all ${plural(count, noun)}`;
}

const heldOut = (count: number): string =>
  count === 1 ? `the only ${heldOutPoints.one}` : `the ${plural(count, heldOutPoints)}`;

const averageLoss = (count: number, over: string): string =>
  count === 1 ? `The loss of ${over}.` : `The average loss over ${over}.`;

/** What training lowers: the loss or, with a penalty on the weights, the objective. */
type Lowered = "loss" | "objective";

/** A weight or a bias. */
type Kind = "weight" | "bias";

/** The value and the local slope of each activation; `open` where z is positive. */
const activations = {
  relu: {
    value: (open: boolean) =>
      open
        ? ". Its z is positive, so ReLU passes it on unchanged."
        : ". Its z isn’t positive, so ReLU outputs 0.",
    slope: (open: boolean) =>
      open ? "Its z is positive, so ReLU’s slope is 1." : "Its z isn’t positive, so ReLU’s slope is 0.",
  },
  leakyRelu: {
    value: (open: boolean) =>
      open
        ? ". Its z is positive, so leaky ReLU passes it on unchanged."
        : ". Its z isn’t positive, so leaky ReLU multiplies it by 0.01.",
    slope: (open: boolean) =>
      open
        ? "Its z is positive, so leaky ReLU’s slope is 1."
        : "Its z isn’t positive, so leaky ReLU’s slope is 0.01.",
  },
  identity: {
    value: () => ". The identity passes its z on unchanged.",
    slope: () => "The identity’s slope is 1 everywhere.",
  },
  tanh: {
    value: () => ": tanh of its z.",
    slope: () => "For tanh, it’s 1 − a².",
  },
  sigmoid: {
    value: () => ": the sigmoid of its z.",
    slope: () => "For the sigmoid, it’s a(1 − a).",
  },
};

/** A neuron. `open` tells whether its z is positive; it's undefined if z is not a number. */
interface Unit {
  readonly l: number;
  readonly j: number;
  readonly activation: keyof typeof activations;
  readonly open: boolean | undefined;
}

/** What an update did to a parameter; `size` is the size of the change, formatted. */
export interface Moved {
  readonly t: number;
  readonly kind: Kind;
  readonly direction: "raised" | "lowered" | "unchanged" | "overflowed";
  readonly size: string;
}

const did = ({ t, kind, direction, size }: Moved): string => {
  if (direction === "overflowed") return `After update ${t} this ${kind} is no longer a finite number.`;
  return direction === "unchanged"
    ? `Update ${t} didn’t change this ${kind}.`
    : `Update ${t} ${direction} this ${kind} by ${size}.`;
};

/** A change that ends with an edit by hand doesn't count the edit. */
const unedited = (edited: boolean): string =>
  edited ? " The edit made by hand after the update doesn’t count here." : "";

/** Data may be rescaled; then `own` is the number in the data's own unit. */
const fromData = (it: string, own: string | undefined): string =>
  own === undefined
    ? `${it} comes straight from the data.`
    : `In the data it’s ${own}, rescaled here for the network.`;

export const captions = catalog("captions", {
  // The data
  input: ({ k, s, own }: { k: number; s: number; own: string | undefined }) =>
    `Input ${k} of point ${s}. ${fromData("This number", own)}`,
  probe: ({ k }: { k: number }) => `Input ${k} of the probe. It comes from the spot that was picked.`,
  throughPoint: ({ k, s }: { k: number; s: number }) =>
    `Input ${k} of point ${s}, which the picture goes through.`,
  cell: ({ across }: { across: boolean }) =>
    across
      ? "Where the center of this cell is between the left and the right edge of the picture."
      : "Where the center of this cell is between the bottom and the top edge of the picture.",
  label: () => "The class of this point, 0 or 1. It comes straight from the data.",
  labelOfClasses: ({ classes }: { classes: number }) =>
    `The class of this point, 0 to ${classes - 1}. It comes straight from the data.`,
  targetOfClass: ({ label }: { label: number }) =>
    `The target of output ${label + 1}: 1 if the point belongs to class ${label}, and 0 if not.`,
  targetValue: ({ j, only, own }: { j: number; only: boolean; own: string | undefined }) =>
    `${only ? "The target" : `Target ${j}`} of this point. ${fromData("It", own)}`,
  batchPoint: ({ i, s }: { i: number; s: number }) =>
    `Point ${i} in the next batch is point ${s} of the data.`,

  // The forward pass
  z: () => "Each input times its weight, added up, plus the bias.",
  activation: ({ l, j, activation, open }: Unit) =>
    `The activation of neuron ${j} in layer ${l}${
      open === undefined
        ? ". Its z is not a number, so neither is its output."
        : activations[activation].value(open)
    }`,
  prediction: () => "The predicted probability of class 1: the sigmoid of z.",
  probability: ({ label }: { label: number }) =>
    `The predicted probability of class ${label}, which is output ${label + 1}: its exponential divided by the sum of all exponentials.`,
  probabilityOfSigmoid: ({ label }: { label: number }) =>
    `What the network outputs for class ${label}: the sigmoid of z. The class with the largest output is the prediction.`,
  predictedValue: ({ j, activation, only }: { j: number; activation: string; only: boolean }) =>
    `The predicted value${only ? "" : ` of output ${j}`}: ${
      activation === "identity" ? "z itself" : `${activation === "tanh" ? "tanh" : "the sigmoid"} of z`
    }.`,
  exponential: () =>
    "Softmax raises e to z minus m, the largest z. Subtracting m changes no probability and keeps e to that power from overflowing.",
  largestZ: () => "The largest z of the outputs. Softmax subtracts it from all of them.",
  restOfExponentials: () =>
    "The exponentials of all classes but the one with the largest z, added up. That one’s exponential is 1.",
  sumOfExponentials: () =>
    "The exponentials of all classes, added up: 1 for the one with the largest z, plus all the others.",
  confidence: () => "The confidence |2ŷ − 1|. It’s 0 where ŷ is 0.5, and 1 where ŷ is 0 or 1.",
  confidenceOfClasses: ({ classes }: { classes: number }) =>
    `The confidence: 0 where all ${classes} classes are equally likely, and 1 where one of them is certain.`,
  feature: ({ k, s }: { k: number; s: number | undefined }) =>
    `Input ${k} of the network${s === undefined ? "" : ` for point ${s}`}: a feature computed from the data’s own inputs.`,

  // The loss
  loss: () => "This point’s loss: −ln of the probability the network predicts for its class.",
  lossOfClass: ({ label }: { label: number }) =>
    `This point’s loss: −ln of the probability the network predicts for its class, ${label}. It’s written with z, which never takes the logarithm of a rounded 0.`,
  squaredLoss: ({ half, outputs }: { half: boolean; outputs: number }) =>
    outputs === 1
      ? `This point’s loss: ${half ? "half " : ""}the square of the error, prediction minus target.`
      : `This point’s loss: ${half ? "half the sum" : "the average"} of the squared errors of its ${outputs} outputs.`,
  penalty: () => "The penalty R on the weights. It grows with their size; biases don’t count.",
  objective: () => "The objective J, which training lowers: the loss plus the penalty on the weights.",
  objectiveChange: ({ t, edited }: { t: number; edited: boolean }) =>
    `How update ${t} changed the objective: J after it, minus J before.${unedited(edited)}`,
  rootMeanSquaredError: () =>
    "The root of the mean squared error over all training points and outputs: a typical size of the errors.",
  explainedVariance: () =>
    "R² compares the loss with that of always predicting the average target. It’s 1 for a perfect fit and 0 for one no better than the average.",
  lossOfMean: () => "The loss of always predicting the average target, over all training points.",
  meanTarget: ({ j, only }: { j: number; only: boolean }) =>
    `The average of ${only ? "the targets" : `target ${j}`} over all training points.`,
  meanLoss: (over: Points) => averageLoss(over.count, describe(over)),
  batchLoss: (over: Points) =>
    `${averageLoss(over.count, describe(over))} The next update uses the gradient of this loss.`,
  testLoss: ({ count }: { count: number }) =>
    `${averageLoss(count, heldOut(count))} No update uses ${count === 1 ? "it" : "them"}.`,
  accuracy: (over: Points) => `The accuracy on ${describe(over)}: the share classified correctly.`,
  testAccuracy: ({ count }: { count: number }) =>
    `The accuracy on ${heldOut(count)}: the share classified correctly.`,
  lossChange: ({ t, edited }: { t: number; edited: boolean }) =>
    `How update ${t} changed the loss: the loss after it, minus the loss before.${unedited(edited)}`,
  lossChangePredicted: ({ of }: { of: Lowered }) =>
    `The change in the ${of} that the gradients predict: each parameter’s gradient times its change, added up.`,
  surfaceAt: ({ of }: { of: Lowered }) =>
    `The ${of} if these two parameters had these values and all others stayed the same.`,
  surfaceAlong: ({ along, across, seed, of }: { along: string; across: string; seed: number; of: Lowered }) =>
    `The ${of} after moving the parameters by ${along} along the gradient and by ${across} along a random direction (seed ${seed}).`,

  // Linear regions
  collapsedWeight: ({ l, j, k }: { l: number; j: number; k: number }) =>
    l === 1
      ? `The first layer is linear already, so z of neuron ${j} grows with input ${k} by the weight itself.`
      : `In this region every neuron stays on or off, so z of neuron ${j} in layer ${l} is linear in the inputs. It grows with input ${k} by this number: the weights from layer ${l - 1}, each times the slope and the same number of the neuron it comes from, added up.`,
  collapsedBias: ({ l, j }: { l: number; j: number }) =>
    l === 1
      ? "The first layer is linear already, so this is the bias itself."
      : `The constant part of z of neuron ${j} in layer ${l} in this region: its bias, plus the weights from layer ${l - 1}, each times the slope and the constant part of the neuron it comes from.`,

  // The backward pass
  localSlope: ({ l, j, activation, open }: Unit) =>
    `The local slope f′(z) of neuron ${j} in layer ${l} tells how fast its activation changes as its z changes. ${
      open === undefined ? "Its output is not a number." : activations[activation].slope(open)
    }`,
  outputError: () =>
    "The error signal δ = ∂ℓ/∂z tells how fast this point’s loss changes as the output’s z changes. For a sigmoid with this loss, it’s the prediction minus the label, ŷ − y.",
  outputErrorOfClass: ({ label }: { label: number }) =>
    `The error signal δ = ∂ℓ/∂z tells how fast this point’s loss changes as the z of output ${label + 1}, class ${label}, changes. For softmax with this loss, it’s the predicted probability minus the target, p − y.`,
  outputErrorSquared: ({
    activation,
    half,
    outputs,
  }: {
    activation: string;
    half: boolean;
    outputs: number;
  }) =>
    `The error signal δ = ∂ℓ/∂z tells how fast this point’s loss changes as this output’s z changes. For this loss, it’s ${
      half ? "" : outputs === 1 ? "2 times " : `2 divided by the ${outputs} outputs, times `
    }the prediction minus the target${activation === "identity" ? "" : ", times the local slope f′(z)"}.`,
  hiddenError: () =>
    "The error signal δ = ∂ℓ/∂z tells how fast this point’s loss changes as this neuron’s z changes. Multiply each outgoing weight by the δ it leads to, add them up, and multiply by the local slope f′(z).",
  gradient: ({
    kind,
    over,
    sign,
    of,
  }: {
    kind: Kind;
    over: Points;
    /** Without a penalty the slope is that of the loss. */
    of: Lowered;
    /** Below, above or at 0, what rounding left of terms that cancel, or not a number. */
    sign: "negative" | "positive" | "zero" | "rounding" | "none";
  }) => {
    const average = over.count === 1 ? " for" : ", averaged over";
    const single = over.count === 1;
    const slope =
      of === "objective" && kind === "weight"
        ? `The slope of the objective along this weight: the ${single ? "gradient" : "average gradient"} of ${describe(over)}, plus the slope of the penalty.`
        : `The slope of the ${of} along this ${kind}${average} ${describe(over)}.`;
    if (sign === "zero" || sign === "none") return slope;
    if (sign === "rounding") {
      return `${slope} The points’ gradients cancel: what’s left is no larger than rounding error.`;
    }
    const move = sign === "negative" ? "raising" : "lowering";
    const loss = over.which === "batch" ? `this batch’s ${of}` : `the ${of}`;
    return `${slope} It’s ${sign}, so ${move} the ${kind} slightly would lower ${loss}.`;
  },
  weightGradientOfPoint: () =>
    "The slope of this point’s loss along this weight: the error signal δ = ∂ℓ/∂z of the neuron it leads to, times the input it multiplies.",
  biasGradientOfPoint: () =>
    "The slope of this point’s loss along this bias. Raising the bias raises z by the same amount, so this equals the neuron’s error signal δ = ∂ℓ/∂z.",
  path: ({ kind }: { kind: Kind }) =>
    `One path from the loss back to this ${kind}: the output’s error signal δ, times every weight and local slope along the way${
      kind === "weight" ? ", times the input that this weight multiplies" : ""
    }. All paths add up to this point’s gradient.`,
  parameterNorm: ({ l }: { l: number }) =>
    `The length of layer ${l}’s weights and biases as one vector: square each, add the squares, and take the square root.`,
  gradientNorm: ({ l }: { l: number }) =>
    `The length of layer ${l}’s gradient as one vector: square each entry, add the squares, and take the square root.`,
  gradientRms: ({ l }: { l: number }) =>
    `A typical size of the gradients in layer ${l}: the square root of their average square.`,

  // The gradient check
  lossAbove: ({ epsilon, of }: { epsilon: number; of: Lowered }) =>
    `The ${of} with this parameter raised by ${epsilon} and all others unchanged.`,
  lossBelow: ({ epsilon, of }: { epsilon: number; of: Lowered }) =>
    `The ${of} with this parameter lowered by ${epsilon} and all others unchanged.`,
  finiteDifference: () =>
    "The finite difference estimates the gradient without backprop: the value with the parameter raised minus the value with it lowered, divided by the distance between the two parameter values.",
  relativeError: () =>
    "How far backprop’s gradient and the finite difference are apart, divided by the sum of their sizes.",
  relativeErrorOfZero: () =>
    "How far backprop’s gradient and the finite difference are apart. Both are practically 0, so a tiny fixed number stands in for the sum of their sizes.",

  // Parameters and the optimizer
  hyperparameter: ({ label }: { label: string }) =>
    `${label}: a setting of the optimizer. Training never changes it.`,
  penaltyFactor: ({ label }: { label: string }) =>
    `The factor of the ${label} penalty on the weights. Training never changes it.`,
  given: () => "The experiment gives this number.",
  startsAtZero: ({ initializer, kind }: { initializer: string; kind: Kind }) =>
    `The initializer “${initializer}” sets this ${kind} to 0.`,
  drawn: ({ bound, decimals }: { bound: string; decimals: number | undefined }) =>
    `A random number between −${bound} and ${bound}, made from the random draw u${
      decimals === undefined
        ? ""
        : ` and rounded to ${plural(decimals, { one: "decimal place", other: "decimal places" })}`
    }.`,
  draw: ({ i }: { i: number }) =>
    `The ${ordinal(i)} random draw u: every number from 0 to 1 is equally likely.`,
  initial: ({ kind }: { kind: Kind }) => `The initial ${kind}, before the first update.`,
  edited: ({ t, kind, before }: { t: number; kind: Kind; before: string | undefined }) =>
    before === undefined
      ? `This ${kind} was set by hand before the first update.`
      : `This ${kind} was set by hand after update ${t}. The update itself had made it ${before}.`,
  change: ({ t, kind, edited }: { t: number; kind: Kind; edited: boolean }) =>
    `How update ${t} changed this ${kind}: its value after the update, minus its value before.${unedited(edited)}`,

  // Numbers that are too large for floating point
  overflowed: ({ caption }: { caption: Message }) =>
    `${caption.text} It overflowed: a number here is too large for floating point.`,
  fromOverflow: ({ caption }: { caption: Message }) =>
    `${caption.text} It’s computed from a number that overflowed, so it has no meaning.`,
});

/** What an update did to a parameter, by the rule of each optimizer. */
export const updates = catalog("updates", {
  sgd: ({ eta, ...moved }: Moved & { eta: string }) =>
    `${did(moved)} SGD multiplied the gradient by η = ${eta} and subtracted the result.`,
  momentum: ({ eta, mu, ...moved }: Moved & { eta: string; mu: string }) =>
    `${did(moved)} Momentum added the gradient to μ = ${mu} times the old velocity. It multiplied the new velocity v by η = ${eta} and subtracted the result.`,
  nesterov: ({ eta, mu, ...moved }: Moved & { eta: string; mu: string }) =>
    `${did(moved)} Nesterov momentum added the gradient to μ = ${mu} times the old velocity. It added μ times the new velocity v to the gradient, multiplied by η = ${eta}, and subtracted the result.`,
  adagrad: ({ eta, ...moved }: Moved & { eta: string }) =>
    `${did(moved)} AdaGrad divided the gradient by the square root of the sum of its squares so far, plus ε, multiplied by η = ${eta}, and subtracted the result.`,
  rmsprop: ({ eta, ...moved }: Moved & { eta: string }) =>
    `${did(moved)} RMSProp divided the gradient by √v + ε, where v is the average squared gradient, multiplied by η = ${eta}, and subtracted the result.`,
  adamw: ({ eta, ...moved }: Moved & { eta: string }) =>
    `${did(moved)} AdamW shrank it by ηλ of itself. Then, like Adam, it divided the bias-corrected average gradient m̂ by √v̂ + ε, multiplied by η = ${eta}, and subtracted the result.`,
  adam: ({ eta, ...moved }: Moved & { eta: string }) =>
    `${did(moved)} Adam divided the bias-corrected average gradient m̂ by √v̂ + ε, multiplied by η = ${eta}, and subtracted the result.`,
});

/** When an optimizer that didn't start with the run was chosen. */
interface Restarted {
  readonly optimizer: string;
  /** Its first update in the run, and how many it has done with this one. */
  readonly first: number;
  readonly updates: number;
}

const since = (restarted: Restarted | undefined): string =>
  restarted === undefined
    ? ""
    : ` ${restarted.optimizer} started at update ${restarted.first}, so this is its ${ordinal(restarted.updates)} update.`;

/** The optimizer state of a parameter and the numbers computed from it, by optimizer and symbol. */
export const optimizerState = catalog("optimizerState", {
  "momentum.v": () => "The velocity v: μ times the old velocity, plus the gradient.",
  "nesterov.v": () => "The velocity v: μ times the old velocity, plus the gradient.",
  "adagrad.sum": () => "The sum of the squared gradients of all updates so far.",
  "rmsprop.v": () =>
    "The average squared gradient v, a running average: α times its old value, plus (1 − α) times the gradient squared.",
  "adam.m": () =>
    "The average gradient m, a running average: β₁ times its old value, plus (1 − β₁) times the gradient.",
  "adam.v": () =>
    "The average squared gradient v, a running average: β₂ times its old value, plus (1 − β₂) times the gradient squared.",
  "adam.mhat": ({ restarted }: { restarted: Restarted | undefined }) =>
    `The bias-corrected average gradient m̂: m divided by 1 − β₁ᵗ after t updates, because m started at 0.${since(restarted)}`,
  "adam.vhat": ({ restarted }: { restarted: Restarted | undefined }) =>
    `The bias-corrected average squared gradient v̂: v divided by 1 − β₂ᵗ after t updates, because v started at 0.${since(restarted)}`,
  "adamw.m": () =>
    "The average gradient m, a running average: β₁ times its old value, plus (1 − β₁) times the gradient.",
  "adamw.v": () =>
    "The average squared gradient v, a running average: β₂ times its old value, plus (1 − β₂) times the gradient squared.",
  "adamw.mhat": ({ restarted }: { restarted: Restarted | undefined }) =>
    `The bias-corrected average gradient m̂: m divided by 1 − β₁ᵗ after t updates, because m started at 0.${since(restarted)}`,
  "adamw.vhat": ({ restarted }: { restarted: Restarted | undefined }) =>
    `The bias-corrected average squared gradient v̂: v divided by 1 − β₂ᵗ after t updates, because v started at 0.${since(restarted)}`,
});

/** Where the numbers come from that aren't computed from others. */
export const origins = catalog("origins", {
  data: ({ s, k }: { s: number; k: number }) => `data · point ${s}, column ${k}`,
  label: ({ point }: { point: string }) => `data · label of ${point}`,
  fileOrder: () => "data · file order",
  epochOrder: ({ epoch, seed }: { epoch: number; seed: number }) =>
    `random · order of epoch ${epoch}, seed ${seed} + ${epoch - 1}`,
  chosen: () => "chosen by hand",
  edited: ({ t }: { t: number }) =>
    t === 0
      ? "edited by hand before the first update"
      : `edited by hand after ${plural(t, { one: "update", other: "updates" })}`,
  given: () => "given by the experiment",
  hyperparameter: () => "hyperparameter",
  regularization: () => "regularization",
  target: ({ point, j }: { point: string; j: number }) => `data · target ${j} of ${point}`,
  initializer: ({ initializer }: { initializer: string }) => `initializer ${initializer}`,
  draw: ({ i, seed }: { i: number; seed: number }) => `random · draw ${i} with seed ${seed}`,
  measured: ({ of, ...over }: Points & { of: Lowered }) => `measured · the ${of} over ${describe(over)}`,
});

/** TeX of a bracket that is 1 where the prediction is the label's class, else 0. */
export const predicts = (prediction: string, label: string): string =>
  `\\left[${prediction} \\text{ predicts } ${label}\\right]`;
