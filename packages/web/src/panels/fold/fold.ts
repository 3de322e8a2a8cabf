/** Where the layers of a network put the inputs. */
import { featuresOf, type Network, type Section, trace } from "@neural-viz/engine";
import { edgeOnDirection } from "./edgeOn.ts";
import { inputsAt, placeAt } from "./place.ts";
import { type Score, scoreIn, weightsOf } from "./score.ts";

/** How a layer is looked at. Layers count from 0, the inputs; neurons and outputs from 0. */
export type Look =
  /** Up is the score, and across is what it doesn't see. Only for the layer before the outputs. */
  | { readonly kind: "edge"; readonly layer: number; readonly score: Score }
  /** The activations of one neuron or two. */
  | {
      readonly kind: "neurons";
      readonly layer: number;
      readonly across: number;
      readonly up: number | undefined;
    }
  /** The activations of three neurons, in space. Up is less than all there is to see of the output. */
  | {
      readonly kind: "three";
      readonly layer: number;
      readonly axes: readonly [number, number, number];
      readonly score: Score;
    };

/** Where raw inputs are after a layer. */
export type Folding = (x: readonly number[]) => readonly [across: number, up: number];

/** Cells along each axis of the mesh from which the view is chosen. */
const MESH = { line: 64, plane: 16 } as const;

/** The corners of a regular mesh over a section, as raw inputs. */
export function meshOf(section: Section): readonly (readonly number[])[] {
  const size = section.axes.length === 1 ? MESH.line : MESH.plane;
  const shares = Array.from({ length: size + 1 }, (_, i) => i / size);
  const ups = section.axes.length === 1 ? [0] : shares;
  return shares.flatMap((across) => ups.map((up) => inputsAt(section, placeAt(section, [across, up]))));
}

/** What raw inputs become: the activations after a layer, and z of the outputs. */
export function layerAfter(network: Network, params: Float64Array, layer: number) {
  return (x: readonly number[]): { readonly sums: Float64Array; readonly layer: ArrayLike<number> } => {
    const features = featuresOf(network.features, x);
    const { z, a } = trace(network, params, features);
    return { sums: z.at(-1)!, layer: layer === 0 ? features : a[layer - 1]! };
  };
}

/** Where a layer puts the inputs of a section. */
export function foldingOf(
  network: Network,
  params: Float64Array,
  section: Section,
  look: Exclude<Look, { kind: "three" }>,
  mesh = meshOf(section),
): Folding {
  const after = layerAfter(network, params, look.layer);
  if (look.kind === "neurons") {
    return (x) => {
      const { layer } = after(x);
      return [layer[look.across]!, look.up === undefined ? 0 : layer[look.up]!];
    };
  }
  const direction = edgeOnDirection(
    mesh.map((x) => after(x).layer),
    weightsOf(network, params, look.score).weights,
    mesh.map((x) => x[section.axes[0]!]!),
  );
  return (x) => {
    const { sums, layer } = after(x);
    return [direction.reduce((sum, d, i) => sum + d * layer[i]!, 0), scoreIn((j) => sums[j]!, look.score)];
  };
}
