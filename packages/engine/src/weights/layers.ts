/**
 * The layers that a file of weights holds. Their order is that of their names, with numbers by their size ("fc2" before
 * "fc10"); where the shapes don't join in that order, the order of the file; else the only one in which they do.
 */
import { weights as text } from "#text/weights";
import type { ReadArray } from "../bridge/readNpz.ts";
import { ExperimentError } from "../math/errors.ts";
import type { LinearParameters } from "../nn/network.ts";

/** At most this many layers are put in order by trying. */
const MOST_TRIED = 6;

interface Named {
  readonly name: string;
  readonly layer: LinearParameters;
}

/** The weights and biases of a file's arrays, from the first layer to the output. @throws ExperimentError */
export function layersOf(arrays: readonly ReadArray[]): LinearParameters[] {
  if (arrays.length === 0) throw new ExperimentError(text.empty());
  const named = namesOf(arrays).map((name): Named => ({ name, layer: layerNamed(name, arrays) }));
  const byName = named.toSorted((a, b) => compareNames(a.name, b.name));
  const found = [byName, named].find(joins) ?? onlyOrder(named);
  if (found === undefined) {
    throw new ExperimentError(
      text.order({ found: byName.map(({ name, layer }) => `${name} (${shapeOf(layer)})`) }),
    );
  }
  return found.map(({ layer }) => layer);
}

/** Compares names part by part; digits as the numbers that they are. */
function compareNames(a: string, b: string): number {
  const [one, other] = [a, b].map((name) => name.split(/(\d+)/));
  for (let i = 0; i < Math.min(one!.length, other!.length); i++) {
    const [x, y] = [one![i]!, other![i]!];
    if (x === y) continue;
    // The parts at odd places are digits in both.
    if (i % 2 === 1) return Number(x) - Number(y);
    return x < y ? -1 : 1;
  }
  return one!.length - other!.length;
}

/** "weight" and "bias" at the end of a name, with or without what stands before. */
const PART = /^(?:(?<layer>.+)[._/])?(?<part>weight|bias|W|b)$/;

function namesOf(arrays: readonly ReadArray[]): string[] {
  const names = arrays.map(({ name }) => {
    const groups = PART.exec(name)?.groups;
    if (groups === undefined) throw new ExperimentError(text.name({ name }));
    return groups["layer"] ?? "";
  });
  return [...new Set(names)];
}

function layerNamed(name: string, arrays: readonly ReadArray[]): LinearParameters {
  const part = (letters: readonly string[]): ReadArray | undefined =>
    arrays.find((array) => {
      const groups = PART.exec(array.name)!.groups!;
      return (groups["layer"] ?? "") === name && letters.includes(groups["part"]!);
    });
  const weight = part(["weight", "W"]);
  const bias = part(["bias", "b"]);
  if (weight === undefined || bias === undefined) {
    throw new ExperimentError(text.half({ layer: name, missing: weight === undefined ? "weight" : "bias" }));
  }
  const [rows, columns] = weight.shape;
  if (weight.shape.length !== 2) {
    throw new ExperimentError(text.dimensions({ name: weight.name, found: weight.shape, wanted: 2 }));
  }
  if (bias.shape.length !== 1 || bias.shape[0] !== rows) {
    throw new ExperimentError(
      text.bias({ name: bias.name, found: bias.shape, rows: rows!, columns: columns! }),
    );
  }
  for (const array of [weight, bias]) {
    const odd = array.values.find((value) => !Number.isFinite(value));
    if (odd !== undefined) throw new ExperimentError(text.finite({ name: array.name, found: odd }));
  }
  return {
    weight: Array.from({ length: rows! }, (_, j) => [
      ...weight.values.subarray(j * columns!, (j + 1) * columns!),
    ]),
    bias: [...bias.values],
  };
}

const shapeOf = ({ weight }: LinearParameters): string => `${weight.length} × ${weight[0]?.length ?? 0}`;

/** Whether each layer takes what the one before gives. */
function joins(named: readonly Named[]): boolean {
  return named.every(
    ({ layer }, i) => i === 0 || layer.weight[0]!.length === named[i - 1]!.layer.bias.length,
  );
}

/** The order in which the layers join, if there is exactly one. */
function onlyOrder(named: readonly Named[]): readonly Named[] | undefined {
  if (named.length > MOST_TRIED) return undefined;
  const found = orders(named).filter(joins);
  return found.length === 1 ? found[0] : undefined;
}

function orders<T>(values: readonly T[]): readonly (readonly T[])[] {
  if (values.length <= 1) return [values];
  return values.flatMap((first, i) =>
    orders(values.filter((_, k) => k !== i)).map((rest) => [first].concat(rest)),
  );
}
