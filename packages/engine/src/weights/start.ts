/** An experiment that starts from the weights of a file. */
import { weights as text } from "#text/weights";
import { ExperimentError } from "../math/errors.ts";
import type { ActivationName } from "../nn/activations.ts";
import type { LinearParameters } from "../nn/network.ts";
import type { Experiment } from "../session/experiment.ts";
import { parseExperiment } from "../session/parse.ts";
import { networkOf } from "../session/start.ts";

/**
 * The experiment with these layers as its start. The data, the output and the training stay; the widths of the hidden
 * layers are the file's. A file doesn't say its activations: they are `activations`, one for each hidden layer or one for
 * all, or those of the experiment if it has as many hidden layers. @throws ExperimentError where something doesn't fit
 */
export function startingFrom(
  experiment: Experiment,
  layers: readonly LinearParameters[],
  activations?: readonly ActivationName[],
): Experiment {
  const { features, layers: own } = networkOf(experiment);
  const shape = [layers[0]!.weight[0]?.length ?? 0, ...layers.map(({ bias }) => bias.length)];
  const outputs = own.at(-1)!.fanOut;
  if (shape[0] !== features.length) {
    throw new ExperimentError(
      text.ends({ shape, part: "inputs", found: shape[0]!, wanted: features.length }),
    );
  }
  if (shape.at(-1) !== outputs) {
    throw new ExperimentError(text.ends({ shape, part: "outputs", found: shape.at(-1)!, wanted: outputs }));
  }
  const widths = shape.slice(1, -1);
  const chosen = activations ?? experiment.network.hidden.map(({ activation }) => activation);
  if (chosen.length !== widths.length && !(activations?.length === 1)) {
    throw new ExperimentError(text.activations({ shape, hidden: widths.length, given: activations?.length }));
  }
  return parseExperiment({
    ...experiment,
    network: {
      ...experiment.network,
      hidden: widths.map((units, l) => ({ units, activation: chosen[l] ?? chosen[0]! })),
      initializer: { name: "given", parameters: layers },
    },
    changes: [],
  });
}
