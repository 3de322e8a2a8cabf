/**
 * The language of a build. Every text is imported as `#text/…`, which leads to the English folder of its package; a
 * build in another language takes the folder next to it. So a page is in its language from the first paint, and
 * contains no other.
 */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

/**
 * English with accents, a third longer. Text without accents isn't in a catalog, and clipped text has too little
 * room.
 */
export const PSEUDO = "pseudo";

const accented = fileURLToPath(new URL("./accented.ts", import.meta.url));

/** Builds the page in a language. The sources name the English files. */
export const language = (name: string): Plugin => ({
  name: "language",
  enforce: "pre",
  resolveId(source, importer) {
    if (name === "en" || importer === undefined || !source.startsWith("#text/")) return undefined;
    const subject = `${source.slice("#text/".length)}.ts`;
    const english = join(textOf(importer), "en", subject);
    return name === PSEUDO ? `${english}?${PSEUDO}` : join(textOf(importer), name, subject);
  },
  load(id) {
    if (!id.endsWith(`?${PSEUDO}`)) return undefined;
    const english = id.slice(0, -PSEUDO.length - 1);
    const names = [...readFileSync(english, "utf8").matchAll(/^export (?:const|function) (\w+)/gm)];
    return [
      `import * as english from ${JSON.stringify(english)};`,
      `import { accented } from ${JSON.stringify(accented)};`,
      ...names.map(([, one]) => `export const ${one} = accented(english.${one});`),
    ].join("\n");
  },
  transformIndexHtml: (html) => html.replace('lang="en"', `lang="${name === PSEUDO ? "en-XA" : name}"`),
});

/** The text folder of a file's package. */
function textOf(importer: string): string {
  let folder = dirname(importer);
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return join(folder, "src", "text");
}
