/** The trained parameters as data: JSON for people and programs, .npz for NumPy. */
import { unpack } from "../nn/network.ts";
import { networkOf } from "../session/start.ts";
import { stopJson } from "../session/stop.ts";
import { npz, type NumpyArray } from "./npz.ts";
import { moduleIndex } from "./torch.ts";
import { type Trained, updatesOf } from "./trained.ts";
import { unitsOf } from "./units.ts";
import { safetensors } from "./safetensors.ts";

/**
 * JSON: the experiment, the updates done, the loss there, and for each layer weight[out][in] and bias[out]. The list
 * `parameters` is what the initializer `given` takes. Where inputs or values were scaled, `map` and `targetMap` lead from
 * them to the data's own units: offset + scale · input. A number that is not finite is the string "NaN" or "Infinity".
 */
export function parametersJson(trained: Trained): string {
  const { experiment, losses, params, stopped } = trained;
  const units = unitsOf(experiment);
  const value = {
    experiment,
    map: units.inputs,
    targetMap: units.targets,
    updates: updatesOf(trained),
    loss: losses.at(-1),
    stopped: stopped && stopJson(stopped),
    parameters: unpack(networkOf(experiment), params),
  };
  const text = JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "number" && !Number.isFinite(part) ? String(part) : part,
  );
  return `${text}\n`;
}

/**
 * The state dict of the exported PyTorch model, 0.weight, 0.bias, 2.weight, … Weights have shape (out, in), biases
 * (out,). It holds parameters alone, so that PyTorch loads it.
 */
function stateDict({ experiment, params }: Trained): NumpyArray[] {
  const { layers } = networkOf(experiment);
  return layers.flatMap(({ fanIn, fanOut, weight, bias }, l) => {
    const module = moduleIndex(l);
    return [
      { name: `${module}.weight`, shape: [fanOut, fanIn], values: params.subarray(weight, bias) },
      { name: `${module}.bias`, shape: [fanOut], values: params.subarray(bias, bias + fanOut) },
    ];
  });
}

/** The state dict as an .npz. */
export const parametersNpz = (trained: Trained): Uint8Array => npz(stateDict(trained));

/** The state dict as a .safetensors file. */
export const parametersSafetensors = (trained: Trained): Uint8Array => safetensors(stateDict(trained));
