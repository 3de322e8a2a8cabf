/**
 * Paints what changes during training: writes the state into attributes of elements that React rendered. It writes an
 * attribute only if it changed, because layout is slower than arithmetic.
 */
import { format, formatProbability, idOf, ids, type Network, parameterId } from "@neural-viz/engine";
import { isPlaying } from "../../store/run/phase.ts";
import { type Focus, focusOf, networkOf } from "../../store/derived.ts";
import type { AppState } from "../../store/store.ts";
import type { Palette } from "../../ui/plot/color.ts";
import { halfLines, pathOf } from "../../ui/plot/contour.ts";
import { mark } from "../../ui/plot/marks.ts";
import { inSquare } from "../../ui/plot/square.ts";
import { paintInput, paintMap, paintOutput, paintValue } from "../../ui/plot/face.ts";
import type { Geometry, Node } from "./geometry.ts";
import { unitWords } from "./names.ts";
import { pointOf } from "../../store/selection/point.ts";
import { parameterIdAt, pointedOf, showsIncoming, unitId } from "./pointed.ts";
import { stepFocus } from "../../store/inspector/focus.ts";
import { gradientFraction, pick, strokeDash, strokeWidth } from "./stroke.ts";
import { messages } from "#text/network";

/** How many edge labels there can be: as many as a neuron has inputs. */
export const EDGE_LABELS = 8;
/** If nothing is inspected, the largest gradients have edge labels. */
const LARGEST = 3;

/** The elements to paint, by name. */
export type Parts = Map<string, Element>;

/** The parts of the state that the painting shows. */
export function paintedOf(state: AppState) {
  const { experiment, snapshot, look, selection, inspectorHistory, explained } = state;
  const { face, color } = look;
  return {
    experiment,
    snapshot,
    face,
    color,
    selection,
    inspectorHistory,
    explained,
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

  function paintLines({ snapshot, look }: AppState): void {
    const { params, gradient } = snapshot;
    for (const { index } of [...geometry.edges, ...geometry.stubs]) {
      const w = params[index]!;
      const width = strokeWidth(w);
      const color =
        look.color === "weight"
          ? w < 0
            ? "var(--neg)"
            : "var(--pos)"
          : pick(palette.edge, gradientFraction(gradient[index]!));
      write(
        `line ${index}`,
        "style",
        `stroke:${color};stroke-width:${width.toFixed(1)};stroke-dasharray:${strokeDash(w)}`,
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
    const weights = incoming || outgoing;
    const edges = weights
      ? geometry.edges.filter(({ from, to }) => isPointed(incoming ? to : from))
      : geometry.edges
          .toSorted((a, b) => Math.abs(snapshot.gradient[b.index]!) - Math.abs(snapshot.gradient[a.index]!))
          .slice(0, inspected === undefined && look.color === "both" ? LARGEST : 0);
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
      write(`edgeLabel ${i}`, "text", format((weights ? snapshot.params : snapshot.gradient)[edge.index]!));
      write(
        `edgeLabel ${i}`,
        "data-quantity",
        weights ? ids.parameter.of(name, t) : ids.gradient.of(name, t),
      );
      write(`edgeLabel ${i}`, "data-of", outgoing ? "delta" : incoming ? "weight" : "gradient");
      write(`edgeLabel ${i}`, "style", `left:${spot[0].toFixed(0)}px;top:${spot[1].toFixed(0)}px`);
    }
  }

  function paintNode(node: Node, state: AppState, focus: Focus): void {
    const { layer, unit } = node;
    const id = `${layer} ${unit}`;
    const { snapshot, look } = state;
    const { pictures } = snapshot;
    const value = layer === 0 ? [focus.x1, focus.x2][unit]! : focus.trace.a[layer - 1]![unit]!;
    const text = layer === last ? formatProbability(value) : format(value);
    const canvas = parts.get(`face ${id}`) as HTMLCanvasElement | undefined;
    if (canvas !== undefined) {
      const map = layer === 0 ? undefined : pictures.maps[indexOf(layer, unit)];
      if (look.face === "value") paintValue(canvas, value, layer === last, palette);
      else if (layer === 0) paintInput(canvas, unit, palette);
      else if (layer === last) paintOutput(canvas, pictures.size, pictures.outputs[0]!, palette);
      else if (map !== undefined) paintMap(canvas, pictures.size, map, palette);
    }
    const dead = snapshot.dead.some((other) => other.layer === layer && other.unit === unit + 1);
    write(`node ${id}`, "data-dead", String(dead));
    write(`node ${id}`, "data-face", look.face);
    write(
      `point ${id}`,
      "style",
      inSquare(focus)
        ? `left:${(focus.x1 * 100).toFixed(1)}%;top:${((1 - focus.x2) * 100).toFixed(1)}%`
        : "display:none",
    );
    write(`value ${id}`, "text", text);
    write(`value ${id}`, "data-quantity", unitId(network, state, layer, unit));
    write(`inside ${id}`, "text", look.face === "value" && geometry.detail === "none" ? short(value) : "");
    const name = unitWords(network, layer, unit);
    if (layer === 0) {
      write(`node ${id}`, "aria-label", messages.inputNode(name, text));
      return;
    }
    const bias = network.layers[layer - 1]!.bias + unit;
    write(`bias ${id}`, "text", format(snapshot.params[bias]!));
    write(`bias ${id}`, "data-quantity", parameterIdAt(network, state, bias));
    if (!isPlaying(state)) {
      // Nobody could listen to a name that changes ten times per second, so it is updated when training rests.
      const kind = layer === last ? messages.probability : messages.activation;
      write(
        `node ${id}`,
        "aria-label",
        messages.node(
          name,
          kind,
          text,
          format(snapshot.params[bias]!),
          format(snapshot.gradient[bias]!),
          dead ? messages.deadForAll : "",
        ),
      );
    }
  }

  function indexOf(layer: number, unit: number): number {
    return network.layers.slice(0, layer - 1).reduce((sum, { fanOut }) => sum + fanOut, unit);
  }

  function paintTarget(state: AppState, focus: Focus): void {
    const narrow = geometry.width < 520;
    write("loss", "data-quantity", ids.ell.of(pointOf(state), state.snapshot.t));
    if (focus.label === undefined) {
      for (const part of ["target", "target-line"]) write(part, "visibility", "hidden");
      write("loss", "text", "");
      write("loss-symbol", "text", "");
      write("label", "text", narrow ? "" : messages.noLabel);
      return;
    }
    for (const part of ["target", "target-line"]) write(part, "visibility", "visible");
    write("target", "d", mark(focus.label, 0, 0, geometry.width < 240 ? 4 : 8));
    write("target", "style", `fill:var(--point-${focus.label})`);
    write("loss-symbol", "text", narrow ? "" : "ℓ");
    write("loss", "text", narrow ? "" : format(focus.trace.loss));
    write("label", "text", geometry.width < 240 ? "" : `y = ${focus.label}`);
  }

  return (state) => {
    // The state may already have another network, for which React is about to create another painter.
    if (networkOf(state) !== network) return;
    const focus = focusOf(state);
    paintLines(state);
    paintEdgeLabels(state);
    for (const node of geometry.columns.flat()) paintNode(node, state, focus);
    const { outputs, size } = state.snapshot.pictures;
    write("output-contour", "d", state.look.face === "map" ? pathOf(halfLines(outputs[0]!, size), 100) : "");
    paintTarget(state, focus);
  };
}

/** Few digits, for inside a small neuron. */
function short(value: number): string {
  return value.toFixed(1).replace("-", "−");
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Finds room for an edge label on a curve, away from neurons, their numbers and other edge labels. */
function edgeLabelPlacer(
  geometry: Geometry,
): (at: (share: number) => readonly [number, number]) => readonly [number, number] | undefined {
  const above = geometry.detail === "full" ? 40 : 14;
  const taken: Box[] = geometry.columns
    .flat()
    .map(({ x, y, side }) => [
      x - Math.max(side / 2, 56),
      y - side / 2 - above,
      x + Math.max(side / 2, 56),
      y + side / 2 + 30,
    ]);
  return (at) => {
    for (const share of [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74]) {
      const [x, y] = at(share);
      const box: Box = [x - 42, y - 13, x + 42, y + 13];
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
