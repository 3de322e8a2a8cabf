/** The trained parameters as data: JSON for people and programs, .npz for NumPy. */
import { createNetwork, unpack } from "../nn/network.ts";
import { stopJson } from "../session/stop.ts";
import { npz } from "./npz.ts";
import { moduleIndex } from "./torch.ts";
import { type Trained, updatesOf } from "./trained.ts";

/**
 * JSON: the experiment, the updates done, the loss there, and for each layer weight[out][in] and bias[out]. The list
 * `parameters` is what the initializer `given` takes. Where the inputs were scaled, `experiment.dataset.map` leads from them to
 * the data's own units: input · scale + offset. A number that is not finite is the string "NaN" or "Infinity".
 */
export function parametersJson(trained: Trained): string {
  const { experiment, losses, params, stopped } = trained;
  const value = {
    experiment,
    updates: updatesOf(trained),
    loss: losses.at(-1),
    stopped: stopped && stopJson(stopped),
    parameters: unpack(createNetwork(experiment.network.hidden), params),
  };
  const text = JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "number" && !Number.isFinite(part) ? String(part) : part,
  );
  return `${text}\n`;
}

/**
 * .npz: the state dict of the exported PyTorch model, 0.weight, 0.bias, 2.weight, … Weights have shape (out, in), biases
 * (out,). It holds parameters alone, so that PyTorch loads it.
 */
export function parametersNpz({ experiment, params }: Trained): Uint8Array {
  const { layers } = createNetwork(experiment.network.hidden);
  return npz(
    layers.flatMap(({ fanIn, fanOut, weight, bias }, l) => {
      const module = moduleIndex(l);
      return [
        { name: `${module}.weight`, shape: [fanOut, fanIn], values: params.subarray(weight, bias) },
        { name: `${module}.bias`, shape: [fanOut], values: params.subarray(bias, bias + fanOut) },
      ];
    }),
  );
}
