/** neural-viz regions FILE: the regions in which a piecewise-linear network is one affine map. */
import { errors } from "#text/errors";
import { output } from "#text/output";
import {
  createSession,
  type Experiment,
  format,
  MAX_UPDATES,
  mostRegions,
  type Region,
  regionsOf,
  sectionOf,
  type Section,
  type Session,
  sizeOf,
} from "@neural-viz/engine";
import { numberOf } from "./numbers.ts";
import { print, toJson } from "./print.ts";
import { readExperiment, run } from "./run.ts";
import { UsageError } from "./usage.ts";

interface RegionsOptions {
  readonly at: string | undefined;
  readonly sample: string | undefined;
  readonly axes: string | undefined;
}

export async function regions(file: string, options: RegionsOptions, json: boolean): Promise<void> {
  const experiment = await readExperiment(file);
  const { at } = options;
  const t = at === undefined ? Infinity : numberOf(at);
  if (at !== undefined && !(Number.isInteger(t) && t >= 0 && t <= MAX_UPDATES)) {
    throw new UsageError(errors.updates({ option: "--at", text: at, limit: MAX_UPDATES }));
  }
  const session = createSession(experiment);
  const section = sectionAsked(experiment, session, options);
  regionsOf(session.network, session.params, section); // refuses other networks before it trains
  if (!(await run(session, session.step, t))) {
    process.exitCode = 130;
    return;
  }
  if (at !== undefined && session.t < t) {
    throw new UsageError(errors.afterEnd({ at: t, t: session.t }));
  }
  const found = regionsOf(session.network, session.params, section).regions;
  if (json) print(toJson({ count: found.length, regions: found.map(jsonOf) }));
  else print(summary(found, section, session));
}

/** The whole domain of one or two inputs; of more, the plane that was asked for. @throws UsageError */
function sectionAsked(
  { dataset }: Experiment,
  { samples }: Session,
  { sample, axes }: RegionsOptions,
): Section {
  const inputs = samples.inputs.length;
  const asked = Object.entries({ "--sample": sample, "--axes": axes }).find(([, text]) => text !== undefined);
  if (inputs < 3) {
    if (asked !== undefined) throw new UsageError(errors.noPlane({ option: asked[0], inputs }));
    return sectionOf(dataset, inputs === 1 ? [0] : [0, 1], 0);
  }
  const s = sample === undefined ? 1 : numberOf(sample);
  if (!(Number.isInteger(s) && s >= 1 && s <= samples.count)) {
    throw new UsageError(errors.sample({ text: sample ?? "", count: samples.count }));
  }
  const along = axes === undefined ? [1, 2] : axes.split(",").map(numberOf);
  const fits = along.every((axis) => Number.isInteger(axis) && axis >= 1 && axis <= inputs);
  if (!fits || along.length !== 2 || along[0] === along[1]) {
    throw new UsageError(errors.axes({ text: axes ?? "", inputs }));
  }
  return sectionOf(
    dataset,
    along.map((axis) => axis - 1),
    s - 1,
  );
}

/** The pattern of a region: one text per hidden layer, 1 for each neuron that is on. */
const patternOf = ({ active }: Region): string[] => active.map((on) => on.map(Number).join(""));

function jsonOf(region: Region) {
  const { weight, bias } = region.maps.at(-1)!;
  return {
    polygon: region.polygon,
    active: patternOf(region),
    weight: weight.map((row) => Array.from(row)),
    bias: [...bias],
  };
}

/** More regions than this are counted, not listed. */
const MAX_LISTED = 10;

function summary(found: readonly Region[], section: Section, { t, network }: Session): string {
  const { layers } = network;
  const sizes = found.map(sizeOf);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const largest = found
    .map((region, i) => ({ region, share: sizes[i]! / total }))
    .toSorted((a, b) => b.share - a.share)
    .slice(0, MAX_LISTED);
  const bent = layers.slice(0, -1).filter(({ activation }) => activation !== "identity");
  const most =
    layers.length === 2 && bent.length === 1 ? mostRegions(bent[0]!.fanOut, section.axes.length) : undefined;
  return [
    output.regions({ count: found.length, t, most }),
    ...largest.map(({ region, share }) =>
      output.region({
        size: `${(100 * share).toFixed(1).padStart(5)}%`,
        active: patternOf(region).join(" "),
        maps: mapsOf(region),
      }),
    ),
    ...(found.length > MAX_LISTED ? [output.smallerRegions({ count: found.length - MAX_LISTED })] : []),
    "",
  ].join("\n");
}

/** z of each output, as a formula. */
function mapsOf({ maps }: Region): string[] {
  const { weight, bias } = maps.at(-1)!;
  return weight.map((row, j) => {
    const terms = [...row].map((w, k) => ({ value: w, of: `·x${k + 1}` }));
    const parts = [...terms, { value: bias[j]!, of: "" }].map(({ value, of }, i) => {
      const size = `${format(Math.abs(value))}${of}`;
      if (i === 0) return value < 0 ? `-${size}` : size;
      return value < 0 ? `- ${size}` : `+ ${size}`;
    });
    return `${weight.length === 1 ? "z" : `z${j + 1}`} = ${parts.join(" ")}`;
  });
}
