/** TeX as it's written on paper: factors side by side, slopes and a softmax in one line, and brackets that let a long sum wrap. */

/** Braces around anything with at most two levels of braces in it. */
const GROUP = String.raw`\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}`;
const FRACTION = new RegExp(String.raw`\\frac${GROUP}${GROUP}`, "g");

/** A formula as it's written on paper. */
export const paperTex = (tex: string): string =>
  withArrow(tex)
    .replaceAll(FRACTION, (fraction, top: string, bottom: string) =>
      top.startsWith("e^") ? `${top} / ${bottom}` : fraction,
    )
    .replaceAll(/\\frac\{(\\partial (?:L|J|\\ell))\}\{(\\partial (?:[^{}]|\{[^{}]*\})*)\}/g, "$1/$2")
    .replaceAll(/\\(?:left|right)(?=[()[\]])/g, "")
    .replaceAll(" \\cdot ", "\\,");

/** A formula with two moments of one symbol says how the new one follows from the old: w ← w − … instead of w = w₀ − … */
const withArrow = (tex: string): string =>
  OLD.test(tex) ? tex.replace(" = ", " \\leftarrow ").replaceAll(new RegExp(OLD, "g"), "") : tex;

/** The moment of a symbol, where a formula has several. */
const OLD = /\{\}_\{,\d+\}/;

/** The width of a glyph, of a relation or sign with its spaces, and of one raised or lowered letter, in em. */
const GLYPH = 0.52;
const SIGN = 1.25;
const SMALL = 0.32;

/** About how wide a formula is, in em: enough to choose a number of columns. */
export function widthOf(tex: string): number {
  let width = 0;
  const plain = paperTex(tex)
    .replaceAll(FRACTION, (_, top: string, bottom: string) => {
      width += Math.max(widthOf(top), widthOf(bottom)) * 0.75;
      return "";
    })
    // What is raised stands above what is lowered, so the longer one counts.
    .replaceAll(/(?:[_^](?:\{[^{}]*\}|\\?\w))+/g, (scripts) => {
      const each = scripts.split(/[_^](?=\{|\\?\w)/).map((one) => one.replaceAll(/[{}\\]/g, "").length);
      width += Math.max(...each) * SMALL;
      return "";
    })
    .replaceAll(/\\(?:hat|bar|mathrm|text)\b|[{}]/g, "")
    .replaceAll(/\\(ln|max|tanh|exp|sin|sqrt)\b/g, (_, name: string) => {
      width += name.length * GLYPH;
      return "";
    })
    .replaceAll(/\\[,;!]|\\quad/g, "")
    .replaceAll(/\\[A-Za-z]+/g, "x");
  for (const letter of plain.replaceAll(" ", "")) width += "=+-<>".includes(letter) ? SIGN : GLYPH;
  return width;
}
