/**
 * The paths from a parameter to the loss: each goes through one neuron of every later layer, and its product of local
 * factors is one term of the chain rule written out. Together they add up to the gradient of the sample.
 */
import { activations } from "../nn/activations.ts";
import type { Network } from "../nn/network.ts";
import { type Id, idText } from "./ids.ts";
import { derived, indexOf, labelledTraceOf, labelOf, placeOf, placesOf, UnknownQuantity } from "./parts.ts";
import type { Derivation, Run } from "./state.ts";

/** The units of the later hidden layers that each path goes through, from the parameter's own layer on. */
export function pathsOf(network: Network, name: string): number[][] {
  const [l] = placesOf(name);
  const later = network.layers.slice(l, -1);
  return later.reduce<number[][]>(
    (paths, { fanOut }) =>
      paths.flatMap((path) => Array.from({ length: fanOut }, (_, j) => [...path, j + 1])),
    [[]],
  );
}

export function derivePath(run: Run, id: Extract<Id, { kind: "path" }>): Derivation {
  const { name, through, point, t } = id;
  indexOf(run, name);
  labelOf(run, point);
  const [l, j, k] = placesOf(name);
  const { layers } = run.network;
  const known = pathsOf(run.network, name);
  if (!known.some((path) => path.join() === through.join())) {
    const one = idText({ ...id, through: known[0]! });
    throw new UnknownQuantity(
      `${idText(id)} is no path to the loss; a path names one neuron of each hidden layer after the parameter's own, as in ${one}.`,
    );
  }
  const { params } = run.at(t);
  const seen = labelledTraceOf(run, point, run.at(t));
  const last = layers.length;
  // From the loss back to the parameter: blame at the output, then a weight and a local slope for every layer passed.
  const units = [j, ...through, ...(l < last ? [1] : [])];
  const factors: { id: string; value: number }[] = [
    { id: idText({ kind: "delta", l: last, j: 1, point, t }), value: seen.delta[last - 1]![0]! },
  ];
  for (let layer = last - 1; layer >= l; layer--) {
    const from = units[layer - l]!;
    const to = units[layer - l + 1]!;
    const { weight, fanIn } = layers[layer]!;
    const { slope } = activations[layers[layer - 1]!.activation];
    factors.push(
      { id: `W.${layer + 1}.${to}.${from}@${t}`, value: params[weight + (to - 1) * fanIn + from - 1]! },
      {
        id: idText({ kind: "slope", l: layer, j: from, point, t }),
        value: slope(seen.a[layer - 1]![from - 1]!),
      },
    );
  }
  if (k !== undefined) {
    factors.push(
      l === 1
        ? { id: idText({ kind: "x", point, k }), value: placeOf(run, point)[k - 1]! }
        : { id: idText({ kind: "a", l: l - 1, j: k, point, t }), value: seen.a[l - 2]![k - 1]! },
    );
  }
  const ids = factors.map((factor) => factor.id);
  return derived(
    factors.map(({ value }) => value).reduce((product, value) => product * value),
    "One path of the chain rule: the blame at the output, times every weight and local slope on the way back, times what came through.",
    ids.length === 1 ? ids[0]! : ["*", ...ids],
  );
}
