/**
 * The units of the explained step, in order, at each of the three zooms. They name quantities of the real step from
 * epoch t to t + 1; nothing is computed here.
 */
import type { Zoom } from "./state.ts";
import {
  activationOf,
  beforeEdits,
  biasName,
  editedAt,
  type Experiment,
  idOf,
  ids,
  type Layer,
  type Network,
  optimizerAt,
  type OptimizerName,
  optimizerOf,
  parameterId,
  type QuantityId,
  weightName,
} from "@neural-viz/engine";
import { messages } from "#text/stages";
import { inputId, inputLetter, outputId, outputLetter, targetId } from "./quantities.ts";

export const stages = [
  { name: "forward", number: "1", label: messages.forward, question: messages.forwardQuestion },
  { name: "loss", number: "2", label: messages.lossStage, question: messages.lossQuestion },
  { name: "backward", number: "3", label: messages.backward, question: messages.backwardQuestion },
  { name: "average", number: "3b", label: messages.averageStage, question: messages.averageQuestion },
  { name: "update", number: "4", label: messages.update, question: messages.updateQuestion },
] as const;

type StageName = (typeof stages)[number]["name"];

/** A table of quantities: a vector or a matrix. */
export interface Grid {
  /** TeX. */
  readonly label: string;
  /** Ids, row by row. */
  readonly rows: readonly (readonly QuantityId[])[];
  /** Whether the unit computes it. */
  readonly result?: true;
}

export interface StepUnit {
  readonly stage: StageName;
  /** Whether the unit is about the selected point or about all points. */
  readonly about: "point" | "all";
  /** The unit's main quantity. The graph highlights it. */
  readonly focus: QuantityId;
  /** Quantities derived one by one, … */
  readonly ids: readonly QuantityId[];
  /** Whether each of them is a result, not only the last. */
  readonly each?: true;
  /** … tables with TeX between them, … */
  readonly grids: readonly Grid[];
  /** … which "your turn" replaces by those with everything that the results are computed from, … */
  readonly detail?: readonly Grid[];
  /** … the formula of the tables, in TeX and in PyTorch, … */
  readonly formula?: { readonly tex: string; readonly torch: string };
  /** … or the table of all updates. */
  readonly updates?: readonly string[];
  /** The parameters right after the update, in that table's order. */
  readonly after?: readonly QuantityId[];
  /** The layer, where a unit is one. */
  readonly layer?: number;
}

/** Where a unit stands in its stage, counted as a person would: "layer 2 of 2, backward". */
export function positionOf(zoom: Zoom, units: readonly StepUnit[], unit: StepUnit): string {
  const { label } = stages.find(({ name }) => name === unit.stage)!;
  if (zoom === "stage") return messages.stageOf(units.indexOf(unit) + 1, units.length);
  const own = units.filter(({ stage }) => stage === unit.stage);
  if (unit.layer === undefined) return messages.numberOf(own.indexOf(unit) + 1, own.length, label);
  return messages.layerOf(unit.layer, own.length, label);
}

interface Where {
  readonly network: Network;
  readonly optimizer: OptimizerName;
  /** The number of the sample. */
  readonly sample: number;
  readonly t: number;
  /** The parameters that were set by hand right after the update. */
  readonly edited: ReadonlySet<string>;
  /** Whether training lowers J = L + R, with a penalty on the weights. */
  readonly penalized: boolean;
}

/**
 * The optimizer of the update after t, even if another one is in use since, and the parameters set by hand right
 * after it.
 */
export function updateAfter(experiment: Experiment, t: number) {
  return { t, optimizer: optimizerAt(experiment, t).name, edited: editedAt(experiment, t + 1) };
}

/** A parameter's value right after the update from t, before any was set by hand there. */
export function afterUpdate(name: string, { t, edited }: Pick<Where, "t" | "edited">): QuantityId {
  return ids.parameter.of(name, edited.has(name) ? beforeEdits(t + 1) : t + 1);
}

export function unitsOf(zoom: Zoom, where: Where): readonly StepUnit[] {
  if (zoom === "stage") return stageUnits(where);
  return zoom === "layer" ? layerUnits(where) : scalarUnits(where);
}

const scalar = (stage: StageName, about: "point" | "all", ...derived: QuantityId[]): StepUnit => ({
  stage,
  about,
  focus: derived.at(-1)!,
  ids: derived,
  grids: [],
});

const found = (grid: Grid): Grid => ({ ...grid, result: true });

const count = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

function namesOf({ size, ...network }: Network): string[] {
  return Array.from({ length: size }, (_, index) => parameterId({ ...network, size }, index));
}

/** The lines of an optimizer's rule for one parameter at its update, with the weight last. */
function ruleIds(name: string, where: Where): QuantityId[] {
  return optimizerOf(where.optimizer).derivation.map(([line]) =>
    line === "w" ? afterUpdate(name, where) : ids.optimizerState.of(line, name, where.t + 1),
  );
}

function scalarUnits(where: Where): StepUnit[] {
  const { network, sample, t } = where;
  const { layers } = network;
  const names = namesOf(network);
  const made = network.features
    .map((_, k) => inputId(network, k, sample))
    .filter((id) => idOf(id).kind === "f")
    .map((id) => scalar("forward", "point", id));
  const forward = layers
    .slice(0, -1)
    .flatMap(({ fanOut }, i) =>
      count(fanOut).flatMap((j) => [
        scalar("forward", "point", ids.z.of(i + 1, j, sample, t)),
        scalar("forward", "point", ids.a.of(i + 1, j, sample, t)),
      ]),
    );
  const errorSignals = layers
    .map(({ fanOut }, i) =>
      count(fanOut).map((j) => scalar("backward", "point", ids.delta.of(i + 1, j, sample, t))),
    )
    .toReversed()
    .flat();
  return [
    ...made,
    ...forward,
    ...outputUnits(where),
    scalar("loss", "point", ids.ell.of(sample, t)),
    ...lossUnits(where),
    ...errorSignals,
    ...names.map((name) => scalar("backward", "point", ids.gradient.of(name, t, sample))),
    ...names.map((name) => scalar("average", "all", ids.gradient.of(name, t))),
    ...names.map((name) => scalar("update", "all", ...ruleIds(name, where))),
  ];
}

/** The outputs one by one. A softmax needs all of their z, and what it makes of them, before the first. */
function outputUnits({ network, sample, t }: Where): StepUnit[] {
  const { layers, head } = network;
  const all = count(layers.at(-1)!.fanOut);
  const z = (j: number): StepUnit => scalar("forward", "point", ids.z.of(layers.length, j, sample, t));
  const output = (j: number): StepUnit => scalar("forward", "point", outputId(network, j - 1, sample, t));
  if (head.activation !== "softmax") return all.flatMap((j) => [z(j), output(j)]);
  return [
    ...all.map(z),
    scalar("forward", "point", ids.zmax.of(sample, t)),
    ...all.map((j) => scalar("forward", "point", ids.ez.of(j, sample, t))),
    scalar("forward", "point", ids.S.of(sample, t)),
    scalar("forward", "point", ids.Z.of(sample, t)),
    ...all.map(output),
  ];
}

/** The loss over all points and, with a penalty on the weights, what it adds. */
function lossUnits({ penalized, t }: Where): StepUnit[] {
  const loss = scalar("loss", "all", ids.L.of(t));
  return penalized ? [loss, scalar("loss", "all", ids.R.of(t), ids.J.of(t))] : [loss];
}

/** Whether δ of a layer has the slope f′(z) as a factor. It cancels against cross-entropy's, and a line's is 1. */
function hasSlope({ head, layers }: Network, l: number): boolean {
  return l < layers.length || (head.loss !== "crossEntropy" && head.activation !== "identity");
}

/** TeX of δ of the output layer: ŷ − y where the slope cancels, else the error times the slope. */
function outputError({ head, layers }: Network): string {
  const error = `${outputLetter({ head })} - y`;
  if (head.loss === "crossEntropy") return error;
  const { fanOut } = layers.at(-1)!;
  const factor = head.loss === "squaredError" ? "" : fanOut === 1 ? "2\\," : `\\tfrac{2}{${fanOut}}\\,`;
  if (head.activation === "identity") return factor === "" ? error : `${factor}(${error})`;
  return `${factor}(${error}) \\odot f'(z^{(${layers.length})})`;
}

/** PyTorch for the outputs from the inputs. */
function outputTorch({ head }: Network): string {
  const letter = head.classifies ? "p" : "y";
  if (head.activation === "identity") return `${letter} = model(x)`;
  if (head.activation === "softmax") return `${letter} = torch.softmax(model(x), dim=-1)`;
  return `${letter} = torch.${head.activation}(model(x))`;
}

/** The activation of a layer in TeX, of its z, and its module in PyTorch. */
function activationText({ activation }: Layer, l: number): { readonly tex: string; readonly torch: string } {
  if (activation === "softmax") {
    return { tex: `\\operatorname{softmax}(z^{(${l})})`, torch: "nn.Softmax(dim=-1)" };
  }
  const { symbols, torch } = activationOf({ activation });
  return { tex: symbols.split(" = ")[0]!.replaceAll(/\bz\b/g, `z^{(${l})}`), torch };
}

function layerUnits(where: Where): StepUnit[] {
  const { network, optimizer, sample, t, penalized } = where;
  const { layers } = network;
  const last = layers.length;
  const lowered = penalized ? "J" : "L";
  const unit = (kind: "a" | "z" | "delta", l: number, j: number): QuantityId => {
    if (l === 0) return inputId(network, j - 1, sample);
    return kind === "a" && l === last ? outputId(network, j - 1, sample, t) : ids[kind].of(l, j, sample, t);
  };
  const vector = (kind: "a" | "z" | "delta", l: number, label: string): Grid => ({
    label,
    rows: count(l === 0 ? network.features.length : layers[l - 1]!.fanOut).map((j) => [unit(kind, l, j)]),
  });
  const matrix = (l: number, label: string, of: (name: string) => QuantityId): Grid => ({
    label,
    rows: count(layers[l - 1]!.fanOut).map((j) =>
      count(layers[l - 1]!.fanIn).map((k) => of(weightName(l, j, k))),
    ),
  });
  const biases = (l: number, label: string, of: (name: string) => QuantityId): Grid => ({
    label,
    rows: count(layers[l - 1]!.fanOut).map((j) => [of(biasName(l, j))]),
  });
  const slopes = (l: number): Grid => ({
    label: `f'(z^{(${l})})`,
    rows: count(layers[l - 1]!.fanOut).map((j) => [ids.slope.of(l, j, sample, t)]),
  });
  const targetsOf = (l: number): Grid => ({
    label: "y",
    rows: count(layers[l - 1]!.fanOut).map((j) => [targetId(network, j - 1, sample)]),
  });
  const a = (l: number): string =>
    l === last ? outputLetter(network) : l === 0 ? inputLetter(network) : `a^{(${l})}`;
  const now = (name: string): QuantityId => ids.parameter.of(name, t);
  const forward = layers.map((layer, i): StepUnit => {
    const l = i + 1;
    const { tex: f, torch } = activationText(layer, l);
    return {
      stage: "forward",
      about: "point",
      layer: l,
      focus: unit("a", l, 1),
      ids: [],
      grids: [
        matrix(l, `W^{(${l})}`, now),
        vector("a", l - 1, a(l - 1)),
        biases(l, `b^{(${l})}`, now),
        found(vector("z", l, `z^{(${l})}`)),
        found(vector("a", l, a(l))),
      ],
      formula: {
        tex: `z^{(${l})} = W^{(${l})} ${a(l - 1)} + b^{(${l})},\\quad ${a(l)} = ${f}`,
        torch: `z = linear${l}(a); a = ${torch}(z)`,
      },
    };
  });
  const backward = layers
    .map((_, i): StepUnit => {
      const l = i + 1;
      const input = vector("a", l - 1, a(l - 1));
      const gradient = matrix(l, `\\frac{\\partial \\ell}{\\partial W^{(${l})}}`, (name) =>
        ids.gradient.of(name, t, sample),
      );
      const delta = vector("delta", l, `\\delta^{(${l})}`);
      const output = l === last;
      const slope = hasSlope(network, l) ? [slopes(l)] : [];
      return {
        stage: "backward",
        about: "point",
        layer: l,
        focus: unit("delta", l, 1),
        ids: [],
        grids: output
          ? [vector("a", l, a(l)), targetsOf(l), ...slope, found(delta), input, found(gradient)]
          : [
              {
                label: `W^{(${l + 1})\\top}`,
                rows: count(layers[l]!.fanIn).map((k) =>
                  count(layers[l]!.fanOut).map((j) => now(weightName(l + 1, j, k))),
                ),
              },
              vector("delta", l + 1, `\\delta^{(${l + 1})}`),
              ...slope,
              found(delta),
              input,
              found(gradient),
            ],
        formula: {
          tex: `${
            output
              ? `\\delta^{(${l})} = ${outputError(network)}`
              : `\\delta^{(${l})} = \\left(W^{(${l + 1})\\top} \\delta^{(${l + 1})}\\right) \\odot f'(z^{(${l})})`
          },\\quad \\frac{\\partial \\ell}{\\partial W^{(${l})}} = \\delta^{(${l})}\\, {${a(l - 1)}}^{\\top}`,
          torch: "loss.backward()",
        },
      };
    })
    .toReversed();
  const average = layers.map((_, i): StepUnit => {
    const l = i + 1;
    return {
      stage: "average",
      about: "all",
      layer: l,
      focus: ids.gradient.of(weightName(l, 1, 1), t),
      ids: [],
      grids: [
        found(
          matrix(l, `\\frac{\\partial ${lowered}}{\\partial W^{(${l})}}`, (name) => ids.gradient.of(name, t)),
        ),
        found(
          biases(l, `\\frac{\\partial ${lowered}}{\\partial b^{(${l})}}`, (name) => ids.gradient.of(name, t)),
        ),
      ],
      formula: {
        tex: `\\frac{\\partial ${lowered}}{\\partial W^{(${l})}} = \\frac{1}{n} \\sum_s \\delta^{(${l})[s]}\\, \\left({${a(l - 1)}}^{[s]}\\right)^{\\top}${
          penalized ? ` + \\frac{\\partial R}{\\partial W^{(${l})}}` : ""
        }`,
        torch: `linear${l}.weight.grad, linear${l}.bias.grad`,
      },
    };
  });
  const update = layers.map(({ weight, bias, fanOut }, i): StepUnit => {
    const l = i + 1;
    const names = Array.from({ length: bias + fanOut - weight }, (_, n) => parameterId(network, weight + n));
    return {
      stage: "update",
      about: "all",
      layer: l,
      focus: ids.parameter.of(weightName(l, 1, 1), t + 1),
      ids: [],
      grids: [],
      updates: names,
      after: names.map((name) => afterUpdate(name, where)),
      formula: { tex: optimizerOf(optimizer).symbols, torch: "optimizer.step()" },
    };
  });
  return [
    ...forward,
    scalar("loss", "point", ids.ell.of(sample, t)),
    ...lossUnits(where),
    ...backward,
    ...average,
    ...update,
  ];
}

function stageUnits(where: Where): StepUnit[] {
  const { network, sample, t, penalized } = where;
  const last = network.layers.length;
  const [input, output] = [inputLetter(network), outputLetter(network)];
  const byLayer = layerUnits(where);
  const of = (stage: StageName): StepUnit[] => byLayer.filter((unit) => unit.stage === stage);
  const results = (stage: "forward" | "backward", isResult: (label: string) => boolean): Grid[] =>
    of(stage)
      .flatMap(({ grids }) => grids)
      .filter(
        ({ label }, i, all) => isResult(label) && all.findIndex((other) => other.label === label) === i,
      );
  const detail = (stage: "forward" | "backward"): Grid[] => {
    const all = of(stage).flatMap(({ grids }) => grids);
    return all.filter(({ label }, i) => all.findIndex((other) => other.label === label) === i);
  };
  const flows = (label: string): boolean => label === input || label === output || label.startsWith("a^");
  return [
    {
      stage: "forward",
      about: "point",
      focus: outputId(network, 0, sample, t),
      ids: [],
      grids: results("forward", flows),
      detail: detail("forward"),
      formula: {
        tex: `${input} \\to ${count(last - 1)
          .map((l) => `a^{(${l})} \\to`)
          .join(" ")} ${output}`,
        torch: outputTorch(network),
      },
    },
    {
      ...scalar(
        "loss",
        "all",
        ids.ell.of(sample, t),
        ids.L.of(t),
        ...(penalized ? [ids.R.of(t), ids.J.of(t)] : []),
      ),
      each: true,
    },
    {
      stage: "backward",
      about: "point",
      focus: ids.delta.of(last, 1, sample, t),
      ids: [],
      grids: results("backward", (label) => label.startsWith("\\delta")),
      detail: detail("backward"),
      formula: {
        tex: `\\delta^{(${last})} = ${outputError(network)}${
          last === 1
            ? ""
            : ",\\quad \\delta^{(l)} = \\left(W^{(l+1)\\top} \\delta^{(l+1)}\\right) \\odot f'(z^{(l)})"
        }`,
        torch: "loss.backward()",
      },
    },
    {
      stage: "average",
      about: "all",
      focus: ids.L.of(t),
      ids: [],
      grids: of("average").flatMap(({ grids }) => grids),
      formula: {
        tex: `\\frac{\\partial ${penalized ? "J" : "L"}}{\\partial w} = \\frac{1}{n} \\sum_s \\frac{\\partial \\ell^{[s]}}{\\partial w}${
          penalized ? " + \\frac{\\partial R}{\\partial w}" : ""
        }`,
        torch: "model.parameters(): .grad",
      },
    },
    {
      stage: "update",
      about: "all",
      focus: ids.L.of(t + 1),
      ids: [],
      grids: [],
      updates: namesOf(network),
      after: namesOf(network).map((name) => afterUpdate(name, where)),
      formula: { tex: optimizerOf(where.optimizer).symbols, torch: "optimizer.step()" },
    },
  ];
}
