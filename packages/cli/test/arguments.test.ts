/** Whatever is typed after neural-viz, it is done or refused in one sentence. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ExperimentError, UnknownQuantity } from "@neural-viz/engine";
import fc from "fast-check";
import { afterAll, expect, test, vi } from "vitest";
import { carryOut } from "../src/calls.ts";
import { UsageError } from "../src/usage.ts";

vi.mock("../src/print.ts", async (original) => ({ ...(await original<object>()), print: () => {} }));
vi.mock("../src/stdin.ts", () => ({ readStandardInput: () => Promise.resolve("") }));

const folder = mkdtempSync(join(tmpdir(), "neural-viz-arguments-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const small = file("small.json", '{"version":1,"dataset":{"name":"xor"},"training":{"epochs":5}}');
const broken = file("broken.json", '{"version":1,"dataset":{"name":"xor"}');
const table = file("table.csv", "a,b,c\n1,2,0\n3,4,1\n");

const argument = fc.oneof(
  fc.string(),
  fc.constantFrom(small, small, broken, table, folder, join(folder, "missing.json")),
  fc.constantFrom(
    "--json",
    "--help",
    "-h",
    "--at",
    "--at=3",
    "--epsilon",
    "--epsilon=1e-5",
    "--points",
    "--points=0",
    "--noise",
    "--seed",
    "--seed=-1",
    "--columns",
    "--columns=1,2,3",
    "--inputs",
    "--inputs=1,2",
    "--target=3",
    "--target=body mass",
    "--targets=values",
    "--targets=classes",
    "--classes=3",
    "--decimals=2",
    "--no-scale",
    "--scale-targets",
    "--format",
    "--format=pytorch",
    "--sample",
    "--sample=1",
    "--blank",
    "--blank=forward",
    "--seeds",
    "--seeds=1..3",
    "--seeds=3..1",
    "--seeds=1..1e9",
    "--",
    "-",
    "--x",
  ),
  fc.constantFrom(
    "0",
    "1",
    "3",
    "-1",
    "1e308",
    "1e-300",
    "NaN",
    "Infinity",
    "999999999999999999999",
    "xor",
    "spiral",
    "blobs",
    "penguins",
    "sine",
    "moons",
    "pytorch",
    "npz",
    "forward,loss",
    "1..2",
    "..",
    "L@1",
    "gW.1.1.1@2",
    "p[1]@0",
    "W",
    "#%7B",
    "{}",
    '{"experiment":{"version":1},"t":0}',
    "__proto__",
    "constructor",
  ),
);
const name = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.constantFrom(
      "train",
      "check",
      "explain",
      "dataset",
      "export",
      "link",
      "open",
      "worksheet",
      "quiz",
    ),
  },
  fc.string(),
);

test("any arguments are carried out or refused in one sentence", async () => {
  const said: string[] = [];
  await fc.assert(
    fc.asyncProperty(name, fc.array(argument, { maxLength: 5 }), async (first, rest) => {
      try {
        await carryOut([first, ...rest]);
      } catch (error) {
        const known =
          error instanceof UsageError || error instanceof ExperimentError || error instanceof UnknownQuantity;
        if (!known) throw error;
        said.push(error.message.trim());
      }
    }),
    { numRuns: 1500 },
  );
  expect(said.length).toBeGreaterThan(100);
  expect(said.filter((sentence) => !/[.)]$/.test(sentence))).toEqual([]);
});
