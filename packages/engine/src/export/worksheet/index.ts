/** Worksheets: sheets to fill in, their keys in a file of their own, and a table of all answers. */
export { worksheetKey, worksheetSheets } from "./document.ts";
export {
  type AnyVariant,
  type FormulasChoice,
  type PaperName,
  papers,
  type Typesetting,
  type WorksheetOptions,
} from "./options.ts";
export { type PaperFont, paperFonts, paperStyles } from "./fonts.ts";
export { worksheetTable } from "./table.ts";
