/** The single file leaves out most of KaTeX's fonts, so the formulas must do without them. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** KaTeX's commands for other fonts than its upright one, its italic one and its four sizes, and for symbols of the AMS. */
const OTHER_FONTS =
  /\\(?:math(?:bb|bf|cal|frak|it|normal|scr|sf|tt)|text(?:bf|it|md|sf|tt|up)|bold(?:symbol)?|bm|Bbb|frak|cal|bf|it|sf|tt|emph|leqslant|geqslant|nexists|varnothing|square|blacksquare|therefore|because|triangleq|lesssim|gtrsim)(?![a-zA-Z])/;

it("has no formula in a font that the single file lacks", () => {
  const found = ["engine", "cli", "web"].flatMap((name) => {
    const folder = new URL(`../../packages/${name}/src/`, import.meta.url);
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.tsx?$/.test(path))
      .flatMap((path) => {
        const [command] = OTHER_FONTS.exec(readFileSync(new URL(path, folder), "utf8")) ?? [];
        return command === undefined ? [] : [`${name}/${path}: ${command}`];
      });
  });
  expect(found).toEqual([]);
});
