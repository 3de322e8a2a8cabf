/** neural-viz compare RECORDING: judges the recording of a training loop, number by number. */
import { output } from "#text/output";
import {
  compareRecording,
  type Comparison,
  comparisonJson,
  type Difference,
  format,
  knownOfMistake,
  ratioText,
} from "@neural-viz/engine";
import { textPieces } from "./input.ts";
import { print, toJson } from "./print.ts";

/** A recording is said to be long after this many milliseconds. */
const LONG = 1000;

export async function compare(file: string, json: boolean): Promise<void> {
  const comparison = compareRecording();
  const begin = performance.now();
  let told = false;
  let length = 0;
  for await (const piece of textPieces(file)) {
    comparison.push(piece);
    length += piece.length;
    if (!process.stderr.isTTY || performance.now() - begin < LONG) continue;
    told = true;
    process.stderr.write(`\r\u001B[K${output.readSoFar({ megabytes: (length / 2 ** 20).toFixed(1) })}`);
  }
  if (told) process.stderr.write("\r\u001B[K");
  const found = comparison.end();
  print(json ? toJson(comparisonJson(found)) : summary(found));
  if (!found.agrees) process.exitCode = 1;
}

/** More differences than this are counted, not listed. */
const MAX_LISTED = 10;

function summary(found: Comparison): string {
  const { first, numbers, updates, differ, mistakes, notJudged } = found;
  const left = Object.entries(notJudged) as ["loss" | "gradient" | "update", number][];
  const missing = left
    .filter(([, count]) => count > 0)
    .map(([what, count]) => output.notJudged({ what, count }));
  const verdict =
    first === undefined
      ? numbers > 0
        ? [output.allAgree({ numbers, updates }), output.seenFrom({ tolerance: format(found.tolerance) })]
        : [output.nothingCompared({ updates, recorded: missing.length > 0 })]
      : [
          output.someDiffer({ differ, numbers, updates }),
          output.firstDifference({
            ...first,
            difference: Number.isFinite(first.yours - first.ours)
              ? format(Math.abs(first.yours - first.ours))
              : undefined,
            tolerance: format(first.tolerance),
          }),
          ...(first.stage === "parameters" ? [output.changedBetween] : []),
          mistakes.length > 0 ? output.likelyMistakes({ mistakes }) : output.noKnownMistake,
          ...whatIsKnown(found, first),
          ...largest(found),
        ];
  const vague = found.vague === 0 ? [] : [output.vague({ count: found.vague })];
  return [...verdict, ...missing, ...vague, ""].join("\n");
}

/** In which layers the gradients of the first wrong update differ, and by which factor. */
function whatIsKnown(found: Comparison, { t, stage }: Difference): string[] {
  const { layers, ratio } = knownOfMistake(found);
  return [
    ...(stage === "gradient" ? [output.differingLayers({ layers, t })] : []),
    ...(ratio === undefined
      ? []
      : [
          output.ratio({
            text: ratioText(ratio),
            count: ratio.count,
            clipped: ratio.clipped && found.mistakes.length === 0,
            stage,
            t,
          }),
        ]),
  ];
}

function largest({ differing }: Comparison): string[] {
  if (differing.length < 2) return [];
  return [
    output.largestDifferences,
    ...differing
      .slice(0, MAX_LISTED)
      .map(({ id, yours, ours }) => output.difference({ id, yours: format(yours), ours: format(ours) })),
  ];
}
