/** Sets the formulas of a document that stands alone: KaTeX, its styles, and its fonts as data. It loads when it's asked for. */
import { paperFonts, paperStyles } from "@neural-viz/engine";
import katex from "katex";
import styles from "katex/dist/katex.min.css?inline";
import main from "katex/dist/fonts/KaTeX_Main-Regular.woff2?url";
import math from "katex/dist/fonts/KaTeX_Math-Italic.woff2?url";
import size1 from "katex/dist/fonts/KaTeX_Size1-Regular.woff2?url";
import size2 from "katex/dist/fonts/KaTeX_Size2-Regular.woff2?url";
import size3 from "katex/dist/fonts/KaTeX_Size3-Regular.woff2?url";
import size4 from "katex/dist/fonts/KaTeX_Size4-Regular.woff2?url";
import { STYLES_MARK, withoutMarks } from "../../worker/marks.ts";

const addresses = {
  "KaTeX_Main-Regular": main,
  "KaTeX_Math-Italic": math,
  "KaTeX_Size1-Regular": size1,
  "KaTeX_Size2-Regular": size2,
  "KaTeX_Size3-Regular": size3,
  "KaTeX_Size4-Regular": size4,
};

/** The document with its marked formulas set. It rejects if a font can't be loaded. */
export async function typeset(html: string): Promise<string> {
  const fonts = new Map(
    await Promise.all(paperFonts.map(async ({ file }) => [file, await base64(addresses[file])] as const)),
  );
  const all = paperStyles(styles, (font) => fonts.get(font)!);
  return withoutMarks(
    html.replace(STYLES_MARK, () => all),
    (tex) => katex.renderToString(tex, { output: "html", strict: "ignore" }),
  );
}

/** A file in base64. The build may already have made it a part of its address. */
async function base64(address: string): Promise<string> {
  if (address.startsWith("data:")) return address.slice(address.indexOf(",") + 1);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(""));
}
