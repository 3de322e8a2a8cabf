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
  ids,
  type Network,
  optimizerAt,
  type OptimizerName,
  optimizerOf,
  parameterId,
  type QuantityId,
  weightName,
} from "@neural-viz/engine";
import { messages } from "#text/stages";

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
}

export interface StepUnit {
  readonly stage: StageName;
  /** Whether the unit is about the selected point or about all points. */
  readonly about: "point" | "all";
  /** The unit's main quantity. The graph highlights it. */
  readonly focus: QuantityId;
  /** Quantities derived one by one, … */
  readonly ids: readonly QuantityId[];
  /** … tables with TeX between them, … */
  readonly grids: readonly Grid[];
  /** … the formula of the tables, in TeX and in PyTorch, … */
  readonly formula?: { readonly tex: string; readonly torch: string };
  /** … or the table of all updates. */
  readonly updates?: readonly string[];
}

interface Where {
  readonly network: Network;
  readonly optimizer: OptimizerName;
  /** The number of the sample. */
  readonly sample: number;
  readonly t: number;
  /** The parameters that were set by hand right after the update. */
  readonly edited: ReadonlySet<string>;
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
  const last = layers.length;
  const names = namesOf(network);
  const forward = layers.flatMap(({ fanOut }, i) =>
    count(fanOut).flatMap((j) => {
      const output = i + 1 === last;
      return [
        scalar("forward", "point", ids.z.of(i + 1, j, sample, t)),
        scalar("forward", "point", output ? ids.p.of(sample, t) : ids.a.of(i + 1, j, sample, t)),
      ];
    }),
  );
  const errorSignals = layers
    .map(({ fanOut }, i) =>
      count(fanOut).map((j) => scalar("backward", "point", ids.delta.of(i + 1, j, sample, t))),
    )
    .toReversed()
    .flat();
  return [
    ...forward,
    scalar("loss", "point", ids.ell.of(sample, t)),
    scalar("loss", "all", ids.L.of(t)),
    ...errorSignals,
    ...names.map((name) => scalar("backward", "point", ids.gradient.of(name, t, sample))),
    ...names.map((name) => scalar("average", "all", ids.gradient.of(name, t))),
    ...names.map((name) => scalar("update", "all", ...ruleIds(name, where))),
  ];
}

function layerUnits({ network, optimizer, sample, t }: Where): StepUnit[] {
  const { layers } = network;
  const last = layers.length;
  const unit = (kind: "a" | "z" | "delta", l: number, j: number): QuantityId => {
    if (l === 0) return ids.x.of(j, sample);
    return kind === "a" && l === last ? ids.p.of(sample, t) : ids[kind].of(l, j, sample, t);
  };
  const vector = (kind: "a" | "z" | "delta", l: number, label: string): Grid => ({
    label,
    rows: count(l === 0 ? 2 : layers[l - 1]!.fanOut).map((j) => [unit(kind, l, j)]),
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
  const a = (l: number): string => (l === last ? "\\hat y" : l === 0 ? "x" : `a^{(${l})}`);
  const now = (name: string): QuantityId => ids.parameter.of(name, t);

  const forward = layers.map(({ activation }, i): StepUnit => {
    const l = i + 1;
    const { symbols, torch } = activationOf({ activation });
    const f = symbols.split(" = ")[0]!.replaceAll(/\bz\b/g, `z^{(${l})}`);
    return {
      stage: "forward",
      about: "point",
      focus: unit("a", l, 1),
      ids: [],
      grids: [
        matrix(l, `W^{(${l})}`, now),
        vector("a", l - 1, a(l - 1)),
        biases(l, `b^{(${l})}`, now),
        vector("z", l, `z^{(${l})}`),
        vector("a", l, a(l)),
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
      return {
        stage: "backward",
        about: "point",
        focus: unit("delta", l, 1),
        ids: [],
        grids: output
          ? [delta, input, gradient]
          : [
              {
                label: `W^{(${l + 1})\\top}`,
                rows: count(layers[l]!.fanIn).map((k) =>
                  count(layers[l]!.fanOut).map((j) => now(weightName(l + 1, j, k))),
                ),
              },
              vector("delta", l + 1, `\\delta^{(${l + 1})}`),
              delta,
              input,
              gradient,
            ],
        formula: {
          tex: `${
            output
              ? `\\delta^{(${l})} = \\hat y - y`
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
      focus: ids.gradient.of(weightName(l, 1, 1), t),
      ids: [],
      grids: [
        matrix(l, `\\frac{\\partial L}{\\partial W^{(${l})}}`, (name) => ids.gradient.of(name, t)),
        biases(l, `\\frac{\\partial L}{\\partial b^{(${l})}}`, (name) => ids.gradient.of(name, t)),
      ],
      formula: {
        tex: `\\frac{\\partial L}{\\partial W^{(${l})}} = \\frac{1}{n} \\sum_s \\delta^{(${l})[s]}\\, \\left({${a(l - 1)}}^{[s]}\\right)^{\\top}`,
        torch: `linear${l}.weight.grad, linear${l}.bias.grad`,
      },
    };
  });
  const update = layers.map(({ weight, bias, fanOut }, i): StepUnit => {
    const l = i + 1;
    return {
      stage: "update",
      about: "all",
      focus: ids.parameter.of(weightName(l, 1, 1), t + 1),
      ids: [],
      grids: [],
      updates: Array.from({ length: bias + fanOut - weight }, (_, n) => parameterId(network, weight + n)),
      formula: { tex: optimizerOf(optimizer).symbols, torch: "optimizer.step()" },
    };
  });
  return [
    ...forward,
    scalar("loss", "point", ids.ell.of(sample, t)),
    scalar("loss", "all", ids.L.of(t)),
    ...backward,
    ...average,
    ...update,
  ];
}

function stageUnits(where: Where): StepUnit[] {
  const { network, sample, t } = where;
  const last = network.layers.length;
  const byLayer = layerUnits(where);
  const of = (stage: StageName): StepUnit[] => byLayer.filter((unit) => unit.stage === stage);
  const results = (stage: "forward" | "backward", mark: RegExp): Grid[] =>
    of(stage)
      .flatMap(({ grids }) => grids)
      .filter(
        ({ label }, i, all) => mark.test(label) && all.findIndex((other) => other.label === label) === i,
      );
  return [
    {
      stage: "forward",
      about: "point",
      focus: ids.p.of(sample, t),
      ids: [],
      grids: results("forward", /^(x|a\^|\\hat y)/),
      formula: {
        tex: `x \\to ${count(last - 1)
          .map((l) => `a^{(${l})} \\to`)
          .join(" ")} \\hat y`,
        torch: "p = torch.sigmoid(model(x))",
      },
    },
    { ...scalar("loss", "all", ids.ell.of(sample, t), ids.L.of(t)) },
    {
      stage: "backward",
      about: "point",
      focus: ids.delta.of(last, 1, sample, t),
      ids: [],
      grids: results("backward", /^\\delta/),
      formula: {
        tex: `\\delta^{(${last})} = \\hat y - y,\\quad \\delta^{(l)} = \\left(W^{(l+1)\\top} \\delta^{(l+1)}\\right) \\odot f'(z^{(l)})`,
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
        tex: "\\frac{\\partial L}{\\partial w} = \\frac{1}{n} \\sum_s \\frac{\\partial \\ell^{[s]}}{\\partial w}",
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
      formula: { tex: optimizerOf(where.optimizer).symbols, torch: "optimizer.step()" },
    },
  ];
}
