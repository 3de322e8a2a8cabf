/** ARCHITECTURE.md beside the folders and files that it describes. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { files, importsOf, nameOf } from "./imports.ts";

const root = new URL("../../", import.meta.url);
const text = readFileSync(new URL("ARCHITECTURE.md", root), "utf8");
const packages = ["packages/engine/src/", "packages/web/src/"];

/** The folders of “Floors”, each with its number and what is said of it. */
const floors = new Map<string, { readonly number: number; about: string }>();
let above = "";
for (const line of /^## Floors\n+```\n(.*?)^```$/ms.exec(text)![1]!.split("\n")) {
  const [, home] = /^(packages\/\S+)/.exec(line) ?? [];
  const [, name, number, about] = /^ {2}(\w+\/) +(\d+) +(.+)$/.exec(line) ?? [];
  if (home !== undefined) above = home;
  else if (name !== undefined) floors.set(above + name, { number: Number(number), about: about! });
  else if (line !== "") [...floors.values()].at(-1)!.about += ` ${line.trim()}`;
}

/** The folders right within a folder. */
const foldersIn = (path: string) =>
  readdirSync(new URL(path, root), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${path}${name}/`);

it("names every folder of the sources, and none that isn't there", () => {
  const there = packages.flatMap(foldersIn);
  const gone = [...floors.keys()].filter((path) => !there.includes(path));
  const unnamed = there.filter((path) => !floors.has(path));
  expect(floors.size).toBeGreaterThan(10);
  expect([
    ...gone.map((path) => `“Floors” names ${path}, which isn’t there.`),
    ...unnamed.map((path) => `“Floors” doesn’t name ${path}.`),
  ]).toEqual([]);
});

it("says of every folder what the folders within it hold", () => {
  const unnamed = [...floors].flatMap(([path, { about }]) =>
    foldersIn(path)
      .filter((inner) => !new RegExp(`\\b${inner.split("/").at(-2)}\\b`, "i").test(about))
      .map((inner) => `“Floors” says nothing of ${inner}.`),
  );
  expect(unnamed).toEqual([]);
});

it("has no import from the same floor or a higher one", () => {
  const floorOf = (file: string) => [...floors.keys()].find((path) => file.startsWith(path));
  const wrong = files.flatMap((file) => {
    const from = floorOf(nameOf(file));
    if (from === undefined) return [];
    return importsOf(file)
      .map((other) => [nameOf(other), floorOf(nameOf(other))] as const)
      .filter(
        ([, to]) =>
          to !== undefined &&
          to !== from &&
          to.split("/")[1] === from.split("/")[1] &&
          floors.get(to)!.number >= floors.get(from)!.number,
      )
      .map(([other]) => `${nameOf(file)} imports ${other}, which isn’t on a lower floor.`);
  });
  expect(wrong).toEqual([]);
});

it("has no area or panel that imports another, and each part of ui stands on those before it", () => {
  const web = "packages/web/src/";
  const folderOf = (name: string) => /^packages\/web\/src\/(?:panels|areas)\/\w+\//.exec(name)?.[0];
  const parts = ["kit", "plot", "quantity"];
  const partOf = (name: string) => parts.findIndex((part) => name.startsWith(`${web}ui/${part}/`));
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .map(nameOf)
      .filter((other) => {
        const [from, to] = [folderOf(nameOf(file)), folderOf(other)];
        const sideways =
          from !== undefined && to !== undefined && from !== to && from.split("/")[3] === to.split("/")[3];
        return sideways || (partOf(nameOf(file)) >= 0 && partOf(other) > partOf(nameOf(file)));
      })
      .map((other) => `${nameOf(file)} imports ${other}.`),
  );
  expect(readdirSync(new URL(`${web}ui/`, root))).toEqual(parts);
  expect(wrong).toEqual([]);
});

it("names no file or folder that isn't there", () => {
  const homes = ["", "packages/engine/", ...packages];
  const paths = [...text.matchAll(/`([\w.@-]+\/[\w./@-]*)`/g)].map(([, path]) => path!);
  const gone = paths.filter((path) => !homes.some((home) => existsSync(new URL(home + path, root))));
  expect(paths.length).toBeGreaterThan(30);
  expect(gone.map((path) => `ARCHITECTURE.md names ${path}, which isn’t there.`)).toEqual([]);
});
