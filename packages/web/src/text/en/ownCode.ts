/** The tool that reviews the recording of a training loop. */
import { plural } from "@neural-viz/engine";
import { updates } from "./counts.ts";

type Stage = "parameters" | "loss" | "gradient" | "update";

const numbers = (n: number, text: string): string =>
  `${text} ${plural(n, { one: "number", other: "numbers" }).replace(/^\S+ /, "")}`;
const differ = (n: number): string => (n === 1 ? "differs" : "differ");

export const messages = {
  // Invitation
  whatItIs:
    "Record your own training loop, in PyTorch, NumPy or anything else. Every loss, gradient and update in the recording is compared with ours, and the first wrong number is found.",
  openRecording: "Open recording…",
  recordingFile: "Recording file",
  orDrop: "You can also drop a .nviz.jsonl file anywhere on the page. It stays on your computer.",
  tryOne: "Or try one of ours:",
  exampleWrong: "A loop with a mistake",
  exampleRight: "A loop without one",
  recordYours: "Record your own training",
  saveRecorder: "Save neural_viz.py",
  recorderIs: "One file without dependencies. Put it next to your script.",
  settingsTaken:
    "The settings, such as the learning rate and the betas, are taken from your optimizer, or as you state them. A wrong setting isn’t a difference.",
  inPyTorch: "In PyTorch",
  inNumPy: "In NumPy, or anything else",
  torchSnippet: `import neural_viz as nv

rec = nv.Recorder("run.nviz.jsonl", model=model, optimizer=optimizer, loss=criterion, x=X, y=y)
for epoch in range(100):
    for idx in batches:
        with rec.step(batch=idx):
            optimizer.zero_grad()
            L = criterion(model(X[idx]), y[idx])
            L.backward()
            optimizer.step()
            rec.loss(L)
rec.close()`,
  numpySnippet: `import neural_viz as nv

rec = nv.Recorder("run.nviz.jsonl", layers=[2, 3, 1], activations=["tanh", "sigmoid"],
                  loss="crossEntropy", optimizer={"name": "sgd", "learningRate": 0.1}, x=X, y=y)
for t in range(100):
    before = [(W1.copy(), b1.copy()), (W2.copy(), b2.copy())]
    ...  # your update: forward, backward, step
    rec.update(loss=L, parameters_before=before, gradients=[(dW1, db1), (dW2, db2)],
               parameters_after=[(W1, b1), (W2, b2)])
rec.close()`,
  savedAs: (file: string) => `Saved as ${file}.`,
  cannotSave: "The browser doesn’t let this page save files.",
  askAgain: (name: string) => `“${name}” is too large to keep over a reload. Open it again to go on.`,

  // Reading
  reading: (name: string) => `Reading and comparing ${name}`,
  cancel: "Cancel",
  cannotRead: (name: string, why: string) => `“${name}” can’t be read. ${why}`,
  broke: "The browser stopped while comparing it, probably because it is too large.",
  stillOpen: (name: string) => `${name} is still open.`,

  // Head
  about: (
    shape: string,
    optimizer: string | undefined,
    count: number,
    writer: string | undefined,
    dtype: string,
  ) =>
    [
      updates(count),
      `network ${shape}`,
      ...(optimizer === undefined ? [] : [optimizer]),
      dtype,
      ...(writer === undefined ? [] : [`recorded by ${writer}`]),
    ].join(" · "),
  replace: "Replace recording…",
  copyReport: "Copy report",
  reportCopied: "The report is in the clipboard.",
  cannotCopy: "The browser doesn’t let this page copy.",
  closeRecording: "Close recording",

  // Verdict
  allAgree: (n: number, count: string, of: number) =>
    n === 1 ? "The only number agrees." : `All ${numbers(n, count)} of ${updates(of)} agree.`,
  vague: (n: number, text: string) =>
    `${text} ${n === 1 ? "number" : "numbers"} couldn’t be judged: rounding or overflow can be as large as ${n === 1 ? "it is" : "they are"}.`,
  seenFrom: (tolerance: string) => `An error larger than ${tolerance} in any of them would have been found.`,
  nothingCompared: (of: number, recorded: boolean) =>
    recorded
      ? `Nothing could be compared in ${updates(of)}.`
      : "Nothing could be compared: the recording holds no loss, no gradients and no parameters after an update.",
  someDiffer: (n: number, differing: string, all: string) => `${differing} of ${all} numbers ${differ(n)}.`,
  firstWrong: "The first wrong number is",
  when: (stage: Stage, t: number) =>
    ({
      parameters: `before update ${t}`,
      loss: `in update ${t}`,
      gradient: `in update ${t}`,
      update: `after update ${t}`,
    })[stage],
  yoursAndOurs: (yours: string, ours: string) => `yours ${yours}, ours ${ours}.`,
  apartBy: (apart: string, tolerance: string) =>
    `They are ${apart} apart. Rounding explains at most ${tolerance} here.`,
  notFinite: "One of them isn’t a finite number.",
  notJudged: (what: "loss" | "gradient" | "update", count: number) =>
    ({
      loss: `The loss of ${updates(count)} couldn’t be compared, because the parameters before aren’t recorded.`,
      gradient: `The gradient of ${updates(count)} couldn’t be compared, because the parameters before aren’t recorded.`,
      update: `${updates(count)} couldn’t be compared, because the parameters, the gradient, the optimizer or its state isn’t known.`,
    })[what],

  // FindIt
  letMeFind: "Let me find it",
  showMe: "Show me",
  isWrong: (t: number) => `Something is wrong in update ${t}.`,
  oneOfEach: "Of each stage, the number that is furthest apart:",
  whichStage: "In which stage does it start?",
  whichLayer: "In which layer does it start?",
  layerChoice: (layer: number, of: number) => (layer === of ? "Output layer" : `Layer ${layer}`),
  right: "Correct.",
  notQuite: "Not quite.",
  startsIn: (stage: Stage) =>
    ({
      parameters: "The parameters before this update aren’t those that the update before left.",
      loss: "It starts with the loss: everything before it agrees.",
      gradient:
        "It starts with the gradient. Every update is compared from your own gradient, so a wrong gradient doesn’t make the update wrong.",
      update: "It starts with the update: the loss and the gradients agree.",
    })[stage],
  startsInLayer: (layer: string, several: boolean) =>
    several
      ? `${layer}. Backprop comes through it first, and the layers before it depend on its error signals.`
      : `${layer}. The others agree.`,

  // Stages
  stageByStage: (t: number) => `Update ${t}, stage by stage`,
  stage: { parameters: "Parameters", loss: "Loss", gradient: "Gradient", update: "Update" },
  inLayer: (stage: string, layer: number) => `${stage}, layer ${layer}`,
  number: "Number",
  agreeing: (n: number) => (n === 1 ? "agrees" : `all ${n} agree`),
  differing: (n: number, of: number) => (of === 1 ? "differs" : `${n} of ${of} ${differ(n)}`),
  notRecorded: "not in your recording",
  notComparable: "can’t be compared",
  lossInBoth: (loss: string) => `${loss} in both`,
  lossBoth: (yours: string, ours: string) => `yours ${yours}, ours ${ours}`,

  // Working
  where: "Where it comes from",
  ours: "ours",
  yours: "yours",
  apart: "apart",
  yourStep: (yours: string, ours: string) => `Your step was ${yours}. Ours is ${ours}.`,
  yourRatio: (ratio: string) => `Yours divided by ours is ${ratio}.`,
  noFormula: "The numbers that ours is computed from aren’t all in the recording.",
  theSameAsBefore: "Ours is what the update before left. Something changed it between the two updates.",
  linesBefore: "Where its inputs come from",
  followOurs: "Follow ours to the data",
  computing: "Computing…",

  // Mistakes
  likely: "The likely mistake",
  reproduces: (n: number) =>
    n === 1
      ? "This mistake reproduces every number of its stage:"
      : "Each of these mistakes reproduces every number of its stage. This recording can’t tell them apart:",
  tried: (names: string) => `Tried, and ruled out: ${names}.`,
  noneKnown: "No known mistake reproduces these numbers.",
  noneFits: "No known mistake reproduces these numbers. What is known:",
  differingLayers: (layers: readonly number[], stage: Stage) =>
    `The ${stage === "gradient" ? "gradients" : "parameters"} of ${layers.length === 1 ? "layer" : "layers"} ${layers.join(", ")} differ.`,
  ratio: ([low, high]: readonly [low: string, high?: string], count: number, stage: Stage) =>
    `${stage === "update" ? "Your step divided by ours" : "Yours divided by ours"} is ${high === undefined ? low : `between ${low} and ${high}`} for all ${count} ${stage === "gradient" ? "gradients" : "parameters"} that differ.`,
  clipped: "It’s as when gradients are clipped, which can’t be judged.",
  atLayer: (label: string, layer: number) => `${label}, layer ${layer}`,
  does: {
    learningRateScaled:
      "The step is multiplied or divided by the number of points in the batch, as when a gradient that is already an average is averaged again.",
    stepSignFlipped: "The step is added to the parameters instead of being subtracted.",
    momentumDampened:
      "The velocity is μv + (1 − μ)g. Momentum here is μv + g, as in PyTorch without dampening.",
    nesterovMixed: "Nesterov’s momentum where plain momentum was recorded, or the other way around.",
    biasCorrectionMissing: "The step uses m and v instead of the bias-corrected m̂ and v̂.",
    biasCorrectionOffByOne: "The bias correction uses t + 1 for t. The first update must use t = 1.",
    epsilonInsideRoot: "ε is added under the root: √(v̂ + ε) instead of √v̂ + ε.",
    betasSwapped: "β₁ and β₂ are exchanged.",
    weightDecayCoupled: "The weight decay is added to the gradient. AdamW shrinks the parameters directly.",
    weightDecayDecoupled:
      "The weight decay shrinks the parameters directly. This optimizer adds it to the gradient.",
    optimizerReset:
      "The optimizer is created inside the epoch loop, so its state and t begin at 0 again in every epoch. Move it above the loop.",
    staleGradient: "Each update uses the gradient of the update before.",
  } as Readonly<Record<string, string>>,

  // Differences
  differingNumbers: "Differing numbers",
  ofUpdate: (t: number, n: number) => `${n} in update ${t}`,
  noneDiffer: "No number of this update differs.",
  more: (n: number) => `${n} more`,
  notListed: "Too many numbers of this recording differ to list them all.",
  pressOne: "Press a number to see where ours comes from.",

  // Timeline
  timeline: "Updates",
  update: "Update",
  updateOf: (t: number, n: number) =>
    `Update ${t}: ${n === 0 ? "agrees" : `${plural(n, { one: "number", other: "numbers" })} ${differ(n)}`}`,
  updateShort: (t: number) => `Update ${t}`,
  previous: "Previous update",
  next: "Next update",
  nextApart: "Next that differs",
  loss: "loss",
  lossOver: "Loss by update, yours and ours",

  // Explore
  explore: "Explore it",
  exploreHow:
    "Open the recording’s network, data and optimizer in the playground, and every tool works on them. To come back to the recording, choose Tools → Your own code.",
  fromStart: "Open from the start",
  asRecorded: "Open as recorded",
  recordedHow: "As recorded, every update ends with your parameters, and all else is computed from them.",
  fromHere: (t: number) => `Open from before update ${t}`,
  startsAnew: (t: number) =>
    `From before update ${t}, the optimizer starts anew: its state (m and v, where it has them) and t are 0.`,
  batchesDrawn: "Its mini-batches are drawn anew, so training goes another way.",
  asDouble: "The playground computes in float64.",

  // report
  report: (name: string) => `Neural-Viz: ${name}`,
  reportYours: (id: string, yours: number, ours: number) => `${id}: yours ${yours}, ours ${ours}`,
  reportMistake: (label: string, layer: number | undefined, name: string) =>
    `Likely mistake: ${label}${layer === undefined ? "" : ` in layer ${layer}`} (${name})`,
};
