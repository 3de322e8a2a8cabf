/** The reference of the engine, packages/engine/API.md, beside the sources that it describes. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import * as engine from "@neural-viz/engine";

const folder = new URL("../../packages/engine/", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, folder), "utf8");
const page = read("API.md");
const index = read("src/index.ts");

/** What stands under a heading, up to the next one. */
function under(heading: string): string {
  const from = page.indexOf(`\n${heading}\n`);
  expect(from).toBeGreaterThan(0);
  const rest = page.slice(from + heading.length + 2);
  return rest.slice(0, rest.search(/^#{2,3} /m));
}

test("every exported name has an entry with its declaration, in the order of the index", () => {
  const types = [...index.matchAll(/\btype (\w+)/g)].map(([, name]) => name!);
  const headings = [...page.matchAll(/^### (\w+)$/gm)].map(([, name]) => name!);
  expect(headings.toSorted()).toEqual([...Object.keys(engine), ...types].toSorted());
  const lists = [...index.matchAll(/^export (?:\* as (\w+)|\{([^}]*)\})/gm)];
  const names = lists.flatMap(([, module, list]) => module ?? list!.match(/\w+(?=,|\s*$)/g)!);
  expect(headings).toEqual(names);
  for (const name of headings.filter((one) => one !== "elementary" && one !== "schema"))
    expect(under(`### ${name}`)).toMatch(
      new RegExp(`\\n\`\`\`ts\\n(?:const|function\\*?|class|interface|type) ${name}\\b`),
    );
});

test("types keep all their members with what is said of them, and modules their functions", () => {
  const choice = under("### DatasetChoice");
  for (const part of ["name: GateName", "/** The number of points, 4–1000. */", "CustomData"])
    expect(choice).toContain(part);
  const custom = under("### CustomData");
  for (const part of ['"custom"', "map?: UnitMap | readonly AxisMap[]"]) expect(custom).toContain(part);
  const { 1: reasons } = /reason: ([^;]+);/.exec(read("src/session/stop.ts"))!;
  expect(under("### Stop")).toContain(reasons);
  const directions = under("### Directions");
  expect(directions).toContain("/** The direction of the gradient, and a random direction");
  expect(directions).toContain('readonly kind: "gradient"');
  for (const part of [
    "XId",
    '"delta"',
    "PId",
    '"L"',
    '"acctest"',
    '"Lbatch"',
    "SliceId",
    "InitId",
    "HyperId",
  ])
    expect(under("### Id")).toContain(part);
  for (const name of Object.keys(engine.elementary))
    expect(under("### elementary")).toContain(`function ${name}(x: number): number;`);
  for (const name of Object.keys(engine.schema))
    expect(under("### schema")).toMatch(new RegExp(`\\n(?:function|const) ${name}\\b`));
});

test("the page begins with how to install and an example, and its contents lead to headings it has", () => {
  expect(under("## Install")).toContain("npm install @neural-viz/engine");
  expect(under("## First example")).toContain(read("examples/train.ts"));
  const titles = [...index.matchAll(/^\/\/ ([^:]+):/gm)].map(([, title]) => title);
  expect([...page.matchAll(/^## (.+)$/gm)].map(([, title]) => title).slice(3)).toEqual(titles);
  const seen: string[] = [];
  const anchors = [...page.matchAll(/^#{1,3} (.+)$/gm)].map(([, heading]) => {
    const anchor = heading!.toLowerCase().replaceAll(" ", "-");
    seen.push(anchor);
    const before = seen.filter((one) => one === anchor).length - 1;
    return before === 0 ? anchor : `${anchor}-${before}`;
  });
  const links = [...under("## Contents").matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor!);
  expect(links.length).toBeGreaterThan(200);
  expect(links).toEqual(anchors.slice(-links.length));
});

test("the package that is published holds the reference", () => {
  const { stdout } = spawnSync("npm pack --dry-run --json", {
    cwd: fileURLToPath(folder),
    encoding: "utf8",
    shell: true,
  });
  const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
  expect(files.map(({ path }) => path)).toContain("API.md");
});
