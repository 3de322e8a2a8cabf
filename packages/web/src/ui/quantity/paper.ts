/** Documents to print: set with KaTeX and saved as a file. */
import type { PaperName } from "@neural-viz/engine";
import { saved } from "../kit/save.ts";

/** Regions that print on Letter paper. */
const LETTER = /-(?:US|CA|MX|PH|CL|CO|VE)$/;

/** The paper of the person's region. */
export const usualPaper = (): PaperName => (LETTER.test(navigator.language) ? "letter" : "a4");

/** Sets the marked formulas of a document and saves it. What sets them may not load, and a browser may refuse to save. */
export async function saveDocument(
  name: string,
  marked: string,
): Promise<"saved" | "notSaved" | "notTypeset"> {
  try {
    const { typeset } = await import("./typesetting.ts");
    return saved(name, "text/html", await typeset(marked)) ? "saved" : "notSaved";
  } catch {
    return "notTypeset";
  }
}
