/**
 * Where a quantity comes from: its value as training used it, and the expression over its inputs that gives it to the
 * last bit. Data, hyper-parameters, draws of the generator and edits by hand are leaves.
 */
import { evaluate, type Expression, substitute } from "../math/expression.ts";
import { format } from "../math/format.ts";
import { createRandom } from "../math/random.ts";
import { isRounding } from "../math/rounding.ts";
import { counted, ordinal, short } from "../math/sentence.ts";
import { activations } from "../nn/activations.ts";
import { type Initializer, initializers } from "../nn/initializers.ts";
import { parameterId } from "../nn/network.ts";
import { optimizerOf } from "../nn/optimizers/index.ts";
import { editedAt } from "../session/change.ts";
import { slopeCaption, valueCaption } from "./activationCaptions.ts";
import { deriveCheck } from "./checked.ts";
import { beforeEdits, type Id, idText, isBeforeEdits, updateOf } from "./ids.ts";
import { deriveNorm } from "./norms.ts";
import {
  allPoints,
  beforeFirstUpdate,
  derived,
  everySample,
  indexOf,
  labelledTraceOf,
  labelOf,
  layerOf,
  leaf,
  lookedAt,
  placeOf,
  placesOf,
  traceOf,
  UnknownQuantity,
  readId,
} from "./parts.ts";
import { derivePath } from "./paths.ts";
import { deriveSlice } from "./sliced.ts";
import type { Derivation, Run, State } from "./state.ts";

export function derive(run: Run, id: Id): Derivation {
  if ("t" in id && id.t > run.last) {
    throw new UnknownQuantity(
      `${idText(id)} is after the end: the run has ${run.last} updates; L@${run.last} is the last loss.`,
    );
  }
  if ("t" in id && isBeforeEdits(id.t) && !wasEdited(run, updateOf(id.t))) {
    const t = updateOf(id.t);
    throw new UnknownQuantity(
      `Nothing was set by hand after update ${t}, so ${idText({ ...id, t })} is the only one.`,
    );
  }
  switch (id.kind) {
    case "x":
    case "y":
      return deriveData(run, id);
    case "parameter":
      return deriveParameter(run, id.name, id.t);
    case "z":
    case "a":
    case "slope":
    case "delta":
      return deriveUnit(run, id);
    case "p":
    case "ell":
    case "conf":
      return deriveAnswer(run, id);
    case "L":
    case "Ltest":
    case "Lbatch":
      return deriveLoss(run, id);
    case "acc":
    case "acctest":
      return deriveAccuracy(run, id);
    case "batch":
      return deriveMember(run, id.i, id.t);
    case "dL":
    case "predicted":
      return deriveChange(run, id);
    case "gradient":
      return deriveGradient(run, id);
    case "memory":
      return deriveMemory(run, id.slot, id.name, id.t);
    case "difference":
      return deriveDifference(run, id.name, id.t);
    case "check":
      return deriveCheck(run, id);
    case "norm":
      return deriveNorm(run, id);
    case "path":
      return derivePath(run, id);
    case "slice":
      return deriveSlice(run, id);
    case "init":
      return deriveInitial(run, id.name);
    case "rng":
      return deriveDraw(run, id.i);
    case "hyper":
      return deriveHyper(run, id.name, id.t);
  }
}

function deriveData(run: Run, id: Extract<Id, { kind: "x" | "y" }>): Derivation {
  if (id.kind === "y") {
    return leaf(labelOf(run, id.point), "The label of this sample.", `data · ${idText(id)}`);
  }
  const value = placeOf(run, id.point)[id.k - 1]!;
  const { point } = id;
  if (point.kind === "sample") {
    return leaf(value, `Input ${id.k} of sample ${point.s}.`, `data · sample ${point.s}, column ${id.k}`);
  }
  if (point.kind === "probe") return leaf(value, `Input ${id.k} of the probe.`, "chosen by hand");
  const { row, column, size } = point;
  const share: Expression = ["/", ["+", (id.k === 1 ? column : row) - 1, 0.5], size];
  return derived(value, `The centre of the cell.`, id.k === 1 ? share : ["-", 1, share]);
}

function deriveParameter(run: Run, name: string, t: number): Derivation {
  const index = indexOf(run, name);
  const value = run.at(t).params[index]!;
  if (!isBeforeEdits(t) && wasEdited(run, t, name)) {
    const update =
      t === 0 ? "" : ` Update ${t} had made it ${format(run.at(beforeEdits(t)).params[index]!)}.`;
    return leaf(value, `This number was set by hand.${update}`, `edited by hand after ${t} updates`);
  }
  if (t === 0) return derived(value, "At the start it is what the initializer gave.", initialId(name));
  const update = updateOf(t);
  const moved = value - run.at(update - 1).params[index]!;
  const words =
    moved === 0
      ? `Update ${update} left it where it was.`
      : `Update ${update} ${moved > 0 ? "raised" : "lowered"} it by ${format(Math.abs(moved))}, by the optimizer's rule.`;
  return derived(value, words, line(run, name, update, "w"));
}

/** Whether a parameter, or this one, was set by hand after t updates. */
function wasEdited({ experiment }: Run, t: number, name?: string): boolean {
  const edited = editedAt(experiment, t);
  return name === undefined ? edited.size > 0 : edited.has(name);
}

/** The moment right after update t: what was set by hand there comes later. */
function afterUpdate(run: Run, t: number, name?: string): number {
  return wasEdited(run, t, name) ? beforeEdits(t) : t;
}

const initialId = (name: string): string => idText({ kind: "init", name });

/**
 * One line of the optimizer's rule for a parameter at update t, its names replaced by ids: those of earlier lines at t,
 * the others at t − 1.
 */
function line(run: Run, name: string, t: number, wanted: string): Expression {
  const before = run.at(t - 1);
  const { derivation } = optimizerOf(before.optimizer.name);
  const place = derivation.findIndex(([other]) => other === wanted);
  if (place === -1) {
    const names = derivation.slice(0, -1).map(([other]) => other);
    throw new UnknownQuantity(
      names.length === 0
        ? `${before.optimizer.name} remembers nothing, so there is no ${short(wanted)}.${name}@${t}; d${name}@${t} is its step.`
        : `${before.optimizer.name} has no ${short(wanted)} at update ${t}; ${names[0]}.${name}@${t} is one.`,
    );
  }
  const earlier = new Set(derivation.slice(0, place).map(([other]) => other));
  return substitute(derivation[place]![1], (symbol) => {
    if (symbol === "g") return `g${name}@${t - 1}`;
    if (symbol === "t") return before.updates + 1;
    if (symbol === "w") return `${name}@${t - 1}`;
    if (earlier.has(symbol)) return `${symbol}.${name}@${t}`;
    if (derivation.some(([other]) => other === symbol)) {
      return before.updates === 0 ? 0 : `${symbol}.${name}@${t - 1}`;
    }
    return `h.${symbol}@${t - 1}`;
  });
}

/** The value of a line: read from memory where it is remembered, else computed as training did. */
function deriveMemory(run: Run, slot: string, name: string, t: number): Derivation {
  const index = indexOf(run, name);
  if (t === 0) {
    if (run.last > 0) line(run, name, 1, slot); // refuses a slot that the optimizer doesn't have
    throw beforeFirstUpdate(run, `${slot}.${name}`);
  }
  const expression = line(run, name, t, slot);
  const before = run.at(t - 1);
  const remembered = optimizerOf(before.optimizer.name).slots.indexOf(slot);
  const after = run.at(t);
  const kept = remembered >= 0 && after.optimizer.name === before.optimizer.name && after.updates > 0;
  const value = kept ? after.slots[remembered]![index]! : valueOver(run, expression);
  const words =
    remembered >= 0
      ? "What the optimizer remembers after this update."
      : `The memory, corrected for its empty start.${restarted(before)}`;
  return derived(value, words, expression);
}

/** Since when the optimizer counts its updates, where that isn't since the run began. */
function restarted({ t, updates, optimizer }: State): string {
  if (updates === t) return "";
  const { label } = optimizerOf(optimizer.name);
  return ` ${label} started at update ${t - updates + 1}, so this is its ${ordinal(updates + 1)} update.`;
}

/** The value of an expression over the ids of a run. */
function valueOver(run: Run, expression: Expression): number {
  return evaluate(expression, (text) => valueOf(run, text));
}

function deriveDifference(run: Run, name: string, t: number): Derivation {
  const index = indexOf(run, name);
  if (t === 0) throw beforeFirstUpdate(run, `d${name}`);
  const after = afterUpdate(run, t, name);
  const value = run.at(after).params[index]! - run.at(t - 1).params[index]!;
  const edit = wasEdited(run, t, name) ? " What was set by hand after it is not part of that." : "";
  return derived(value, `How far update ${t} moved it.${edit}`, [
    "-",
    idText({ kind: "parameter", name, t: after }),
    `${name}@${t - 1}`,
  ]);
}

function deriveInitial(run: Run, name: string): Derivation {
  const index = indexOf(run, name);
  const { initializer } = run.experiment.network;
  const edits = run.experiment.changes.filter((change) => change.at === 0 && "parameter" in change);
  const value = edits.length === 0 ? run.at(0).params[index]! : undefined;
  if (initializer.name === "given") {
    const [l, j, k] = placesOf(name);
    const layer = initializer.parameters[l - 1]!;
    const given = k === undefined ? layer.bias[j - 1]! : layer.weight[j - 1]![k - 1]!;
    return leaf(given, "The file gives this number.", "given by the experiment");
  }
  const [l, , k] = placesOf(name);
  const { fanIn, fanOut } = run.network.layers[l - 1]!;
  const { bounds }: Initializer = initializers[initializer.name];
  const both = bounds(fanIn, fanOut);
  const bound = k === undefined ? both.bias : both.weight;
  if (bound === undefined) {
    return leaf(0, `The initializer ${initializer.name} starts it at 0.`, `initializer ${initializer.name}`);
  }
  const expression: Expression = ["-", ["*", `rng.${drawOf(run, index)}`, ["*", 2, bound]], bound];
  return derived(value ?? valueOver(run, expression), `A random number within ±${bound}.`, expression);
}

/** Which draw of the generator became a parameter, from 1: parameters that start at 0 take none. */
function drawOf(run: Run, index: number): number {
  const { initializer } = run.experiment.network;
  if (initializer.name === "given") return 0;
  const { bounds }: Initializer = initializers[initializer.name];
  let draws = 0;
  for (const { fanIn, fanOut, weight, bias } of run.network.layers) {
    const both = bounds(fanIn, fanOut);
    for (const [from, to, bound] of [
      [weight, bias, both.weight],
      [bias, bias + fanOut, both.bias],
    ] as const) {
      if (index < to) return bound === undefined ? 0 : draws + index - from + 1;
      if (bound !== undefined) draws += to - from;
    }
  }
  return draws;
}

function deriveDraw(run: Run, i: number): Derivation {
  const { initializer } = run.experiment.network;
  if (initializer.name === "given" || initializer.name === "zeros") {
    throw new UnknownQuantity(
      `The initializer ${initializer.name} draws no random numbers, so there is no rng.${i}.`,
    );
  }
  const draws = Array.from({ length: run.network.size }, (_, index) => drawOf(run, index));
  const most = Math.max(...draws);
  if (i < 1 || i > most) throw new UnknownQuantity(`rng.${i} was not drawn; rng.1 to rng.${most} were.`);
  const random = createRandom(initializer.seed);
  let value = 0;
  for (let n = 0; n < i; n++) value = random.uniform();
  return leaf(
    value,
    `Draw ${i} of the random generator.`,
    `random · draw ${i} with seed ${initializer.seed}`,
  );
}

function deriveHyper(run: Run, name: string, t: number): Derivation {
  const { optimizer } = run.at(t);
  const { hyper } = optimizerOf(optimizer.name);
  const parameter = Object.hasOwn(hyper, name) ? hyper[name] : undefined;
  if (parameter === undefined) {
    throw new UnknownQuantity(
      `${optimizer.name} has no ${short(name)} at update ${t}; h.learningRate@${t} is one.`,
    );
  }
  const value = (optimizer as Readonly<Record<string, unknown>>)[name] as number;
  return leaf(value, `${parameter.label}, as it was chosen.`, "hyper-parameter");
}

type UnitId = Extract<Id, { kind: "z" | "a" | "slope" | "delta" }>;

function deriveUnit(run: Run, id: UnitId): Derivation {
  const { l, j, point, t } = id;
  const layer = layerOf(run, id);
  const state = run.at(t);
  const unit = (kind: UnitId["kind"], layerNumber: number, unitNumber: number): string =>
    idText({ kind, l: layerNumber, j: unitNumber, point, t });
  const output = l === run.network.layers.length;
  if (id.kind === "z") {
    const terms = Array.from({ length: layer.fanIn }, (_, k): Expression => [
      "*",
      idText({ kind: "parameter", name: `W.${l}.${j}.${k + 1}`, t }),
      l === 1 ? idText({ kind: "x", point, k: k + 1 }) : unit("a", l - 1, k + 1),
    ]);
    const value = traceOf(run, point, state).z[l - 1]![j - 1]!;
    const what = output
      ? "The network's sum before it is squeezed"
      : `What comes into neuron ${j} of layer ${l}`;
    return derived(value, `${what}: the bias, plus every input times its weight.`, [
      "+",
      idText({ kind: "parameter", name: `b.${l}.${j}`, t }),
      ...terms,
    ]);
  }
  if (id.kind === "a") {
    const seen = traceOf(run, point, state);
    const caption = valueCaption(layer.activation, seen.z[l - 1]![j - 1]!);
    return derived(
      seen.a[l - 1]![j - 1]!,
      `The activation of neuron ${j} in layer ${l}. ${caption}`,
      substitute(activations[layer.activation].value, () => unit("z", l, j)),
    );
  }
  if (id.kind === "slope") {
    if (output) {
      placeOf(run, point);
      const instead =
        point.kind === "sample"
          ? `${unit("delta", l, 1)} is what training uses`
          : `${idText({ kind: "p", point, t })} is the prediction there`;
      throw new UnknownQuantity(
        `${idText(id)} isn't computed, because the output's slope cancels against that of the loss; ${instead}.`,
      );
    }
    const { slope, slopeValue } = activations[layer.activation];
    const a = traceOf(run, point, state).a[l - 1]![j - 1]!;
    return derived(
      slope(a),
      `The local slope f′(z) of neuron ${j} in layer ${l}: how fast its activation changes with its z. ${slopeCaption(layer.activation, a)}`,
      substitute(slopeValue, () => unit("a", l, j)),
    );
  }
  const value = labelledTraceOf(run, point, state).delta[l - 1]![j - 1]!;
  if (output) {
    const p = idText({ kind: "p", point, t });
    return derived(value, "How much the output is to blame: the answer minus the truth.", [
      "-",
      p,
      idText({ kind: "y", point }),
    ]);
  }
  const next = run.network.layers[l]!;
  const blame = Array.from({ length: next.fanOut }, (_, i): Expression => [
    "*",
    `W.${l + 1}.${i + 1}.${j}@${t}`,
    unit("delta", l + 1, i + 1),
  ]);
  const { slopeValue } = activations[layer.activation];
  const slope = substitute(slopeValue, () => unit("a", l, j));
  const about = `How much neuron ${j} of layer ${l} is to blame: what comes back through its weights, times its own slope.`;
  return derived(value, about, ["*", ["sum", ...blame], slope]);
}

function deriveAnswer(run: Run, id: Extract<Id, { kind: "p" | "ell" | "conf" }>): Derivation {
  const { point, t } = id;
  const state = run.at(t);
  const z = idText({ kind: "z", l: run.network.layers.length, j: 1, point, t });
  if (id.kind === "p") {
    return derived(
      traceOf(run, point, state).probability,
      "The network's answer: the sum z, squeezed into 0 … 1, is the probability of class 1.",
      ["sigmoid", z],
    );
  }
  if (id.kind === "conf") {
    const p = traceOf(run, point, state).probability;
    return derived(Math.abs(p - 0.5) * 2, "How far the answer is from undecided, 0 to 1.", [
      "*",
      ["abs", ["-", idText({ kind: "p", point, t }), 0.5]],
      2,
    ]);
  }
  const y = idText({ kind: "y", point });
  return derived(
    labelledTraceOf(run, point, state).loss,
    "The price of this answer: −ln of the probability given to the truth.",
    ["+", ["-", ["relu", z], ["*", z, y]], ["log1p", ["exp", ["neg", ["abs", z]]]]],
  );
}

function deriveLoss(run: Run, { kind, t }: { kind: "L" | "Ltest" | "Lbatch"; t: number }): Derivation {
  const state = run.at(t);
  const mean = (places: Int32Array): Expression => [
    "mean",
    ...everySample(places, (point) => idText({ kind: "ell", point, t })),
  ];
  const { train, test } = run.split;
  if (kind === "Ltest") {
    const words = `The mean loss over ${counted(test.length, "held-out point")}; no update uses ${test.length === 1 ? "it" : "them"}.`;
    return derived(heldOut(run, kind, state).loss, words, mean(test));
  }
  if (kind === "Lbatch") {
    const words = `The mean loss over ${lookedAt(run, t)}: the next update uses its gradient.`;
    return derived(state.batchLoss, words, mean(run.batches.at(t)));
  }
  return derived(state.loss, `The mean loss over ${allPoints(train.length)}.`, mean(train));
}

function deriveAccuracy(run: Run, { kind, t }: { kind: "acc" | "acctest"; t: number }): Derivation {
  const state = run.at(t);
  const places = kind === "acc" ? run.split.train : run.split.test;
  const { correct } = kind === "acc" ? state : heldOut(run, kind, state);
  const right = everySample(places, (point) => [
    "right",
    idText({ kind: "p", point, t }),
    idText({ kind: "y", point }),
  ]);
  const whose = kind === "acc" ? "samples" : "samples held out";
  return derived(correct / places.length, `The share of ${whose} on the right side.`, ["mean", ...right]);
}

function heldOut(run: Run, kind: string, { t, test }: State): { loss: number; correct: number } {
  if (test !== undefined) return test;
  throw new UnknownQuantity(
    `No sample of the ${run.samples.count} is held out, so there is no ${kind}@${t}; L@${t} is the loss.`,
  );
}

/** Which sample stands at a place of the batch. */
function deriveMember(run: Run, i: number, t: number): Derivation {
  const places = run.batches.at(t);
  const place = places[i - 1];
  if (place === undefined) {
    throw new UnknownQuantity(
      `batch.${i}@${t} doesn't exist, because the next update uses ${counted(places.length, "point")}; batch.1@${t} is the first.`,
    );
  }
  const { batch } = run.experiment.training;
  const drawn = batch !== "all" && run.batches.perEpoch > 1;
  const epoch = Math.floor(t / run.batches.perEpoch);
  return leaf(
    place + 1,
    `The sample at place ${i} of the points that the next update looks at.`,
    drawn ? `random · the order of epoch ${epoch + 1}, seed ${batch.seed} + ${epoch}` : "data · file order",
  );
}

/** What an update did to the loss, and what the slope alone would have it do. */
function deriveChange(run: Run, id: Extract<Id, { kind: "dL" | "predicted" }>): Derivation {
  const { kind, t } = id;
  if (t === 0) throw beforeFirstUpdate(run, kind);
  if (kind === "dL") {
    const after = afterUpdate(run, t);
    const edit = wasEdited(run, t) ? " What was set by hand after it is not part of that." : "";
    return derived(run.at(after).loss - run.at(t - 1).loss, `What update ${t} did to the loss.${edit}`, [
      "-",
      idText({ kind: "L", t: after }),
      `L@${t - 1}`,
    ]);
  }
  const names = Array.from({ length: run.network.size }, (_, index) => parameterId(run.network, index));
  const [before, after] = [run.at(t - 1), run.at(afterUpdate(run, t))];
  const value = before.gradient.reduce((sum, g, i) => sum + g * (after.params[i]! - before.params[i]!), 0);
  return derived(
    value,
    "What the slopes alone predict: each gradient times the step of its parameter, all added.",
    ["sum", ...names.map((name): Expression => ["*", `g${name}@${t - 1}`, `d${name}@${t}`])],
  );
}

function deriveGradient(run: Run, id: Extract<Id, { kind: "gradient" }>): Derivation {
  const { name, point, t } = id;
  const index = indexOf(run, name);
  const state = run.at(t);
  if (point === undefined) {
    const each = Array.from(run.batches.at(t), (place) =>
      idText({ kind: "gradient", name, point: { kind: "sample", s: place + 1 }, t }),
    );
    const g = state.gradient[index]!;
    const advice = adviceOn(g, () => each.map((term) => valueOf(run, term)));
    return derived(
      g,
      `The slope of the loss along this parameter, the mean over ${lookedAt(run, t)}.${advice}`,
      ["mean", ...each],
    );
  }
  const [l, j, k] = placesOf(name);
  const seen = labelledTraceOf(run, point, state);
  const delta = seen.delta[l - 1]![j - 1]!;
  const deltaId = idText({ kind: "delta", l, j, point, t });
  if (k === undefined) return derived(delta, "A bias takes the whole blame of its neuron.", deltaId);
  const input = l === 1 ? placeOf(run, point)[k - 1]! : seen.a[l - 2]![k - 1]!;
  const inputId = l === 1 ? idText({ kind: "x", point, k }) : idText({ kind: "a", l: l - 1, j: k, point, t });
  return derived(delta * input, "The blame of the neuron it goes into, times what comes through it.", [
    "*",
    deltaId,
    inputId,
  ]);
}

/** A gradient this large is no rounding error, whatever it is the mean of: the terms' sizes are of the order of 1. */
const PLAIN = 1e-6;

/** Which way to move a parameter, unless its gradient is only what rounding left of terms that cancel. */
function adviceOn(gradient: number, terms: () => readonly number[]): string {
  if (gradient === 0) return "";
  if (Math.abs(gradient) < PLAIN && isRounding(gradient, terms())) {
    return " The points' gradients cancel: what is left is no larger than rounding errors.";
  }
  return ` ${gradient < 0 ? "Raise" : "Lower"} this parameter a little, and the loss falls.`;
}

/** The value of a quantity by its text. */
export function valueOf(run: Run, text: string): number {
  return derive(run, readId(text)).value;
}
