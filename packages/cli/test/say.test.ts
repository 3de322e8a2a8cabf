/** What is said on a terminal never commands it, and stays within a paragraph. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { harmless } from "../src/say.ts";

const bin = fileURLToPath(new URL("../bin/neural-viz.mjs", import.meta.url));

/** Everything a terminal could take for a command: the controls of ISO 6429, and Unicode's directions and breaks. */
const COMMANDS = [
  [0, 0x1f],
  [0x7f, 0x9f],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2066, 0x2069],
] as const;

/** The commands in a text. */
function commandsIn(text: string): string[] {
  return [...text].filter((letter) => {
    const code = letter.codePointAt(0)!;
    return COMMANDS.some(([first, last]) => code >= first && code <= last);
  });
}

test("a sentence has no command, and what is harmless stays as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(commandsIn(harmless(text))).toEqual([]);
    }),
  );
  expect(harmless("a \u001b[31mred\u0007 name\n and more")).toBe("a \\u001b[31mred\\u0007 name and more");
  expect(harmless("“ŷ” – 数")).toBe("“ŷ” – 数");
});

test("a long sentence keeps its beginning and its end", () => {
  const said = harmless(`${"x".repeat(100_000)}; it must be short.`);
  expect(said).toMatch(/^x+…x+; it must be short\.$/);
  expect(said.length).toBeLessThanOrEqual(800);
});

test("escapes of a file and of an argument do not reach the terminal", () => {
  const folder = mkdtempSync(join(tmpdir(), "neural-viz-say-"));
  const path = join(folder, "bad.json");
  writeFileSync(path, "\u001b]0;title\u0007{");
  for (const args of [
    ["train", path],
    ["\u001b[2J"],
    ["train", "--\u001b[2J"],
    ["check", path, "--at", "\u001b[2J\n1"],
    ["train", "\u009b2J"],
  ]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { encoding: "utf8" });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/\n$/);
    expect(commandsIn(stderr.slice(0, -1))).toEqual([]);
  }
  rmSync(folder, { recursive: true, force: true });
});
