/** neural-viz worksheet FILE: an exercise on paper, with --seeds a sheet for each, its key and a table of all answers apart. */
import { basename, resolve } from "node:path";
import { errors } from "#text/errors";
import {
  type AnyVariant,
  type FormulasChoice,
  groupsOf,
  type PaperName,
  papers,
  stages,
  type WorksheetOptions,
  worksheetKey,
  worksheetSheets,
  type WorksheetStage,
  worksheetTable,
} from "@neural-viz/engine";
import { refuseOverwriting } from "./input.ts";
import { print } from "./print.ts";
import { save } from "./save.ts";
import { sheetsOf } from "./sheets.ts";
import { katexTypesetting } from "./typesetting.ts";
import { UsageError } from "./usage.ts";

type Given = Readonly<
  Record<
    "at" | "sample" | "blank" | "seeds" | "count" | "paper" | "formulas" | "key" | "table" | "path",
    string | undefined
  >
>;

const formulasChoices = ["given", "withheld"] as const;

export async function printWorksheet(file: string, given: Given): Promise<void> {
  const { at, sample, seeds, count, key, table, path } = given;
  const outputs = [path, key, table].filter((output) => output !== undefined);
  for (const output of outputs) refuseOverwriting(file, output);
  const twice = outputs.find(
    (output, i) => outputs.findIndex((other) => resolve(other) === resolve(output)) < i,
  );
  if (twice !== undefined) throw new UsageError(errors.outputTwice({ path: twice }));
  const options: WorksheetOptions = {
    typesetting: await katexTypesetting(),
    paper: oneOf<PaperName>("--paper", given.paper ?? "a4", Object.keys(papers) as PaperName[]),
    formulas: oneOf<FormulasChoice>("--formulas", given.formulas ?? "given", formulasChoices),
    ...(given.blank !== undefined && { blanks: stagesOf(given.blank) }),
    ...(file !== "-" && { file: basename(file) }),
  };
  const variants = await sheetsOf(file, { at, sample, seeds, count });
  if (variants === undefined) return;
  assertBlanks(variants, given.blank);
  if (key !== undefined) save(key, worksheetKey(variants, options));
  if (table !== undefined) save(table, worksheetTable(variants, options));
  const sheets = worksheetSheets(variants, options);
  if (path === undefined) print(sheets);
  else save(path, sheets);
}

function oneOf<Name extends string>(option: string, text: string, known: readonly Name[]): Name {
  const found = known.find((name) => name === text);
  if (found !== undefined) return found;
  throw new UsageError(errors.oneOf({ option, text, known }));
}

function stagesOf(text: string): WorksheetStage[] {
  const known = Object.keys(stages);
  const wrong = text.split(",").find((name) => !known.includes(name));
  if (wrong === undefined) return text.split(",") as WorksheetStage[];
  throw new UsageError(errors.stages({ wrong, known }));
}

/** Only blanks have stages to leave blank. */
function assertBlanks([first]: readonly AnyVariant[], blank: string | undefined): void {
  const style = first?.exercise.style ?? "blanks";
  if (blank === undefined || first === undefined) return;
  if (style !== "blanks") throw new UsageError(errors.blankStyle({ style }));
  const asked = askedStages(first);
  if (!stagesOf(blank).some((stage) => asked.includes(stage))) {
    throw new UsageError(errors.blankNothing({ blank, asked }));
  }
}

/** The stages that an exercise asks about. On paper, gradients are a stage of their own. */
function askedStages({ exercise, solution }: AnyVariant): WorksheetStage[] {
  const groups = groupsOf(exercise, solution.run.network);
  return [...new Set(groups.map(({ stage, what }) => (what === "gradients" ? "gradient" : stage)))];
}
