/** The experiment that goes on from a recorded state, so that every tool of the page works on it. */
import { bridge } from "#text/bridge";
import { labelAt, rowOf } from "../math/classes.ts";
import { ExperimentError } from "../math/errors.ts";
import { unpack } from "../nn/network.ts";
import {
  type Experiment,
  MAX_INPUTS,
  MAX_LAYERS,
  MAX_OUTPUTS,
  MAX_SAMPLES,
  MAX_UNITS,
} from "../session/experiment.ts";
import { parseExperiment } from "../session/parse.ts";
import type { RecordedOptimizer, RecordingHead } from "./recording.ts";

/**
 * The recording's network, data and optimizer, with these parameters as the first ones. `batch` is the size of its
 * batches. @throws ExperimentError that says what an experiment can't hold
 */
export function experimentFrom(
  head: RecordingHead,
  params: Float64Array | undefined,
  optimizer: RecordedOptimizer | undefined,
  batch: number | "all",
): Experiment {
  const { network, data, regularization } = head;
  const { layers, head: output } = network;
  const hidden = layers.slice(0, -1).map(({ fanOut, activation }) => ({ units: fanOut, activation }));
  const outputs = layers.at(-1)!.fanOut;
  const inputs = network.features.length;
  const within = ([count, most]: readonly [number, number]): boolean => count <= most;
  const fits = [
    [inputs, MAX_INPUTS],
    [hidden.length, MAX_LAYERS],
    [Math.max(0, ...hidden.map(({ units }) => units)), MAX_UNITS],
    [outputs, MAX_OUTPUTS],
    [data.count, MAX_SAMPLES],
  ] as const;
  if (!fits.every(within)) {
    throw new ExperimentError(
      bridge.tooLargeForThePage({
        inputs: MAX_INPUTS,
        layers: MAX_LAYERS,
        units: MAX_UNITS,
        outputs: MAX_OUTPUTS,
        points: MAX_SAMPLES,
      }),
    );
  }
  if (optimizer !== undefined && optimizer.weightDecay !== 0) {
    throw new ExperimentError(bridge.noCoupledDecay());
  }
  if (params === undefined) throw new ExperimentError(bridge.notThere());
  if (!params.every(Number.isFinite)) throw new ExperimentError(bridge.notFinite());
  const { targets } = output;
  return parseExperiment({
    version: 1,
    dataset: {
      name: "custom",
      inputs,
      targets,
      ...(targets === "values" && { outputs }),
      ...(targets === "classes" && { classes: outputs }),
      samples: Array.from({ length: data.count }, (_, s) => [
        ...rowOf(data.features, s),
        ...(targets === "values" ? rowOf(data.targets, s) : [labelAt(targets, data.targets, s)]),
      ]),
      domain: data.features.map(box),
    },
    network: {
      hidden,
      output: { activation: output.activation, loss: output.loss },
      initializer: { name: "given", parameters: unpack(network, params) },
    },
    regularization,
    ...(optimizer !== undefined && { optimizer: optimizer.choice }),
    training: { batch: batch === "all" ? batch : { size: batch, seed: 0 } },
  });
}

/** From below the smallest value to above the largest. */
function box(column: Float64Array): [number, number] {
  const [low, high] = [column.reduce((a, b) => Math.min(a, b)), column.reduce((a, b) => Math.max(a, b))];
  const margin = (high - low) / 20 || 1;
  return [low - margin, high + margin];
}
