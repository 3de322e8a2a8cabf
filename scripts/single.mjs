// npm run single: builds the page as one file that works without a server, and prints its path and its size. It fails
// when the file grew too large. A folder as the argument takes the place of packages/web/dist-single.
import { readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { root } from "./install.mjs";

/** What a slow connection can download: gzipped, in bytes. */
const BUDGET = 1_000_000;

const folder = resolve(process.argv[2] ?? join(root, "packages/web/dist-single"));
await build({
  root: join(root, "packages/web"),
  configFile: join(root, "packages/web/vite.single.config.ts"),
  logLevel: "warn",
  build: { outDir: folder, emptyOutDir: true },
});
const path = join(folder, "neural-viz.html");
const file = readFileSync(path);
const gzipped = gzipSync(file, { level: 9 }).length;
console.log(relative(process.cwd(), path));
console.log(`${file.length} bytes, ${gzipped} of ${BUDGET} gzipped`);
if (gzipped > BUDGET) {
  console.error(`The single file is ${gzipped - BUDGET} gzipped bytes too large.`);
  process.exitCode = 1;
}
