/** Weights in JSON: a list of layers, an object of arrays by their names, or a run as it is exported. */
import { weights as text } from "#text/weights";
import type { ReadArray } from "../bridge/readNpz.ts";
import { ExperimentError } from "../math/errors.ts";
import type { LinearParameters } from "../nn/network.ts";
import { isObject, list, number, object } from "../schema/index.ts";
import { layersOf } from "./layers.ts";

const vector = list(number());
const matrix = list(vector);
const layers = list(object({ weight: matrix, bias: vector }));

/** The layers that JSON holds, from the first to the output. @throws ExperimentError */
export function layersFromJson(json: unknown): LinearParameters[] {
  if (Array.isArray(json)) return layersOf(layers(json, "").flatMap(arraysOf));
  if (!isObject(json)) throw new ExperimentError(text.json());
  if ("parameters" in json) return layersFromJson(json["parameters"]);
  return layersOf(Object.entries(json).map(([name, value]) => arrayOf(name, value)));
}

function arraysOf({ weight, bias }: LinearParameters, l: number): readonly ReadArray[] {
  return [arrayOf(`${l}.weight`, weight), arrayOf(`${l}.bias`, bias)];
}

function arrayOf(name: string, value: unknown): ReadArray {
  const isMatrix = Array.isArray(value) && Array.isArray(value[0]);
  const rows = isMatrix ? matrix(value, name) : [vector(value, name)];
  const columns = rows[0]!.length;
  if (rows.some((row) => row.length !== columns)) throw new ExperimentError(text.json());
  return {
    name,
    shape: isMatrix ? [rows.length, columns] : [columns],
    values: Float64Array.from(rows.flat()),
    dtype: "float64",
  };
}
