export const messages = {
  title: "Reference",
  intro:
    "Every symbol, formula, color, mark, and key on one page. The numbers come from your current run on the playground. Press one to see where it comes from.",
  contents: "Contents",
  sections: {
    symbols: {
      title: "Symbols",
      about:
        "One of each kind. l numbers the layers, j the neuron a weight leads to, k the neuron or input it comes from, and s the points, all from 1. Without [s], the symbols z, a, ŷ, ℓ, and δ are for one point, and in a sum over the points, for point s. The n points in a sum are the training points, or the batch for a gradient. W⁽ˡ⁾ⱼₖ is weight[j−1][k−1] in PyTorch.",
    },
    formulas: {
      title: "Formulas",
      about: "One training step in symbols, and everything you can choose in it.",
    },
    colors: {
      title: "Colors and marks",
      about: "Blue, orange, and magenta each keep one meaning everywhere. Nothing depends on color alone.",
    },
    pytorch: {
      title: "In PyTorch",
      about: "Your current run, line by line, with the number each line computes.",
    },
    keys: { title: "Keys", about: "Everything works without a mouse." },
    honesty: {
      title: "How do I know it’s right?",
      about: "You can check each of these claims yourself.",
    },
  },

  // Symbols
  symbolColumns: ["Symbol", "Now", "Meaning", "Formula"],

  // Formulas
  passes: "One step",
  forward: "Forward",
  loss: "Loss",
  stableLoss: "Loss, from the output’s z",
  backward: "Error signal",
  gradient: "Gradient",
  activations: "Activations",
  optimizers: "Optimizers, with g = ∂L/∂w; in Adam, t counts updates",
  initializers: "Initializers: weights are drawn uniformly from this range",

  // Colors
  diverging:
    "Orange to blue: negative to positive, or the predicted probability of class 1 from 0 to 1. The number is printed with its sign, too.",
  classes: "● is class 1, ◆ is class 0.",
  heldOut: "Hollow: a held-out point. No update uses it.",
  gradientRamp: "Magenta: the size of the gradient, on a log scale that stays the same for the whole run.",
  edgeRamp: "The size of the gradient, on the network’s edges.",
  thickness: "Thick line: the weight is large in size.",
  dashed: "Dashed line: the weight is negative. In the loss plot: the test loss.",
  confidence: "Pale to dark: the confidence |2ŷ − 1|, from 0 to 1.",
  contour: "The current decision boundary, where ŷ is ½.",
  rings: "Thin gray lines: the boundary at earlier epochs. Press one to go back to it.",
  ring: "A ring: the selected point or neuron.",
  dead: "Hollow and hatched: a dead ReLU, which outputs exactly 0 for every training point.",
  underline: "Dotted underline: press the number to see where it comes from. Nothing else has one.",
  ghost: "A pale curve: another branch, or what came after the epoch shown.",
  verified: "Green, always with words: two independent computations agree.",
  verifiedMark: "✓ verified",

  // PyTorch
  torchColumns: ["PyTorch", "Now", "What it does"],
  wholeScript: "Export the whole script",
  lines: {
    seed: "Set the seed; the number is the first weight it draws",
    model: "The network. It outputs z, the logit; the sigmoid is part of the loss",
    init: "Initialize the weights, layer by layer",
    optimizer: "The current optimizer; the number is its learning rate",
    weight: "W⁽¹⁾₁₁",
    logits: "Forward; the number is the output’s z for point 1",
    sigmoid: "ŷ for point 1",
    loss: "L, the average loss over the training points",
    zero: "Clear the old gradients",
    backward: "Backward: compute every gradient. No weight changes",
    grad: "∂L/∂W⁽¹⁾₁₁",
    step: "Update: change every weight and bias",
  },

  // Keys
  keys: [
    {
      where: "Anywhere",
      keys: [
        ["Space", "train, pause, continue"],
        ["Ctrl+Z", "undo"],
        ["Ctrl+Shift+Z", "redo"],
        ["Tab", "to the next control"],
        ["Escape", "close what is open: inspector, tool, explained step"],
      ],
    },
    {
      where: "Network",
      keys: [
        ["← →", "previous layer, next layer"],
        ["↑ ↓", "neuron above, neuron below"],
        ["Home End", "first and last layer"],
        ["Enter", "see where this neuron’s number comes from"],
        ["E", "show its weights; Escape closes them"],
      ],
    },
    {
      where: "Timeline",
      keys: [
        ["← →", "one epoch"],
        ["Shift+← Shift+→", "ten epochs"],
        ["Home End", "first and last epoch"],
      ],
    },
    {
      where: "Inspector",
      keys: [
        ["Backspace", "back"],
        ["Alt+← Alt+→", "back and forward"],
        ["Escape", "close"],
      ],
    },
    {
      where: "Boundary, loss, surface",
      keys: [
        ["← → ↑ ↓", "move the probe, read the value"],
        ["Enter", "select this spot, or go to this epoch"],
      ],
    },
    {
      where: "Presenting (scenes, or ?presenter in the address)",
      keys: [
        ["PageDown PageUp", "next and previous scene, lesson step, part of an explained step, or epoch"],
        ["Home", "back to the first one"],
        ["B .", "blank the screen; any key brings it back"],
      ],
    },
  ] satisfies readonly { where: string; keys: readonly (readonly [string, string])[] }[],

  // Honesty
  proofs: [
    {
      claim: "PyTorch gives the same numbers",
      how: "The tests replay runs recorded with PyTorch in float64. Initial weights, first gradient, every loss, final parameters, and probabilities agree to a billionth. Export your own run as a script, and it compares itself with PyTorch.",
      repeat: "npx neural-viz export run.json --format pytorch > run.py && python3 run.py",
    },
    {
      claim: "Backprop is right",
      how: "Whenever training pauses, every gradient is compared with a finite difference: the parameter is nudged both ways and the loss is computed again. A badge says whether they agree.",
      repeat: "npx neural-viz check run.json --at 100",
    },
    {
      claim: "Every browser computes the same bits",
      how: "The last bits of exp, ln, and tanh differ between browsers, so the engine has its own. Every link carries a fingerprint of all parameters, and the page that opens the link compares it with its own.",
      repeat: "npx neural-viz link run.json --at 100",
    },
    {
      claim: "Every explanation is the computation",
      how: "The tests evaluate the inspector’s formulas for random quantities in random runs. Each one gives the value that training used, to the last bit, and the printed line gives the same digits on a calculator.",
      repeat: "npx neural-viz explain run.json 'gW.1.2.1@42'",
    },
    {
      claim: "Nothing is smoothed or prerecorded",
      how: "The page shows the numbers exactly as they were computed. Speed, pauses, and scrubbing change nothing. The same experiment always gives the same numbers.",
      repeat: undefined,
    },
  ],
  now: "Your run now",
  bits: (when: string, print: string) => `At ${when}, the parameters’ fingerprint is ${print}.`,
  everyGradient: "Check every gradient",
};
