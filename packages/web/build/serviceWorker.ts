/** Writes the service worker of a build: sw.js with the name and hash of every file. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import type { Plugin } from "vite";

const template = new URL("./sw.js", import.meta.url);

const hashOf = (contents: string | Uint8Array): string =>
  createHash("sha256").update(contents).digest("base64");

/** Writes it into the folder of a build. */
export function writeServiceWorker(folder: string): void {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll(sep, "/"),
    )
    // The page never shows social.png. Other sites show it next to a link.
    .filter((name) => !["sw.js", "social.png"].includes(name) && !name.startsWith("."))
    .toSorted((a, b) => (a < b ? -1 : 1));
  const files = Object.fromEntries(
    names.map((name) => [
      name === "index.html" ? "./" : name,
      `sha256-${hashOf(readFileSync(join(folder, name)))}`,
    ]),
  );
  const listed = JSON.stringify(files);
  const version = hashOf(listed).replaceAll(/\W/g, "").slice(0, 12);
  const text = readFileSync(template, "utf8").replace("%VERSION%", version).replace('"%FILES%"', listed);
  writeFileSync(join(folder, "sw.js"), text);
}

export const serviceWorker = (): Plugin => {
  let folder = "";
  return {
    name: "service-worker",
    apply: "build",
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir);
    },
    closeBundle: { order: "post", handler: () => writeServiceWorker(folder) },
  };
};
