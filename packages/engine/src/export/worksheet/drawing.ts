/**
 * The network as a drawing: given numbers in the inputs, on the edges and above the neurons, blanks or results in the
 * neurons. A network with too many edges for labels has its weights as matrices beside it.
 */
import { idOf, ids } from "../../ids/index.ts";
import type { QuantityId } from "../../ids/kind.ts";
import { biasName, weightName } from "../../nn/network.ts";
import { inputOf, outputOf, outputsOf, targetOf } from "../../quantities/parts.ts";
import { parameterHtml } from "./parameters.ts";
import { type Box, type Edge, type Graph, graphOf, labelsOf, type Neuron } from "./graph.ts";
import type { Sheet } from "./sheet.ts";

/** A drawing, and whether it shows the weights. */
export interface Drawing {
  readonly html: string;
  readonly hasWeights: boolean;
  readonly isWide: boolean;
}

/** Room to the right of the outputs for the targets, and the widths of a drawing beside the data and above them. */
const TARGET = 96;
const NARROW = 410;
const WIDE = 660;
/** A layer of more neurons has no room for labels. */
const MAX_LABELED = 4;
/** The width of a digit in pixels. */
const DIGIT = 7;

/** The drawing of a sheet's network. */
export function drawingOf(sheet: Sheet): Drawing {
  const { run, variant } = sheet;
  const { layers } = run.network;
  const tallest = Math.max(layers[0]!.fanIn, ...layers.map(({ fanOut }) => fanOut));
  const w = Math.max(54, (variant.exercise.digits + 3) * DIGIT + 8);
  if (tallest <= MAX_LABELED) {
    for (const width of [NARROW, WIDE]) {
      const measures = {
        span: width - TARGET,
        neuron: { w, h: tallest > 3 ? 36 : 44 },
        pitch: tallest > 3 ? 84 : tallest > 2 ? 94 : 104,
        above: 8,
      };
      const graph = graphOf(run.network, measures);
      const labels = labelsOf(graph, (edge) => textWidth(weightOf(sheet, edge)), obstaclesOf(graph));
      if (labels !== undefined) {
        return { html: labeledHtml(sheet, graph, labels), hasWeights: true, isWide: width === WIDE };
      }
    }
  }
  const isWide = (layers.length + 1) * (w + 16) > NARROW - TARGET;
  const span = (isWide ? WIDE : NARROW) - TARGET;
  const graph = graphOf(run.network, { span, neuron: { w, h: 24 }, pitch: 34, above: 24 });
  return { html: plainHtml(sheet, graph), hasWeights: false, isWide };
}

/** The width of a plain number. */
const textWidth = (html: string): number => html.replaceAll(/<[^>]*>/g, "").length * DIGIT + 6;

/** The neurons, with their symbols below and their biases above. */
function obstaclesOf({ neurons }: Graph): Box[] {
  return neurons.map(({ l, x, y, w, h }) => ({
    x,
    y: l === 0 ? y + 9 : y - 4,
    w,
    h: h + (l === 0 ? 18 : 46),
  }));
}

/** The quantity in a neuron. */
function idOfNeuron({ run, variant: { exercise } }: Sheet, { l, j }: Neuron): QuantityId {
  const { sample, t } = exercise;
  const point = { kind: "sample", s: sample } as const;
  if (l === 0) return inputOf(run, 1, j, point, t);
  return l === run.network.layers.length
    ? outputOf(run, outputsOf(run)[j - 1]!, point, t)
    : ids.a.of(l, j, sample, t);
}

const weightOf = (sheet: Sheet, { l, j, k }: Edge): string => parameterHtml(sheet, weightName(l, j, k));

/** What stands in a neuron: a given number, a result, a line to write on, or nothing where it isn't asked for. */
function insideOf(sheet: Sheet, neuron: Neuron): string {
  const id = idOfNeuron(sheet, neuron);
  if (neuron.l === 0 && idOf(id).kind === "x") return sheet.stated(id);
  if (sheet.given.includes(id)) return sheet.result(id);
  const group = sheet.groups.find(({ ids: asked }) => asked.includes(id));
  if (group === undefined || sheet.variant.exercise.style === "ordered") return "";
  return group.isBlank ? "<u></u>" : sheet.result(id);
}

const labelHtml = (kind: string, { x, y }: Pick<Box, "x" | "y">, contents: string): string =>
  `<span class="${kind}" style="left:${round(x)}px;top:${round(y)}px">${contents}</span>`;

const round = (length: number): number => Math.round(length * 10) / 10;

const pathOf = ({ curve }: Edge): string =>
  curve.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("");

const rectOf = ({ x, y, w, h }: Box, radius: number): string =>
  `<rect x="${round(x - w / 2)}" y="${round(y - h / 2)}" width="${w}" height="${h}" rx="${radius}"/>`;

/** The targets to the right of the outputs. */
function targetsHtml(sheet: Sheet, { neurons }: Graph): { lines: string; labels: string } {
  const { run, variant, typeset, symbol, stated } = sheet;
  const point = { kind: "sample", s: variant.exercise.sample } as const;
  const last = neurons.filter(({ l }) => l === run.network.layers.length);
  return {
    lines: last
      .map(({ x, y, w }) => `<path class="t" d="M${round(x + w / 2 + 3)} ${round(y)}h14"/>`)
      .join(""),
    labels: last
      .map((neuron) => {
        const id = targetOf(run, neuron.j, point);
        return labelHtml(
          "target",
          { x: neuron.x + neuron.w / 2 + 20, y: neuron.y },
          `${typeset(`${symbol(id)} =`)} ${stated(id)}`,
        );
      })
      .join(""),
  };
}

const frame = ({ width, height }: Graph, kind: string, shapes: string, labels: string): string =>
  `<div class="net ${kind}" style="width:${width + TARGET}px;height:${round(height)}px"><svg width="${width + TARGET}" height="${round(height)}" aria-hidden="true">${shapes}</svg>${labels}</div>`;

function labeledHtml(sheet: Sheet, graph: Graph, labels: readonly Box[]): string {
  const { typeset, symbol } = sheet;
  const targets = targetsHtml(sheet, graph);
  const shapes = [
    ...graph.edges.map((edge) => `<path class="e" d="${pathOf(edge)}"/>`),
    ...labels.map((box) => rectOf(box, 3).replace("<rect", '<rect class="l"')),
    ...graph.neurons.map(({ l, x, y, h }) =>
      l === 0 ? "" : `<path class="b" d="M${round(x)} ${round(y - h / 2)}v-6"/>`,
    ),
    ...graph.neurons.map((neuron) => rectOf(neuron, 8).replace("<rect", '<rect class="n"')),
    targets.lines,
  ];
  const written = [
    ...graph.edges.map((edge, i) => labelHtml("w", labels[i]!, weightOf(sheet, edge))),
    ...graph.neurons.flatMap((neuron) => {
      const { l, j, x, y, h } = neuron;
      const bias =
        l === 0
          ? []
          : [
              labelHtml(
                "bias",
                { x, y: y - h / 2 - 14 },
                `${typeset("b")} ${parameterHtml(sheet, biasName(l, j))}`,
              ),
            ];
      return [
        labelHtml("v", neuron, insideOf(sheet, neuron)),
        labelHtml("sym", { x, y: y + h / 2 + 10 }, typeset(symbol(idOfNeuron(sheet, neuron)))),
        ...bias,
      ];
    }),
    targets.labels,
  ];
  return frame(graph, "labeled", shapes.join(""), written.join(""));
}

/** Neurons with their numbers in a layer, and the letter of each layer above it. */
function plainHtml(sheet: Sheet, graph: Graph): string {
  const { typeset, symbol } = sheet;
  const targets = targetsHtml(sheet, graph);
  const shapes = [
    ...graph.edges.map((edge) => `<path class="e thin" d="${pathOf(edge)}"/>`),
    ...graph.neurons.map((neuron) => rectOf(neuron, 5).replace("<rect", '<rect class="n"')),
    targets.lines,
  ];
  const written = graph.neurons.flatMap((neuron) => [
    labelHtml("v", neuron, insideOf(sheet, neuron)),
    ...(neuron.j === 1
      ? [
          labelHtml(
            "sym",
            { x: neuron.x, y: 10 },
            typeset(symbol(idOfNeuron(sheet, neuron)).replace(/_\{?\d+\}?/, "_j")),
          ),
        ]
      : []),
    labelHtml("index", { x: neuron.x - neuron.w / 2 + 5, y: neuron.y - 6 }, String(neuron.j)),
  ]);
  return frame(graph, "plain", shapes.join(""), `${written.join("")}${targets.labels}`);
}
