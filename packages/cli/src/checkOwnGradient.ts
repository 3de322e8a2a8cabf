/** neural-viz check FILE --gradient MINE: judges a gradient that somebody's own code computed. */
import { errors } from "#text/errors";
import { output } from "#text/output";
import {
  createSession,
  type Dtype,
  format,
  gradientFromArrays,
  gradientFromJson,
  type GradientJudgment,
  judgeGradient,
  MAX_UPDATES,
  type Network,
  readJson,
  readNpz,
} from "@neural-viz/engine";
import { inflate } from "./inflate.ts";
import { nameOf, readBytes, readText } from "./input.ts";
import { numberOf } from "./numbers.ts";
import { print, toJson } from "./print.ts";
import { readExperiment, run } from "./run.ts";
import { UsageError } from "./usage.ts";

interface OwnGradient {
  readonly gradient: string;
  readonly at: string | undefined;
  readonly dtype: string | undefined;
}

export async function checkOwnGradient(
  file: string,
  { gradient: path, at = "0", dtype }: OwnGradient,
  json: boolean,
): Promise<void> {
  const t = numberOf(at);
  if (!(Number.isInteger(t) && t >= 0 && t <= MAX_UPDATES)) {
    throw new UsageError(errors.updates({ option: "--at", text: at, limit: MAX_UPDATES }));
  }
  if (dtype !== undefined && dtype !== "float64" && dtype !== "float32") {
    throw new UsageError(errors.dtype({ text: dtype }));
  }
  const session = createSession(await readExperiment(file));
  const mine = await readGradient(path, session.network);
  if (!(await run(session, session.step, t))) {
    process.exitCode = 130;
    return;
  }
  if (session.t < t) throw new UsageError(errors.afterEnd({ at: t, t: session.t }));
  const found = judgeGradient(session.batchGoal, session.params, mine.gradient, dtype ?? mine.dtype, t);
  print(json ? toJson(found) : summary(found));
  if (!found.agrees) process.exitCode = 1;
}

async function readGradient(
  path: string,
  network: Network,
): Promise<{ readonly gradient: Float64Array; readonly dtype: Dtype }> {
  if (!path.toLowerCase().endsWith(".npz")) {
    const json = readJson(await readText(path), nameOf(path));
    return { gradient: gradientFromJson(network, json), dtype: "float64" };
  }
  const arrays = await readNpz(readBytes(path), inflate);
  const single = arrays.some((array) => array.dtype === "float32");
  return { gradient: gradientFromArrays(network, arrays), dtype: single ? "float32" : "float64" };
}

/** More gradients than this are counted, not listed. */
const MAX_LISTED = 10;

function summary({ layers, differing, mistakes, agrees }: GradientJudgment): string {
  const more = differing.length - MAX_LISTED;
  return [
    ...layers.map((one) => (one.differ === 0 ? output.layerAgrees(one) : output.layerDiffers(one))),
    ...differing
      .slice(0, MAX_LISTED)
      .map(({ tolerance, ...rest }) => output.wrongGradient({ ...rest, tolerance: format(tolerance) })),
    ...(more > 0 ? [output.more({ count: more })] : []),
    ...(agrees ? [] : [mistakes.length > 0 ? output.likelyMistakes({ mistakes }) : output.noKnownMistake]),
    "",
  ].join("\n");
}
