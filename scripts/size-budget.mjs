// Fails when the page grew too large: gzipped bytes of what the first view loads, and of each part loaded later.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const BUDGET = { js: 151_000, css: 12_000, later: 160_000 };

const dist = new URL("../packages/web/dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));
const gzipped = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;
const total = (files) => [...files].reduce((sum, file) => sum + gzipped(file), 0);

const scripts = new Set();
const styles = new Set();
function visit(key) {
  const chunk = manifest[key];
  if (scripts.has(chunk.file)) return;
  scripts.add(chunk.file);
  for (const file of chunk.css ?? []) styles.add(file);
  for (const other of chunk.imports ?? []) visit(other);
}
visit("index.html");

const rows = [
  ["first view, scripts", total(scripts), BUDGET.js],
  ["first view, styles", total(styles), BUDGET.css],
  ...Object.values(manifest)
    .filter((chunk) => chunk.isDynamicEntry && !scripts.has(chunk.file))
    .map((chunk) => [`later: ${chunk.name}`, gzipped(chunk.file), BUDGET.later]),
];
for (const [name, size, most] of rows) {
  console.log(`${size > most ? "OVER" : "ok  "} ${String(size).padStart(7)} of ${most} bytes  ${name}`);
}
process.exitCode = rows.some(([, size, most]) => size > most) ? 1 : 0;
