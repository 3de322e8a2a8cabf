/** Formulas as KaTeX sets them, with its styles and fonts. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { paperStyles, type Typesetting } from "@neural-viz/engine";

/** The folder of KaTeX's files. */
const folder = (): string => dirname(createRequire(import.meta.url).resolve("katex"));

/** KaTeX for files that load nothing. It's loaded here, because no other command needs it. */
export async function katexTypesetting(): Promise<Typesetting> {
  const { default: katex } = await import("katex");
  const place = folder();
  const set = new Map<string, string>();
  return {
    typeset(tex) {
      const html = set.get(tex) ?? katex.renderToString(tex, { output: "html", strict: "ignore" });
      set.set(tex, html);
      return html;
    },
    styles: paperStyles(readFileSync(join(place, "katex.min.css"), "utf8"), (font) =>
      readFileSync(join(place, "fonts", `${font}.woff2`)).toString("base64"),
    ),
  };
}
