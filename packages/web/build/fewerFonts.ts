/**
 * Leaves out of the single file the fonts that its own text doesn't use. Base64 can't be loaded when it's needed, as
 * the files of the other build are, and fonts would be two thirds of the file.
 */
import type { Plugin } from "vite";

/** Latin with ŷ and accents, and Greek. Other scripts have the system's fonts. */
const SCRIPTS = /-(?:latin|latin-ext|greek)-wght-normal\.woff2/;
/** What formulas without \mathbf, \mathcal and the like are made of (scripts/test/singleFonts.test.ts). */
const FORMULAS = /KaTeX_(?:Main-Regular|Math-Italic|Size\d-Regular)\.woff2/;

export const fewerFonts = (): Plugin => ({
  name: "fewer-fonts",
  enforce: "pre",
  transform: {
    filter: { id: /(?:katex\.min|fontsource.*)\.css/ },
    handler: (code) =>
      code.replaceAll(/@font-face\s*\{[^}]*\}/g, (face) =>
        SCRIPTS.test(face) || FORMULAS.test(face) ? face : "",
      ),
  },
});
