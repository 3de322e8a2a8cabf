export const words = {
  title: "Reference",
  intro:
    "Every symbol, formula, colour, mark and key on one page. The numbers are those of the run on the playground, now: press one to ask where it comes from.",
  contents: "Contents",
  sections: {
    symbols: {
      title: "Symbols",
      about:
        "One of each kind: l counts layers, j the neuron a weight leads to, k the one it comes from, s in square brackets the points; all from 1. W⁽ˡ⁾ⱼₖ is weight[j−1][k−1] in PyTorch.",
    },
    formulas: {
      title: "Formulas",
      about: "A training step in symbols, and what can be chosen in it.",
    },
    colours: {
      title: "Colours and marks",
      about:
        "All hue is data: blue, orange and magenta always mean the same. Nothing is said by colour alone.",
    },
    pytorch: {
      title: "In PyTorch",
      about: "The present run, line by line, with the number each line gives.",
    },
    keys: { title: "Keys", about: "Everything works without a mouse." },
    honesty: {
      title: "How do I know it is right?",
      about: "Every number shown is one that training used. Each of these claims can be checked.",
    },
  },

  // Symbols
  symbolColumns: ["Symbol", "Now", "What it is", "Formula"],

  // Formulas
  passes: "One step",
  forward: "Forward",
  loss: "Loss",
  stableLoss: "Loss, as it is computed",
  backward: "Backward",
  gradient: "Gradient",
  activations: "Activations",
  optimizers: "Optimizers",
  initializers: "Initializers: a weight is drawn evenly within",

  // Colours
  diverging:
    "Orange to blue: the sign of anything, and the probability of class 1. Printed with its sign, too.",
  classes: "● is class 1, ◆ is class 0.",
  heldOut: "Hollow: a point that is held out; no update looks at it.",
  gradientRamp: "Magenta: how strongly the loss reacts, on a log scale that stays for the whole run.",
  edgeRamp: "The same on the network’s lines.",
  thickness: "The thicker a line, the larger its weight’s size.",
  dashed: "Dashed: the weight is negative. In the loss curve: the points held out.",
  confidence: "Pale to dark: how sure the answer is.",
  contour: "The decision boundary now: where ŷ is one half.",
  rings: "Growth rings: where the boundary was at earlier epochs. Press one to go there.",
  ring: "A ring: the point or neuron that is looked at.",
  dead: "Hollow and hatched: a ReLU that puts out exactly 0 for every point.",
  underline: "Dotted underline: press it, and it says where it comes from. Nothing else has one.",
  ghost: "A pale curve: another branch, or what comes after the epoch shown.",
  verified: "Green, only as these words: two ways of computing it agree.",
  verifiedMark: "✓ verified",

  // PyTorch
  torchColumns: ["PyTorch", "Now", "What it is here"],
  wholeScript: "The whole script",
  lines: {
    seed: "The first weight that this seed draws",
    model: "The network; its last output is the logit, the sigmoid is part of the loss",
    init: "The initializer, layer by layer",
    optimizer: "The optimizer in force; the number is its learning rate",
    weight: "W⁽¹⁾₁₁",
    logits: "Forward; the number is z of the output for point 1",
    sigmoid: "ŷ of point 1",
    loss: "L, the mean over the points trained on",
    zero: "Forget the last gradient",
    backward: "Backward: every δ and every gradient; no weight moves",
    grad: "∂L/∂W⁽¹⁾₁₁",
    step: "Update: every weight moves",
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
        ["← →", "layer before, layer after"],
        ["↑ ↓", "neuron above, neuron below"],
        ["Home End", "first and last layer"],
        ["Enter", "where does this neuron’s number come from?"],
        ["E", "its weights; Escape closes them"],
      ],
    },
    {
      where: "Timeline",
      keys: [
        ["← →", "one epoch"],
        ["Shift+← Shift+→", "ten epochs"],
        ["Home End", "the first epoch, the last one"],
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
        ["Enter", "look at this place, or go to this epoch"],
      ],
    },
    {
      where: "A talk (scenes, or ?presenter in the address)",
      keys: [
        ["PageDown PageUp", "next and previous scene, step of a lesson, unit of an explained step, or epoch"],
        ["Home", "back to the start"],
        ["B .", "blank the screen; any key brings it back"],
      ],
    },
  ] satisfies readonly { where: string; keys: readonly (readonly [string, string])[] }[],

  // Honesty
  proofs: [
    {
      claim: "PyTorch gives the same numbers",
      how: "Runs recorded with real PyTorch in float64 are part of the tests: first weights, first gradient, every loss, last parameters and probabilities agree to a billionth. Your own run: export it as a script, which compares itself.",
      repeat: "npx neural-viz export run.json --format pytorch > run.py && python3 run.py",
    },
    {
      claim: "Backprop is right",
      how: "Wherever training rests, every gradient is measured again without backprop, by nudging its parameter both ways. A badge says whether they agree.",
      repeat: "npx neural-viz check run.json --at 100",
    },
    {
      claim: "Every browser gives the same bits",
      how: "The engine never calls the browser’s exp, ln, tanh and their like, whose last bits differ; it has its own. A fingerprint of all parameters goes with every link, and whoever opens it compares.",
      repeat: "npx neural-viz link run.json --at 100",
    },
    {
      claim: "Every explanation is the computation",
      how: "What the inspector shows is evaluated again in the tests, over random quantities of random runs: it gives the value training used, to the last bit, and the printed line comes out right on a calculator.",
      repeat: "npx neural-viz explain run.json 'gW.1.2.1@42'",
    },
    {
      claim: "Nothing is smoothed, estimated or preset",
      how: "The page shows what the trainer trained with. Speed, pauses and scrubbing change nothing; the same experiment always goes through the same numbers.",
      repeat: undefined,
    },
  ],
  now: "This run, now",
  bits: (when: string, print: string) => `At ${when} the parameters have the fingerprint ${print}.`,
  everyGradient: "Check every gradient",
};
