/** What an install on a fresh machine reads: npm refuses a lock file that lacks a package, and warns of a Node it excludes. */
import { readFileSync } from "node:fs";
import { satisfies } from "semver";
import { describe, expect, it } from "vitest";

interface Locked {
  readonly version?: string;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly engines?: { readonly node?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));

/** The oldest Node that the README names. */
const OLDEST_NODE = "20.19.0";

type Overrides = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** The range that npm goes by when `from` asks for `name`: an override in package.json comes first. */
function rangeOf(overrides: Overrides, from: string, name: string, asked: string): string {
  const [within, everywhere] = [overrides[from.replace(/^.*node_modules\//, "")], overrides[name]];
  if (typeof within === "object" && name in within) return within[name]!;
  return typeof everywhere === "string" ? everywhere : asked;
}

/** The locked package that `from` loads under a name: in its own folder of modules, or in one further out. */
function resolve(packages: Readonly<Record<string, Locked>>, from: string, name: string): Locked | undefined {
  const parts = from.split("/");
  for (let depth = parts.length; depth >= 0; depth--) {
    const found = packages[[...parts.slice(0, depth), "node_modules", name].join("/")];
    if (found !== undefined) return found.link === true ? packages[found.resolved!] : found;
  }
  return undefined;
}

/** What a package cannot run without: name and range. */
function needs({ dependencies, peerDependencies, peerDependenciesMeta }: Locked): [string, string][] {
  const peers = Object.entries(peerDependencies ?? {});
  return [
    ...Object.entries(dependencies ?? {}),
    ...peers.filter(([name]) => peerDependenciesMeta?.[name]?.optional !== true),
  ];
}

/** A tag such as "latest" fits no version: what it means changes with every release, and then `npm ci` refuses the lock file. */
const fits = (version: string | undefined, range: string) =>
  version !== undefined && (range.startsWith("npm:") || satisfies(version, range));

describe.each(["", "bench/"])("%spackage-lock.json", (folder) => {
  const packages: Readonly<Record<string, Locked>> = read(`${folder}package-lock.json`).packages;
  const overrides: Overrides = read(`${folder}package.json`).overrides;

  it("holds every dependency of every package, in a version that fits", () => {
    const unmet = Object.entries(packages).flatMap(([from, locked]) =>
      needs(locked)
        .map(([name, asked]) => [name, rangeOf(overrides, from, name, asked)] as const)
        .filter(([name, range]) => !fits(resolve(packages, from, name)?.version, range))
        .map(([name, range]) => `${from} needs ${name} ${range}`),
    );
    expect(unmet).toEqual([]);
  });

  it(`runs on Node ${OLDEST_NODE}`, () => {
    const excluding = Object.entries(packages)
      .filter(([, { engines }]) => !satisfies(OLDEST_NODE, engines?.node ?? "*"))
      .map(([name, { engines }]) => `${name} needs Node ${engines?.node}`);
    expect(excluding).toEqual([]);
  });
});
