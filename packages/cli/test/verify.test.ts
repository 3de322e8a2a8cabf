import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createSession, fingerprint, parseExperiment, readResult, resultLine } from "@neural-viz/engine";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cellsOf, csvRows, MAX_ROW } from "../src/csvRows.ts";

const bin = fileURLToPath(new URL("../bin/neural-viz.mjs", import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "neural-viz-verify-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function call(input: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [bin, ...args], { encoding: "utf8", input });
}

function verdicts(csv: string, ...args: string[]): { status: number | null; rows: unknown[] } {
  const { status, stdout, stderr } = call(csv, "verify", "-", "--json", ...args);
  expect(stderr).toBe("");
  return {
    status,
    rows: stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown),
  };
}

/** The line of a short run, or a forged one. */
function lineOf(seed: number, forged: { loss?: number; t?: number; name?: string } = {}): string {
  const session = createSession(
    parseExperiment({
      version: 1,
      dataset: { name: "moons", points: 20, seed },
      training: { epochs: 5_000_000 },
    }),
  );
  for (let i = 0; i < 10; i++) session.step();
  const { experiment, t, loss, params } = session;
  return resultLine({ experiment, t, loss, fingerprint: fingerprint(params), name: "", ...forged });
}

test("result prints a line that can be read, with the name, and verify finds it ok", () => {
  const file = join(folder, "moons.json");
  writeFileSync(file, JSON.stringify({ version: 1, dataset: { name: "moons" }, training: { epochs: 7 } }));
  const { status, stdout } = call("", "result", file, "--name", "Ada Lovelace");
  expect(status).toBe(0);
  expect(stdout).toMatch(/^nviz1:[\w-]+\n$/);
  const read = readResult(stdout);
  expect(read).toMatchObject({ t: 7, name: "Ada Lovelace" });
  expect(verdicts(`result\n${stdout}`)).toEqual({ status: 0, rows: [{ row: 2, status: "ok" }] });
});

test("verify finds forged, copied and damaged lines, and what would take too long, among the rest", () => {
  const [ok, other] = [lineOf(1), lineOf(2)];
  const csv = [
    "student;Result",
    `Ann;${ok}`,
    `Bob;${lineOf(1, { name: "Bob" })}`,
    `Cy;${lineOf(3, { loss: 0.001 })}`,
    `Di;${other.slice(0, -1)}`,
    "Ed;",
    `"Flo;${other}`, // a quotation mark that isn't closed
    `Gil;${lineOf(1, { t: 5_000_000 })}`,
    "",
    `"Hal\nHill";${lineOf(4)}`,
  ].join("\n");
  const { status, rows } = verdicts(csv);
  expect(status).toBe(1);
  expect(rows).toEqual([
    { row: 2, status: "ok" },
    { row: 3, status: "duplicate", of: 2 },
    {
      row: 4,
      status: "differs",
      why: expect.stringMatching(/^The line says a loss of 0\.001 after 10 updates/),
    },
    { row: 5, status: "unreadable", why: "The line is incomplete or was changed. Copy it again." },
    { row: 6, status: "unreadable", why: "There is no result line." },
    { row: 7, status: "ok" },
    { row: 8, status: "tooLong", why: expect.stringMatching(/^The line says 5,000,000 updates/) },
    { row: 10, status: "ok" },
  ]);
  expect(verdicts(csv, "--max-updates", "9").rows.at(-1)).toMatchObject({ status: "tooLong" });

  const table = call(csv, "verify", "-");
  expect(table.status).toBe(1);
  expect(table.stdout).toMatch(
    /^ +2 {2}ok {10}Ann {2}loss 0\.\d+ after 10 updates\n +3 {2}duplicate {3}Bob {2}Bob {2}the same run as row 2\n/,
  );
  expect(table.stdout).toMatch(/\n8 lines: 3 ok, 1 differs, 2 unreadable, 1 duplicate, 1 tooLong\n$/);
});

test("copies are advice: the exit status stays 0", () => {
  expect(verdicts(`result\n${lineOf(1)}\n${lineOf(1, { name: "Bob" })}\n`).status).toBe(0);
});

test("an endless line doesn't hold up the lines after it", async () => {
  const child = spawn(process.execPath, [bin, "verify", "-", "--json"]);
  child.stdin.on("error", () => {});
  child.stdin.write("result\n");
  const piece = "x".repeat(2 ** 20);
  for (let i = 0; i < 20; i++) child.stdin.write(piece);
  child.stdin.end(`\n${lineOf(1)}\n`);
  let printed = "";
  for await (const part of child.stdout) printed += String(part);
  expect(
    printed
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { status: string }).status),
  ).toEqual(["tooLong", "ok"]);
});

test("a file without results is said in one sentence", () => {
  for (const text of ["", "a,b\n1,2\n"]) {
    const { status, stdout, stderr } = call(text, "verify", "-");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toBe("Standard input must be a CSV file with a column “result” in its first row.\n");
  }
  expect(call("", "verify", join(folder, "none.csv")).status).toBe(2);
  expect(call("result\n", "verify", "-", "--max-updates", "-1")).toMatchObject({
    status: 2,
    stderr: "--max-updates must be a whole number of updates from 0 to 5000000; you entered “-1”.\n",
  });
});

test("open says when a link's fingerprint doesn't belong to its experiment", () => {
  const file = join(folder, "link.json");
  writeFileSync(file, JSON.stringify({ version: 1 }));
  const link = call("", "link", file, "--at", "5").stdout.trim();
  expect(call("", "open", link)).toMatchObject({
    status: 0,
    stderr: "The link shows the run after 5 updates.\n",
  });
  const forged = link.replace(/(fingerprint%22%3A%22)[0-9a-f]{4}/, "$10000");
  const { status, stdout, stderr } = call("", "open", forged);
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ version: 1 });
  expect(stderr).toMatch(
    /\nThe link’s fingerprint doesn’t belong to its experiment: after 5 updates the parameters differ from the sender’s\.\n$/,
  );
});

/** The rows of a text that arrives in pieces of `size`. */
async function rowsOf(text: string, size: number): Promise<(readonly [number, string[] | undefined])[]> {
  async function* pieces(): AsyncGenerator<string> {
    for (let i = 0; i < text.length; i += size) yield text.slice(i, i + size);
  }
  const rows: (readonly [number, string[] | undefined])[] = [];
  for await (const row of csvRows(pieces()))
    rows.push([row.row, row.text === undefined ? undefined : cellsOf(row, ",")]);
  return rows;
}

test.each([1, 2, 3, 7, 1000])(
  "rows in pieces of %i are read as RFC 4180 says, and recover from damage",
  async (size) => {
    expect(await rowsOf('\uFEFFa,b\r\n"x, ""y""\r\nz",2\r3,\n\n', size)).toEqual([
      [1, ["a", "b"]],
      [2, ['x, "y"\r\nz', "2"]],
      [3, ["3", ""]],
      [4, [""]],
    ]);
    // An open quotation mark that meets another one, and one that meets the end of the file.
    expect(await rowsOf('"a,1\nb,2\n"c,3\n"d,4\ne,5', size)).toEqual([
      [1, ['"a', "1"]],
      [2, ["b", "2"]],
      [3, ['"c', "3"]],
      [4, ['"d', "4"]],
      [5, ["e", "5"]],
    ]);
  },
);

test("a row that is too long is left out, whatever stands in it", async () => {
  const long = "x".repeat(MAX_ROW + 5);
  expect(await rowsOf(`a\n${long}${long}\nb\n"${long}\nc\n`, 65_536)).toEqual([
    [1, ["a"]],
    [2, undefined],
    [3, ["b"]],
    [4, undefined],
    [5, ["c"]],
  ]);
});
