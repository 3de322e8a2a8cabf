/** What a worksheet is made of, and how it's set. */
import type { SolveVariant, Variant } from "../../exercises/index.ts";
import type { Typeset } from "../definitions.ts";
import { stages, type WorksheetStage } from "../stages.ts";

/** The sizes of paper by their names. */
export const papers = {
  a4: { size: "210mm 297mm", width: 178 },
  letter: { size: "8.5in 11in", width: 183 },
} as const;

/** A size of paper. */
export type PaperName = keyof typeof papers;

/** Whether formulas are printed, or only what is asked for. */
export type FormulasChoice = "given" | "withheld";

/** How formulas become HTML: with KaTeX, its output and the styles and fonts that the output needs. */
export interface Typesetting {
  readonly typeset: Typeset;
  /** CSS with all fonts in it, since the file loads nothing. */
  readonly styles: string;
}

/** How a worksheet is printed. */
export interface WorksheetOptions {
  readonly typesetting: Typesetting;
  readonly paper?: PaperName;
  readonly formulas?: FormulasChoice;
  /** The stages to leave blank; all of them if it's left out. For exercises of the style blanks. */
  readonly blanks?: readonly WorksheetStage[];
  /** The name of the exercise's file, for the foot of each page. */
  readonly file?: string;
}

/** A variant of any style. */
export type AnyVariant = Variant | SolveVariant;

/** Whether a variant asks for an unknown. */
export const isSolve = (variant: AnyVariant): variant is SolveVariant => variant.exercise.style === "solve";

/** Every stage. */
export const allStages = Object.keys(stages) as WorksheetStage[];
