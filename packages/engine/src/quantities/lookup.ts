/** Looks up the points, units, and parameters that ids name. */
import { network as networkText } from "#text/network";
import { unknown } from "#text/unknown";
import { type Id, idText } from "../ids/index.ts";
import { type Cell, type Point, pointText } from "../ids/point.ts";
import { UnknownQuantity } from "../ids/unknown.ts";
import { type Layer, parameterIndex, shapeText } from "../nn/network.ts";
import { at as placeAt } from "../session/pictures.ts";
import { domainOf } from "../session/start.ts";
import type { Run } from "./run.ts";

/** The share of the way across, or up, of a cell's center: as pictures have it. */
const shareOf = (index: number, size: number): number => (index - 1 + 0.5) / size;

/** What is needed to look up a point. */
type Data = Pick<Run, "samples" | "experiment">;

/** The raw inputs of a point. @throws UnknownQuantity when the data have no such point, or their inputs are others */
export function rawInputsOf(run: Data, point: Point): readonly number[] {
  const { samples } = run;
  const inputs = samples.inputs.length;
  switch (point.kind) {
    case "sample":
      return sampleInputs(run, point.s);
    case "probe":
      if (point.x.length === inputs) return point.x;
      throw new UnknownQuantity(unknown.otherInputs({ point: pointText(point), inputs }));
    case "cell": {
      const { row, column, size } = point;
      const [across, up] = axesOf(run, point);
      const rowFits = row === undefined || (row >= 1 && row <= size);
      if (column < 1 || column > size || !rowFits) {
        throw new UnknownQuantity(unknown.noCell({ row, column, size }));
      }
      const through = point.plane === undefined ? undefined : sampleInputs(run, point.plane.s);
      return domainOf(run.experiment.dataset).map((interval, k) => {
        if (k + 1 === across) return placeAt(interval, shareOf(column, size));
        return k + 1 === up ? placeAt(interval, 1 - shareOf(row!, size)) : through![k]!;
      });
    }
  }
}

/** The inputs along a picture, from 1: across and, where there are several, up. @throws UnknownQuantity */
export function axesOf({ samples }: Pick<Run, "samples">, cell: Cell): readonly [number, number?] {
  const inputs = samples.inputs.length;
  const { row, plane } = cell;
  const axes = inputs === 1 ? ([1] as const) : inputs === 2 ? ([1, 2] as const) : plane?.axes;
  const fits =
    (row === undefined) === (inputs === 1) &&
    (plane === undefined) === inputs < 3 &&
    axes !== undefined &&
    axes.every((axis) => axis >= 1 && axis <= inputs) &&
    axes[0] !== axes[1];
  if (fits) return axes;
  throw new UnknownQuantity(unknown.otherInputs({ point: pointText(cell), inputs }));
}

function sampleInputs({ samples }: Pick<Run, "samples">, s: number): number[] {
  if (s >= 1 && s <= samples.count) return samples.inputs.map((column) => column[s - 1]!);
  throw new UnknownQuantity(unknown.noSample({ sample: s, count: samples.count }));
}

/** The place of a parameter in the parameter vector. @throws UnknownQuantity */
export function indexOf(run: Pick<Run, "network">, name: string): number {
  const index = parameterIndex(run.network, name);
  if (index === undefined) {
    throw new UnknownQuantity(networkText.noParameter({ name, shape: shapeText(run.network) }));
  }
  return index;
}

/** The layer of a unit. @throws UnknownQuantity if the network has no such unit */
export function layerOf(
  run: Pick<Run, "network">,
  id: { readonly l: number; readonly j: number } & Id,
): Layer {
  const layer = run.network.layers[id.l - 1];
  if (layer === undefined || id.j < 1 || id.j > layer.fanOut) {
    throw new UnknownQuantity(
      unknown.noUnit({
        id: idText(id),
        instead: `${id.kind === "slope" ? "z" : id.kind}.1.1[1]@0`,
        shape: shapeText(run.network),
      }),
    );
  }
  return layer;
}
