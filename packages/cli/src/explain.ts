/** neural-viz explain FILE ID: where a number comes from. */
import { output } from "#text/output";
import {
  createRecording,
  createRun,
  explain as explainId,
  type Explanation,
  format,
  isCalculation,
  type Line,
} from "@neural-viz/engine";
import { print, toJson } from "./print.ts";
import { readExperiment, run } from "./run.ts";

export async function explain(file: string, id: string, json: boolean): Promise<void> {
  const recording = createRecording(await readExperiment(file));
  if (!(await run(recording.live, recording.step))) {
    process.exitCode = 130;
    return;
  }
  const explanation = explainId(createRun(recording), id);
  print(json ? toJson(jsonOf(explanation)) : summary(explanation));
}

/** The JSON of an explanation: the caption's key is `words`, and messages are strings. */
function jsonOf({ id, value, caption, origin, ...rest }: Explanation) {
  return { id, value, words: caption.text, ...rest, origin: origin?.text };
}

/** More inputs than this are counted, not listed. */
const MAX_INPUTS = 12;

function summary({ id, value, caption, symbols, numbers, inputs, usedBy, origin }: Explanation): string {
  const listed = inputs.slice(0, MAX_INPUTS).map((input) => `  ${input.id} = ${input.value}`);
  const more = inputs.length > MAX_INPUTS ? [output.more({ count: inputs.length - MAX_INPUTS })] : [];
  return [
    `${id} = ${value} (${format(value)})`,
    caption.text,
    symbols,
    ...(numbers === undefined ? [] : linesOf(numbers)),
    ...(origin === undefined ? [] : [output.origin({ origin: origin.text })]),
    ...(inputs.length === 0 ? [] : [output.inputs, ...listed, ...more]),
    ...(usedBy.length === 0 ? [] : [output.usedBy({ ids: usedBy })]),
    "",
  ].join("\n");
}

/** The line of numbers and, where a long sum is cut short, what its last numbers are; nothing where nothing is calculated. */
function linesOf(numbers: Line): string[] {
  const { text, others } = numbers;
  if (!isCalculation(numbers)) return [];
  if (others === undefined) return [text];
  return [text, output.largestTerms(others)];
}
