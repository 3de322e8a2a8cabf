/** The examples of the package's README, run as they are. */
import { readFileSync } from "node:fs";
import { afterEach, expect, test, vi } from "vitest";

afterEach(() => vi.restoreAllMocks());

async function printed(load: () => Promise<unknown>): Promise<string[]> {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  await load();
  return log.mock.calls.map(([line]) => String(line));
}

test("training XOR comes to the loss PyTorch recorded", async () => {
  const lines = await printed(() => import("../examples/train.ts"));
  expect(lines).toEqual([
    expect.stringMatching(/^loss 0\.\d{4,5} → 0\.0\d+ in 200 updates$/),
    "4 of 4 points are correct",
  ]);
});

test("an explanation's expression gives its value", async () => {
  const lines = await printed(() => import("../examples/explain.ts"));
  expect(lines).toEqual([
    "The activation of neuron 2 in layer 1: tanh of its z.",
    expect.stringMatching(/^-?0\.\d+ from z\.1\.2\[3\]@20$/),
    "the same bits",
  ]);
});

test("a table of points is trained on and exported", async () => {
  const lines = await printed(() => import("../examples/points.ts"));
  expect(lines[0]).toMatch(/^\d+ of 30 correct, \d+ of 10 held out$/);
  expect(lines[1]).toBe('"""A small neural network, trained in PyTorch the way Neural-Viz trained it.');
});

test("the README shows the examples as they are", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  for (const name of ["train", "explain", "points"]) {
    const code = readFileSync(new URL(`../examples/${name}.ts`, import.meta.url), "utf8");
    expect(readme.includes(code.trim())).toBe(true);
  }
});
