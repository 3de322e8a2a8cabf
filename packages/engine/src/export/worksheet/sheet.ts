/** One sheet before it's laid out: what it prints of a variant, how symbols and numbers are written, and what is left blank. */
import { statedNumber } from "../../exercises/digits.ts";
import { formulasOf, type Group, groupsOf, symbolsOf } from "../../exercises/index.ts";
import type { QuantityId } from "../../ids/kind.ts";
import { valueOf } from "../../quantities/index.ts";
import type { Run } from "../../quantities/run.ts";
import { numberHtml } from "../numberHtml.ts";
import type { WorksheetStage } from "../stages.ts";
import { answerHtml } from "./numbers.ts";
import { allStages, type AnyVariant, type WorksheetOptions } from "./options.ts";
import { paperTex } from "./tex.ts";

/** What the parts of a sheet are drawn from. */
export interface Sheet {
  readonly variant: AnyVariant;
  readonly run: Run;
  readonly options: WorksheetOptions;
  /** Whether this is the key, with every answer in its place. */
  readonly isKey: boolean;
  /** TeX as HTML, as it's written on paper. */
  readonly typeset: (tex: string) => string;
  readonly symbol: (id: QuantityId) => string;
  readonly formula: (id: QuantityId) => string;
  /** A stated number, as the answers use it. */
  readonly stated: (id: QuantityId) => string;
  /** A result at the exercise's digits. */
  readonly result: (id: QuantityId) => string;
  /** Results that are stated. */
  readonly given: readonly QuantityId[];
  /** The groups of what is asked that stand on the sheet, each with whether it's left blank. */
  readonly groups: readonly ShownGroup[];
}

/** A group of numbers, and whether it's left blank. */
export interface ShownGroup extends Group {
  readonly isBlank: boolean;
}

/** The sheet of a variant, or its key. */
export function sheetOf(variant: AnyVariant, options: WorksheetOptions, isKey: boolean): Sheet {
  const { exercise, solution } = variant;
  const { run } = solution;
  const { digits } = exercise;
  const formula = formulasOf(exercise, run);
  const symbol = symbolsOf(exercise, run);
  return {
    variant,
    run,
    options,
    isKey,
    typeset: (tex) => options.typesetting.typeset(paperTex(tex)),
    symbol,
    formula: options.formulas === "withheld" ? symbol : (id) => formula(id),
    stated: (id) => numberHtml(statedNumber(valueOf(run, id), digits)),
    result: (id) => answerHtml(valueOf(run, id), digits),
    given: exercise.style === "solve" ? [] : exercise.given,
    groups: exercise.style === "solve" ? [] : shownGroups(variant, options, isKey),
  };
}

/**
 * The groups on a sheet. What comes before the first blank stage and isn't blank is printed in full; what comes after it and
 * isn't blank is left out, since it would give the blanks away. A key has what its sheet has.
 */
function shownGroups(
  { exercise, solution }: AnyVariant,
  options: WorksheetOptions,
  isKey: boolean,
): ShownGroup[] {
  const { blanks = exercise.style === "worked" ? [] : allStages } = options;
  const first = allStages.findIndex((stage) => blanks.includes(stage));
  return groupsOf(exercise, solution.run.network).flatMap((group) => {
    const stage = stageOf(group);
    const isBlank = blanks.includes(stage);
    const isLater = first >= 0 && allStages.indexOf(stage) > first;
    return isBlank || !isLater ? [{ ...group, isBlank: isBlank && !isKey }] : [];
  });
}

/** The stage of a worksheet that a group belongs to. */
const stageOf = ({ stage, what }: Group): WorksheetStage => (what === "gradients" ? "gradient" : stage);
