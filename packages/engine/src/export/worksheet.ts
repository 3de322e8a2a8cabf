/**
 * A printable worksheet of one update: the given numbers, the numbers to compute, and an answer key on a separate page.
 * Every number comes from its explanation; a blank is an omitted number. The HTML page loads nothing else.
 */
import { absent } from "#text/absent";
import { worksheetText as text } from "#text/worksheet";
import { explain } from "../explain/explain.ts";
import { idOf, ids } from "../ids/index.ts";
import type { QuantityId } from "../ids/kind.ts";
import { UnknownQuantity } from "../ids/unknown.ts";
import type { Run } from "../quantities/run.ts";
import { format } from "../math/format.ts";
import { parameterId, type ParameterName } from "../nn/network.ts";
import { optimizerOf } from "../nn/optimizers/index.ts";
import { activeRegularizers } from "../nn/regularizers/index.ts";
import { refsOf } from "../quantities/head.ts";
import { inputOf, targetOf } from "../quantities/parts.ts";
import { dataOf, unusualText } from "./describe.ts";
import { codeOf } from "./heads.ts";
import { stages, type WorksheetStage } from "./stages.ts";
import { shapeOf } from "./trained.ts";

/** The update, the point, and the blanks of a worksheet. */
export interface WorksheetChoice {
  /** The number of updates done before it. */
  readonly t: number;
  /** The point to follow, from 1. */
  readonly sample: number;
  readonly blanks: readonly WorksheetStage[];
}

/** One sheet for each run, then one answer key for all, as HTML. @throws UnknownQuantity when a run has no such update. */
export function worksheet(runs: readonly Run[], choice: WorksheetChoice): string {
  const sheet = (run: Run, i: number) => ({ number: i + 1, seed: seedOf(run) });
  const sheets = runs.map((run, i) => section(text.sheet(sheet(run, i)), run, choice, false));
  const keys = runs.map((run, i) => section(text.answers(sheet(run, i)), run, choice, true));
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${text.title}</title>
<style>
  body { font: 11pt/1.4 Georgia, serif; color: #16191d; max-width: 46em; margin: 2em auto; padding: 0 1em; }
  section { break-after: page; }
  table { width: 100%; border-collapse: collapse; margin: 0 0 1em; }
  th, td { text-align: left; vertical-align: baseline; padding: 3pt 8pt 3pt 0; border-bottom: 0.5pt solid #d3d8de; }
  th { font-weight: normal; white-space: nowrap; }
  td.value { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
  .blank { display: inline-block; width: 7em; border-bottom: 1pt solid #16191d; }
  .how { color: #474e57; font-size: 9.5pt; }
  h2 { font-size: 12pt; margin: 1em 0 0.3em; }
</style>
${[...sheets, ...keys].join("\n")}
</html>
`;
}

function seedOf({ experiment }: Run): number | undefined {
  const { initializer } = experiment.network;
  return initializer.name === "given" ? undefined : initializer.seed;
}

function section(title: string, run: Run, choice: WorksheetChoice, key: boolean): string {
  const { experiment } = run;
  const { t, sample, blanks } = choice;
  const { name, learningRate: rate } = run.at(t).optimizer;
  const about = text.about({
    data: dataOf(experiment),
    shape: shapeOf(experiment),
    unusual: unusualText(experiment),
    optimizer: optimizerOf(name).label,
    rate,
    sample,
    t,
  });
  const first = Object.keys(stages).findIndex((stage) => blanks.includes(stage as WorksheetStage));
  const parts = Object.entries(stages).map(([stage, heading], i) => {
    const left = blanks.includes(stage as WorksheetStage);
    // The key holds what was left out, and how it is worked out. On the sheet, what comes after a blank would give it away.
    if (!left && (key || (first >= 0 && i > first))) return "";
    const rows = idsOf(run, stage as WorksheetStage, choice).map((id) => row(run, id, left && !key, key));
    return rows.length === 0 ? "" : `<h2>${heading}</h2>\n<table>\n${rows.join("\n")}\n</table>`;
  });
  const given = key
    ? `<p class="how">${text.rounded}</p>`
    : `<h2>${text.given}</h2>\n<table>\n${givens(run, choice).join("\n")}\n</table>`;
  return `<section>\n<h1>${title}</h1>\n<p>${about}</p>\n${[given, ...parts].filter((part) => part !== "").join("\n")}\n</section>`;
}

function givens(run: Run, { t, sample }: WorksheetChoice): string[] {
  const { network, samples, regularization } = run;
  const point = { kind: "sample", s: sample } as const;
  const raw = samples.inputs.map((_, k) => ids.x.of(k + 1, sample));
  const features = network.features.map((_, k) => inputOf(run, 1, k + 1, point, t));
  const targets = Array.from({ length: network.layers.at(-1)!.fanOut }, (_, j) =>
    targetOf(run, j + 1, point),
  );
  const factors = activeRegularizers(regularization).map(({ name }) => ids.hyper.of(name, t));
  const parameters = parametersOf(run).map((name) => ids.parameter.of(name, t));
  return [...new Set([...raw, ...features, ...targets, ...factors, ...parameters])].map((id) =>
    row(run, id, false, false),
  );
}

const parametersOf = ({ network }: Run): ParameterName[] =>
  Array.from({ length: network.size }, (_, i) => parameterId(network, i));

/** The quantities of a stage, in the order in which they are worked out. */
function idsOf(run: Run, stage: WorksheetStage, { t, sample }: WorksheetChoice): QuantityId[] {
  const { layers } = run.network;
  const units = layers.map(({ fanOut }, l) =>
    Array.from({ length: fanOut }, (_, j) => [l + 1, j + 1] as const),
  );
  const last = layers.length;
  switch (stage) {
    case "forward":
      return [
        ...units
          .flat()
          .flatMap(([l, j]) =>
            l === last ? [ids.z.of(l, j, sample, t)] : [ids.z.of(l, j, sample, t), ids.a.of(l, j, sample, t)],
          ),
        ...codeOf(run.network).worked(refsOf(run, { kind: "sample", s: sample }, t)),
      ];
    case "loss":
      return [ids.ell.of(sample, t)];
    case "backward":
      return units.toReversed().flatMap((layer) => layer.map(([l, j]) => ids.delta.of(l, j, sample, t)));
    case "gradient":
      return parametersOf(run).map((name) => ids.gradient.of(name, t, sample));
    case "update":
      if (t === run.last) {
        throw new UnknownQuantity(absent.noNextUpdate({ t }));
      }
      return parametersOf(run).flatMap((name) => [ids.gradient.of(name, t), ids.parameter.of(name, t + 1)]);
  }
}

function row(run: Run, id: QuantityId, blank: boolean, how: boolean): string {
  const { symbol, value, caption, numbers } = explain(run, id);
  const shown = blank ? '<span class="blank"></span>' : format(value);
  const worked = how && numbers !== undefined && numbers.text.length < 200;
  // The caption of a parameter says how far the update moved it, which is asked for here.
  const asked = blank && idOf(id).kind === "parameter";
  const line = worked ? numbers.text : asked ? text.changed : caption.text;
  return `<tr><th scope="row">${symbolHtml(symbol)}${laterOf(id)} =</th><td class="value">${shown}</td><td class="how">${line.replaceAll("<", "&lt;")}</td></tr>`;
}

/** A parameter after the update is written apart from the one before. */
function laterOf(quantity: QuantityId): string {
  const id = idOf(quantity);
  return id.kind === "parameter" ? text.afterUpdate(id) : "";
}

/** A symbol of the page's notation in HTML. */
function symbolHtml(tex: string): string {
  return tex
    .replaceAll(/\\frac\{\\partial (\S+)\}\{\\partial (.*)\}$/g, "∂$1 / ∂$2")
    .replaceAll("\\delta", "δ")
    .replaceAll("\\phi", "φ")
    .replaceAll("\\lambda", "λ")
    .replaceAll("\\hat y", "ŷ")
    .replaceAll("\\ell", "ℓ")
    .replaceAll(/_\{([^{}]*)\}/g, "<sub>$1</sub>")
    .replaceAll(/\^\{([^{}]*)\}/g, "<sup>$1</sup>")
    .replaceAll(/_(\d)/g, "<sub>$1</sub>");
}
