/** The project's own programs run on Windows and macOS too, and under a path with spaces. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folders = ["scripts", "bench", "e2e", "packages/engine/test", "packages/cli/test", "packages/web/test"];
const programs = folders
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, String(name))),
  )
  .filter((name) => /\.(?:ts|mjs)$/.test(name) && !name.split(sep).includes("node_modules"))
  .filter((name) => !name.endsWith("portable.test.ts"))
  .map((name) => [name.replaceAll(sep, "/"), readFileSync(join(root, name), "utf8")] as const);

/** The programs in which something is found. */
const withText = (...found: readonly RegExp[]) =>
  programs.filter(([, text]) => found.every((one) => one.test(text))).map(([name]) => name);

it("takes paths from file URLs as the system writes them", () => {
  expect(withText(/import\.meta\.url\)\.pathname/)).toEqual([]);
});

it("starts programs by a name under which every system finds them, and ends none by its group", () => {
  expect(withText(/\b(?:spawn|spawnSync|exec\w*)\(\s*["'`]\//)).toEqual([]);
  expect(withText(/process\.kill\(\s*-/)).toEqual([]);
});

it("hands no path outside the project to a shell, which would break it at a space", () => {
  expect(withText(/\bshell:/)).toContain("scripts/test.mjs");
  expect(withText(/\bshell:/, /\b(?:tmpdir|homedir)\(/)).toEqual([]);
});

it("checks text out with the line ends that were committed, and pictures as they are", () => {
  const { stdout } = spawnSync(
    "git",
    ["check-attr", "text", "eol", "--", "README.md", "a/b.mjs", "c.png", "d.woff2"],
    {
      cwd: root,
      encoding: "utf8",
    },
  );
  expect(stdout.trim().split(/\r?\n/)).toEqual([
    "README.md: text: auto",
    "README.md: eol: lf",
    "a/b.mjs: text: auto",
    "a/b.mjs: eol: lf",
    "c.png: text: unset",
    "c.png: eol: lf",
    "d.woff2: text: unset",
    "d.woff2: eol: lf",
  ]);
});
