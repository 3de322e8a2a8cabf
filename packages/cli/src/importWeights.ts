/** neural-viz import WEIGHTS --into FILE: an experiment that starts from the weights of a file. */
import { errors } from "#text/errors";
import { output } from "#text/output";
import {
  type ActivationName,
  activations,
  layersFromJson,
  layersOf,
  readJson,
  readNpz,
  readSafetensors,
  startingFrom,
} from "@neural-viz/engine";
import { inflate } from "./inflate.ts";
import { nameOf, readBytes, readText } from "./input.ts";
import { print, toJson } from "./print.ts";
import { readExperiment } from "./run.ts";
import { say } from "./say.ts";
import { UsageError } from "./usage.ts";

interface ImportOptions {
  readonly into: string | undefined;
  readonly activation: string | undefined;
}

export async function importWeights(path: string, { into, activation }: ImportOptions): Promise<void> {
  if (into === undefined) throw new UsageError(errors.importsInto());
  const chosen = activation === undefined ? undefined : named(activation);
  const experiment = await readExperiment(into);
  const { layers, single } = await layersIn(path);
  const started = startingFrom(experiment, layers, chosen);
  print(toJson(started));
  const shape = [layers[0]!.weight[0]!.length, ...layers.map(({ bias }) => bias.length)];
  const numbers = layers.reduce((sum, { weight, bias }) => sum + weight.flat().length + bias.length, 0);
  say(output.imported({ shape, numbers, file: nameOf(path), single }));
}

/** The layers of a file, and whether its numbers are float32. */
async function layersIn(path: string) {
  if (path.toLowerCase().endsWith(".safetensors")) {
    const arrays = readSafetensors(readBytes(path));
    return { layers: layersOf(arrays), single: arrays.some(({ dtype }) => dtype === "float32") };
  }
  if (path.toLowerCase().endsWith(".npz")) {
    const arrays = await readNpz(readBytes(path), inflate);
    return { layers: layersOf(arrays), single: arrays.some(({ dtype }) => dtype === "float32") };
  }
  if (/\.(?:pt|pth|pkl|pickle|bin|ckpt)$/i.test(path)) throw new UsageError(errors.pickled());
  return { layers: layersFromJson(readJson(await readText(path), nameOf(path))), single: false };
}

/** @throws UsageError if one isn't an activation */
function named(text: string): ActivationName[] {
  return text.split(",").map((name) => {
    if (Object.hasOwn(activations, name)) return name as ActivationName;
    throw new UsageError(errors.activation({ text: name, allowed: Object.keys(activations) }));
  });
}
