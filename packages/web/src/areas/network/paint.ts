/**
 * Paints what changes during training: writes the state into attributes of elements that React rendered. It writes an
 * attribute only if it changed, because layout is slower than arithmetic.
 */
import {
  cellFeatures,
  format,
  idOf,
  ids,
  labelAt,
  type Network,
  parameterId,
  type Picture,
  type QuantityId,
} from "@neural-viz/engine";
import { isPlaying } from "../../store/run/phase.ts";
import { type Focus, networkOf, valueScaleOf } from "../../store/derived.ts";
import type { AppState } from "../../store/store.ts";
import { type Palette, pick } from "../../ui/plot/color.ts";
import { pathOf } from "../../ui/plot/contour.ts";
import { fromTop, intervalOf, paintCurve } from "../../ui/plot/curveFace.ts";
import { paintMap, paintOutput, paintValue } from "../../ui/plot/face.ts";
import { mainLines, type Shown, tieLines, valueIndex } from "../../ui/plot/field.ts";
import { mark } from "../../ui/plot/marks.ts";
import type { Interval } from "../../ui/plot/scale.ts";
import { inSquare, spotOf } from "../../ui/plot/square.ts";
import type { Geometry, Node } from "./geometry.ts";
import { unitWords, valueText } from "../../ui/quantity/names.ts";
import { lookedFocusOf, lookedOf } from "../../store/selection/ablation.ts";
import { pointOf } from "../../store/selection/point.ts";
import { parameterIdAt, pointedOf, showsIncoming, unitId } from "./pointed.ts";
import { stepFocus } from "../../store/inspector/focus.ts";
import { gradientFraction, strokeDash, strokeWidth } from "./stroke.ts";
import { messages } from "#text/network";

/** How many edge labels there can be. */
export const EDGE_LABELS = 24;
/** If nothing is inspected, only the largest gradients have edge labels. */
const LARGEST = 3;

/** With more edges than this between two layers, the small weights are faint. */
const CROWDED = 30;
const opacityOf = (w: number): number => 0.25 + 0.75 * Math.min(1, Math.abs(w) / 2);

/** The elements to paint, by name. */
export type Parts = Map<string, Element>;

/** The parts of the state that the painting shows. */
export function paintedOf(state: AppState) {
  const { experiment, snapshot, look, off, selection, inspectorHistory, explained, hidden, travel } = state;
  const { face, color } = look;
  return {
    experiment,
    snapshot,
    face,
    color,
    off,
    selection,
    inspectorHistory,
    explained,
    hidden,
    travel,
    playing: isPlaying(state),
  };
}

export function createPainter(
  network: Network,
  geometry: Geometry,
  palette: Palette,
  parts: Parts,
): (state: AppState) => void {
  const last = network.layers.length;
  const { loss: kindOfLoss } = network.head;
  const written = new WeakMap<Element, Map<string, string>>();

  /** Writes an attribute or, by the name "text", the text of an element. */
  function write(part: string, name: string, value: string): void {
    const element = parts.get(part);
    if (element === undefined) return;
    const known = written.get(element) ?? new Map<string, string>();
    if (known.get(name) === value) return;
    written.set(element, known.set(name, value));
    if (name === "text") element.textContent = value;
    else if (name === "style") (element as HTMLElement | SVGElement).style.cssText = value; // the content security policy forbids the attribute
    else element.setAttribute(name, value);
  }

  /** The edges between layers with many: they are thinner, and small weights fainter. */
  const crowded = new Set(
    geometry.edges
      .filter(
        ({ from, to }) => geometry.columns[from.layer]!.length * geometry.columns[to.layer]!.length > CROWDED,
      )
      .map(({ index }) => index),
  );

  function paintLines({ snapshot, look }: AppState): void {
    const { params, gradient } = snapshot;
    for (const { index } of [...geometry.edges, ...geometry.stubs]) {
      const w = params[index]!;
      const dense = crowded.has(index);
      const width = strokeWidth(w) * (dense ? 0.6 : 1);
      const color =
        look.color === "weight"
          ? w < 0
            ? "var(--neg)"
            : "var(--pos)"
          : pick(palette.edge, gradientFraction(gradient[index]!));
      write(
        `line ${index}`,
        "style",
        `stroke:${color};stroke-width:${width.toFixed(1)};stroke-dasharray:${strokeDash(w)};stroke-opacity:${dense ? opacityOf(w).toFixed(2) : 1}`,
      );
      write(`casing ${index}`, "stroke-width", (width + 5).toFixed(1));
    }
  }

  /** Writes on the edges: the weights of what is inspected, or else the largest gradients. */
  function paintEdgeLabels(state: AppState): void {
    const { snapshot, look } = state;
    const inspected = state.inspectorHistory.at(-1) ?? stepFocus(state);
    const pointed = pointedOf(network, inspected);
    const incoming = pointed?.kind === "unit" && showsIncoming(idOf(inspected!));
    const outgoing = pointed?.kind === "unit" && pointed.isErrorSignal === true;
    const isPointed = ({ layer, unit }: Node): boolean =>
      pointed?.kind === "unit" && layer === pointed.layer && unit === pointed.unit;
    const weights = incoming || outgoing || look.color === "weight";
    const shown = weights ? snapshot.params : snapshot.gradient;
    const edges =
      state.travel !== undefined
        ? [] // the lesson writes its own
        : incoming || outgoing
          ? geometry.edges.filter(({ from, to }) => isPointed(incoming ? to : from))
          : geometry.edges
              .toSorted((a, b) => Math.abs(shown[b.index]!) - Math.abs(shown[a.index]!))
              .slice(0, inspected === undefined ? (look.color === "both" ? LARGEST : EDGE_LABELS) : 0);
    const free = edgeLabelPlacer(geometry);
    for (let i = 0; i < EDGE_LABELS; i++) {
      const edge = edges[i];
      const spot = edge === undefined || geometry.detail === "none" ? undefined : free(edge.at);
      if (edge === undefined || spot === undefined) {
        write(`edgeLabel ${i}`, "style", "display:none");
        continue;
      }
      const name = parameterId(network, edge.index);
      const { t } = snapshot;
      const quantity = weights ? ids.parameter.of(name, t) : ids.gradient.of(name, t);
      write(`edgeLabel ${i}`, "text", unlessHidden(state, quantity, format(shown[edge.index]!)));
      write(`edgeLabel ${i}`, "data-quantity", quantity);
      write(`edgeLabel ${i}`, "data-of", outgoing ? "delta" : weights ? "weight" : "gradient");
      write(`edgeLabel ${i}`, "style", `left:${spot[0].toFixed(0)}px;top:${spot[1].toFixed(0)}px`);
    }
  }

  function paintNode(node: Node, state: AppState, focus: Focus): void {
    const { layer, unit } = node;
    const id = `${layer} ${unit}`;
    const { snapshot, look } = state;
    const value = layer === 0 ? focus.features[unit]! : focus.trace.a[layer - 1]![unit]!;
    const quantity = unitId(network, state, layer, unit);
    const text = unlessHidden(state, quantity, valueText(network, layer, value));
    const canvas = parts.get(`face ${id}`) as HTMLCanvasElement | undefined;
    const interval = canvas === undefined ? undefined : paintFace(canvas, node, value, state);
    const dead = snapshot.dead.some((other) => other.layer === layer && other.unit === unit + 1);
    write(`node ${id}`, "data-dead", String(dead));
    write(`node ${id}`, "data-face", look.face);
    const { off } = state;
    write(`node ${id}`, "data-off", String(off?.layer === layer && off.unit === unit + 1));
    const spot = spotOf(snapshot.picture, focus.x);
    const top = interval === undefined ? 1 - spot.x2 : fromTop(interval, value);
    write(
      `point ${id}`,
      "style",
      inSquare(spot) ? `left:${(spot.x1 * 100).toFixed(1)}%;top:${(top * 100).toFixed(1)}%` : "display:none",
    );
    write(`value ${id}`, "text", text);
    write(`value ${id}`, "data-quantity", quantity);
    const inside = look.face === "value" && geometry.detail === "none" ? short(value) : "";
    write(`inside ${id}`, "text", inside && unlessHidden(state, quantity, inside));
    const name = unitWords(network, layer, unit);
    if (layer === 0) {
      write(`node ${id}`, "aria-label", messages.inputNode(name, text));
      return;
    }
    const bias = network.layers[layer - 1]!.bias + unit;
    const biasId = parameterIdAt(network, state, bias);
    const biasText = unlessHidden(state, biasId, format(snapshot.params[bias]!));
    write(`bias ${id}`, "text", biasText);
    write(`bias ${id}`, "data-quantity", biasId);
    if (!isPlaying(state)) {
      // Nobody could listen to a name that changes ten times per second, so it is updated when training rests.
      const kind =
        layer < last
          ? messages.activation
          : network.head.classifies
            ? messages.probability
            : messages.prediction;
      write(
        `node ${id}`,
        "aria-label",
        messages.node(
          name,
          kind,
          text,
          biasText,
          format(snapshot.gradient[bias]!),
          dead ? messages.deadForAll : "",
        ),
      );
    }
  }

  /** Paints what a neuron puts out over the inputs, or at the selected point. Returns the interval that a curve shows. */
  function paintFace(
    canvas: HTMLCanvasElement,
    { layer, unit }: Node,
    value: number,
    state: AppState,
  ): Interval | undefined {
    const { look, snapshot } = state;
    const { picture } = snapshot;
    const { pictures } = lookedOf(state) ?? snapshot;
    const shown = layer === last ? shownOf(state, unit) : undefined;
    if (look.face === "value") {
      paintValue(canvas, value, shown, palette);
      return undefined;
    }
    const map =
      layer === 0
        ? mapsOfInputs(picture, pictures.size)[unit]
        : layer === last
          ? pictures.outputs[unit]
          : pictures.maps[indexOf(layer, unit)];
    if (map === undefined) return undefined;
    if (geometry.curves) {
      const interval: Interval =
        shown === undefined || shown.kind === "values" ? intervalOf(map, shown?.scale ?? 1) : [-0.08, 1.08];
      paintCurve(canvas, map, interval, palette, { filled: layer < last });
      return interval;
    }
    if (shown !== undefined) paintOutput(canvas, pictures.size, pictures.outputs, shown, palette);
    else paintMap(canvas, pictures.size, map, palette);
    return undefined;
  }

  let inputs:
    | { readonly of: Picture; readonly size: number; readonly maps: readonly Float64Array[] }
    | undefined;

  /** The features in every cell. They change only with the plane that is shown. */
  function mapsOfInputs(picture: Picture, size: number): readonly Float64Array[] {
    if (inputs?.size !== size || JSON.stringify(inputs.of) !== JSON.stringify(picture)) {
      inputs = { of: picture, size, maps: cellFeatures(network, picture, size) };
    }
    return inputs.maps;
  }

  /** What the face of an output shows. */
  function shownOf(state: AppState, output: number): Shown {
    return { kind: network.head.targets, output, scale: valueScaleOf(state) };
  }

  function indexOf(layer: number, unit: number): number {
    return network.layers.slice(0, layer - 1).reduce((sum, { fanOut }) => sum + fanOut, unit);
  }

  function paintTargets(state: AppState, { targets, trace }: Focus): void {
    const narrow = geometry.width < 520;
    const tiny = geometry.width < 240;
    const kind = network.head.targets;
    const outputs = geometry.columns.at(-1)!;
    const label = targets === undefined ? undefined : labelAt(kind, columnsOf(targets), 0);
    const loss = ids.ell.of(pointOf(state), state.snapshot.t);
    write("loss", "data-quantity", loss);
    write("loss-symbol", "text", targets === undefined || narrow ? "" : lossText(label));
    write(
      "loss",
      "text",
      targets === undefined || narrow ? "" : unlessHidden(state, loss, format(lossOf(trace))),
    );
    for (const { unit } of outputs) {
      const visible = targets === undefined ? "hidden" : "visible";
      write(`target-line ${unit}`, "visibility", visible);
      write(`target ${unit}`, "visibility", visible);
      const several = outputs.length > 1;
      const name = several && kind === "values" ? `y${"₁₂₃₄"[unit]}` : "y";
      if (targets === undefined) {
        write(`label ${unit}`, "text", narrow || unit > 0 ? "" : messages.noLabel);
        continue;
      }
      const target = targets[unit]!;
      const shape = kind === "values" ? 1 : several ? unit : target;
      write(`target ${unit}`, "d", mark(shape, 0, 0, tiny ? 4 : several ? 7 : 8));
      write(`target ${unit}`, "style", targetStyle(state, unit, target, label));
      write(
        `label ${unit}`,
        "text",
        tiny || (narrow && several && kind === "values")
          ? ""
          : several && kind === "classes"
            ? String(target)
            : `${name} = ${targetText(target)}`,
      );
    }
  }

  /** ℓ; of a softmax with what it is made of, where there is room beside the rows. */
  function lossText(label: number | undefined): string {
    const isSoftmax = kindOfLoss === "crossEntropy" && geometry.side.kind !== "target";
    return isSoftmax && label !== undefined ? `ℓ = −ln p${"₁₂₃₄"[label]} =` : "ℓ";
  }

  /** Classes have a mark that is filled where the point belongs to it; values are filled with their color. */
  function targetStyle(state: AppState, unit: number, target: number, label: number | undefined): string {
    if (network.head.targets === "values") {
      const color = pick(palette.weight, valueIndex(target, valueScaleOf(state)) / 255);
      return `fill:${color};stroke:var(--ink);stroke-width:1.5`;
    }
    if (network.head.targets === "binary") return `fill:var(--point-${target})`;
    return label === unit
      ? `fill:var(--point-${unit})`
      : "fill:none;stroke:var(--line-strong);stroke-width:1.5";
  }

  return (state) => {
    // The state may already have another network, for which React is about to create another painter.
    if (networkOf(state) !== network) return;
    const focus = lookedFocusOf(state);
    paintLines(state);
    paintEdgeLabels(state);
    for (const node of geometry.columns.flat()) paintNode(node, state, focus);
    paintContours(state);
    paintTargets(state, focus);
  };

  /** On each output's face, the lines where its prediction changes. */
  function paintContours(state: AppState): void {
    const { look, snapshot, experiment } = state;
    const { outputs, size } = (lookedOf(state) ?? snapshot).pictures;
    outputs.forEach((_, unit) => {
      const shown = { kind: network.head.targets, output: unit, scale: valueScaleOf({ experiment }) };
      const lines =
        look.face !== "map" || geometry.curves
          ? []
          : shown.kind === "classes"
            ? tieLines(outputs, size, unit)
            : mainLines(shown, outputs, size);
      write(`contour ${unit}`, "d", pathOf(lines, 100));
    });
  }
}

/** A number, or "?" while it still has to be found. */
function unlessHidden({ hidden }: AppState, id: QuantityId, text: string): string {
  return hidden.has(id) ? "?" : text;
}

const columnsOf = (row: Float64Array): Float64Array[] => [...row].map((value) => Float64Array.of(value));

function lossOf(trace: Focus["trace"]): number {
  return "loss" in trace ? trace.loss : NaN;
}

/** A label without a point; a value with its usual digits. */
const targetText = (target: number): string => (Number.isInteger(target) ? String(target) : format(target));

/** Few digits, for inside a small neuron. */
function short(value: number): string {
  return value.toFixed(1).replace("-", "−");
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Where along its edge a label may be, best first. */
const SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];

/** How far what is written about a neuron reaches: to each side of its middle, above it and below it. */
const AROUND = {
  full: { beside: 56, above: 40, below: 30 },
  values: { beside: 56, above: 14, below: 30 },
  compact: { beside: 27, above: 17, below: 20 },
  dense: { beside: 26, above: 15, below: 1 },
  none: { beside: 0, above: 14, below: 2 },
};

/** Finds room for an edge label on a curve, away from neurons, their numbers and other edge labels. */
function edgeLabelPlacer(
  geometry: Geometry,
): (at: (share: number) => readonly [number, number]) => readonly [number, number] | undefined {
  const { beside, above, below } = AROUND[geometry.detail];
  const packed = geometry.detail === "compact" || geometry.detail === "dense";
  const [halfWidth, halfHeight] = packed ? [27, 9] : [42, 13];
  const taken: Box[] = geometry.columns
    .flat()
    .map(({ x, y, width, height }) => [
      x - Math.max(width / 2, beside),
      y - height / 2 - above,
      x + Math.max(width / 2, beside),
      y + height / 2 + below,
    ]);
  return (at) => {
    for (const share of SHARES) {
      const [x, y] = at(share);
      const box: Box = [x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight];
      if (
        taken.every(
          (other) => box[0] > other[2] || box[2] < other[0] || box[1] > other[3] || box[3] < other[1],
        )
      ) {
        taken.push(box);
        return [x, y];
      }
    }
    return undefined;
  };
}
