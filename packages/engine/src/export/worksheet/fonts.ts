/** KaTeX's styles for a file that loads nothing: its rules, and the fonts that formulas of an exercise use, as data. */

/** The fonts that formulas of exercises use: letters, numbers and signs, and brackets and roots in four sizes. */
export const paperFonts = [
  { file: "KaTeX_Main-Regular", family: "KaTeX_Main", style: "normal" },
  { file: "KaTeX_Math-Italic", family: "KaTeX_Math", style: "italic" },
  { file: "KaTeX_Size1-Regular", family: "KaTeX_Size1", style: "normal" },
  { file: "KaTeX_Size2-Regular", family: "KaTeX_Size2", style: "normal" },
  { file: "KaTeX_Size3-Regular", family: "KaTeX_Size3", style: "normal" },
  { file: "KaTeX_Size4-Regular", family: "KaTeX_Size4", style: "normal" },
] as const;

/** The name of a file of a font, without its ending. */
export type PaperFont = (typeof paperFonts)[number]["file"];

/** KaTeX's style sheet with these fonts in it, each a woff2 in base64. */
export function paperStyles(css: string, base64: (font: PaperFont) => string): string {
  const faces = paperFonts.map(
    ({ file, family, style }) =>
      `@font-face{font-family:${family};font-style:${style};font-weight:400;src:url(data:font/woff2;base64,${base64(file)}) format("woff2")}`,
  );
  return [...faces, css.replaceAll(/@font-face\s*\{[^}]*\}/g, "")].join("\n");
}
