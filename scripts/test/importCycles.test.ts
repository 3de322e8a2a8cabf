/** No source file leads back to itself by what it imports: values, types and parts that load later alike. */
import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { files, importsOf, nameOf } from "./imports.ts";

/** The shortest way from a file back to itself, written from the name that comes first in the alphabet. */
function cycleThrough(start: string, imports: ReadonlyMap<string, readonly string[]>): string | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const file of queue)
    for (const next of imports.get(file) ?? []) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, file);
      queue.push(next);
    }
  if (!cameFrom.has(start)) return undefined;
  const way = [start];
  for (let file = cameFrom.get(start)!; file !== start; file = cameFrom.get(file)!) way.unshift(file);
  const names = way.map(nameOf);
  const first = names.indexOf(names.toSorted()[0]!);
  const turned = [...names.slice(first), ...names.slice(0, first)];
  return [...turned, turned[0]].join(" → ");
}

it("finds every file that is imported", () => {
  const missing = files.flatMap((file) =>
    importsOf(file)
      .filter((other) => !existsSync(other))
      .map((other) => `${nameOf(file)} imports ${nameOf(other)}, which isn’t there.`),
  );
  expect(files.length).toBeGreaterThan(200);
  expect(missing).toEqual([]);
});

it("has no cycle of imports, types included", () => {
  const imports = new Map(files.map((file) => [file, importsOf(file)]));
  const cycles = new Set(
    files.map((file) => cycleThrough(file, imports)).filter((cycle) => cycle !== undefined),
  );
  expect(
    [...cycles].map((cycle) => `${cycle} is a cycle: move what both ends share to a file of its own.`),
  ).toEqual([]);
});
