/** Starts from the weights of a file: .safetensors, .npz or JSON. A pickled file is never opened. */
import {
  type ActivationName,
  ExperimentError,
  layersFromJson,
  layersOf,
  readJson,
  readNpz,
  readSafetensors,
  startingFrom,
} from "@neural-viz/engine";
import { messages } from "#text/weightFiles";
import { openPanel } from "../panels/open.ts";
import { store } from "../store.ts";
import { restartWith } from "./choose.ts";
import type { OfferedWeights } from "./state.ts";

const { getState, setState } = store;

/** Files of arrays. */
const ARRAYS = /\.(?:safetensors|npz|json)$/i;
/** Files that may hold programs. */
const PICKLED = /\.(?:pt|pth|pkl|pickle|ckpt|bin)$/i;

/** Reads a file of weights and offers them in the tool Weights. What is wrong with it is said, and nothing changes. */
export async function offerWeights(file: File): Promise<void> {
  const { name } = file;
  if (!ARRAYS.test(name)) {
    const why = PICKLED.test(name) ? messages.pickled : messages.otherFile(name);
    return setState({ damage: { what: "file", why } });
  }
  try {
    setState({ offeredWeights: await read(file), damage: undefined });
    openPanel("weights");
  } catch (error) {
    if (!(error instanceof ExperimentError)) throw error;
    setState({ damage: { what: "file", why: error.message } });
  }
}

async function read(file: File): Promise<OfferedWeights> {
  const { name } = file;
  if (/\.safetensors$/i.test(name)) return offer(name, readSafetensors(await bytesOf(file)));
  if (/\.npz$/i.test(name)) return offer(name, await readNpz(await bytesOf(file), inflate));
  return { name, layers: layersFromJson(readJson(await file.text(), name)), single: false };
}

const offer = (name: string, arrays: Awaited<ReturnType<typeof readNpz>>): OfferedWeights => ({
  name,
  layers: layersOf(arrays),
  single: arrays.some(({ dtype }) => dtype === "float32"),
});

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

async function inflate(bytes: Uint8Array): Promise<Uint8Array> {
  const deflated = new Blob([bytes.slice()]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(deflated).arrayBuffer());
}

/** Leaves the weights that were offered. */
export function forgetWeights(): void {
  setState({ offeredWeights: undefined });
}

/** Begins a run from the offered weights, with these activations; the reason if they don't fit the data or the page. */
export function takeWeights(activations: readonly ActivationName[]): string | undefined {
  const { offeredWeights, experiment } = getState();
  if (offeredWeights === undefined) return undefined;
  try {
    const { network } = startingFrom(experiment, offeredWeights.layers, activations);
    restartWith({ network });
    forgetWeights();
    return undefined;
  } catch (error) {
    if (!(error instanceof ExperimentError)) throw error;
    return error.message;
  }
}
