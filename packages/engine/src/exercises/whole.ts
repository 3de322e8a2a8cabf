/** What a bare experiment asks for. */
import { idOf, ids } from "../ids/index.ts";
import type { QuantityId } from "../ids/kind.ts";
import { indicesOf, parameterId } from "../nn/network.ts";
import { outputOf, outputsOf } from "../quantities/parts.ts";
import type { Experiment } from "../session/experiment.ts";
import { networkOf } from "../session/start.ts";

/** The forward pass, the loss, every δ and every gradient of the first point, and the first update. */
export function wholeUpdate(experiment: Experiment): QuantityId[] {
  const [sample, t] = [1, 0];
  const network = networkOf(experiment);
  const { layers } = network;
  const names = Array.from({ length: network.size }, (_, i) => parameterId(network, i));
  const units = layers.map(({ fanOut }, l) =>
    Array.from({ length: fanOut }, (_, j) => [l + 1, j + 1, sample, t] as const),
  );
  const point = { kind: "sample", s: sample } as const;
  return [
    ...units.flatMap((layer, l) => [
      ...layer.map((unit) => ids.z.of(...unit)),
      ...(l + 1 < layers.length ? layer.map((unit) => ids.a.of(...unit)) : []),
    ]),
    ...outputsOf({ network }).map((j) => outputOf({ network }, j, point, t)),
    ids.ell.of(sample, t),
    ...units.toReversed().flatMap((layer) => layer.map((unit) => ids.delta.of(...unit))),
    ...names.map((name) => ids.gradient.of(name, t, sample)),
    ...names.map((name) => ids.parameter.of(name, t + 1)),
  ];
}

/** For lines to put in order, one number of each kind and layer: with all of them there would be too many lines to read. */
export function oneOfEach(all: readonly QuantityId[]): QuantityId[] {
  const seen = new Set<string>();
  return all.filter((quantity) => {
    const id = idOf(quantity);
    const layer = "l" in id ? id.l : "name" in id ? `${id.name[0]}${indicesOf(id.name)[0]}` : "";
    const key = `${id.kind} ${layer}`;
    return !seen.has(key) && seen.add(key);
  });
}
