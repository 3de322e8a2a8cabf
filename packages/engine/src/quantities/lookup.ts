/** Looks up the points, units, and parameters that ids name. */
import { network as networkText } from "#text/network";
import { unknown } from "#text/unknown";
import { type Id, idText } from "../ids/index.ts";
import type { Point } from "../ids/point.ts";
import { UnknownQuantity } from "../ids/unknown.ts";
import { type Layer, parameterIndex, shapeText } from "../nn/network.ts";
import type { Run } from "./run.ts";

/** The coordinates of a point. @throws UnknownQuantity if there is no such sample or cell */
export function coordinatesOf(run: Pick<Run, "samples">, point: Point): readonly [x1: number, x2: number] {
  const { samples } = run;
  switch (point.kind) {
    case "sample": {
      const s = point.s - 1;
      if (s < 0 || s >= samples.count) {
        throw new UnknownQuantity(unknown.noSample({ sample: point.s, count: samples.count }));
      }
      return [samples.x1[s]!, samples.x2[s]!];
    }
    case "probe":
      return [point.x1, point.x2];
    case "cell": {
      const { row, column, size } = point;
      if (row < 1 || column < 1 || row > size || column > size) {
        throw new UnknownQuantity(unknown.noCell({ row, column, size }));
      }
      return [(column - 1 + 0.5) / size, 1 - (row - 1 + 0.5) / size];
    }
  }
}

/** The index of a parameter in the parameter vector. @throws UnknownQuantity */
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
