/**
 * Sets the formulas of a document that stands alone: KaTeX, and its styles and fonts, which are taken from the page's own style
 * sheets. It loads when it's asked for.
 */
import { paperFonts, paperStyles } from "@neural-viz/engine";
import katex from "katex";
import "katex/dist/katex.min.css";
import { STYLES_MARK, withoutMarks } from "../../worker/marks.ts";

/** The document with its marked formulas set. It rejects if a font can't be loaded. */
export async function typeset(html: string): Promise<string> {
  const { css, faces } = ownStyles();
  const fonts = new Map(
    await Promise.all(
      paperFonts.map(async (font) => [font.file, await base64(addressOf(font, faces))] as const),
    ),
  );
  const all = paperStyles(css, (font) => fonts.get(font)!);
  return withoutMarks(
    html.replace(STYLES_MARK, () => all),
    (tex) => katex.renderToString(tex, { output: "html", strict: "ignore" }),
  );
}

/** A font face of the page, and the address that its own is relative to. */
interface Face {
  readonly rule: CSSFontFaceRule;
  readonly base: string;
}

/** KaTeX's rules as the page has them, in a layer of their own (build/styles.ts), and its font faces. */
function ownStyles(): { readonly css: string; readonly faces: readonly Face[] } {
  const layers = Array.from(document.styleSheets).flatMap((sheet) =>
    Array.from(sheet.cssRules).flatMap((rule) =>
      rule instanceof CSSLayerBlockRule && rule.name === "katex"
        ? Array.from(rule.cssRules, (inner) => ({ inner, base: sheet.href ?? document.baseURI }))
        : [],
    ),
  );
  return {
    css: layers.map(({ inner }) => inner.cssText).join("\n"),
    faces: layers.flatMap(({ inner, base }) =>
      inner instanceof CSSFontFaceRule ? [{ rule: inner, base }] : [],
    ),
  };
}

function addressOf({ family, style }: { family: string; style: string }, faces: readonly Face[]): string {
  const value = ({ rule }: Face, name: string): string => rule.style.getPropertyValue(name);
  const face = faces.find(
    (one) =>
      value(one, "font-family").replaceAll(/["']/g, "") === family &&
      value(one, "font-style") === style &&
      /^(?:400|normal)$/.test(value(one, "font-weight")),
  );
  const [, address] = /url\("?([^")]*)"?\)/.exec(face === undefined ? "" : value(face, "src")) ?? [];
  if (face === undefined || address === undefined) throw new RangeError(family);
  return new URL(address, face.base).href;
}

/** A file in base64. The build may already have made it a part of its address. */
async function base64(address: string): Promise<string> {
  if (address.startsWith("data:")) return address.slice(address.indexOf(",") + 1);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(""));
}
