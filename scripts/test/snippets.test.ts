/** What the documents show as code compiles, is understood and runs as it stands there. */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type * as engine from "@neural-viz/engine";
import { parseExperiment } from "@neural-viz/engine";
import { parseSync } from "oxc-parser";
import { afterAll, beforeAll, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const bin = join(root, "packages/cli/bin/neural-viz.mjs");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const documentsIn = (folder: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".md") && name !== "API.md")
    .map((name) => (folder === "" ? name : `${folder}/${name}`));
const packages = readdirSync(join(root, "packages")).map((name) => `packages/${name}`);
const documents = ["", ...packages].flatMap(documentsIn);

/** Every block of code, with the document and the line where it begins. */
const blocks = documents.flatMap((path) => {
  const text = read(path);
  return [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(({ 1: language, 2: code, index }) => ({
    at: `${path}:${text.slice(0, index).split("\n").length}`,
    language: language!,
    code: code!,
  }));
});
const written = (...languages: readonly string[]) =>
  blocks.filter(({ language }) => languages.includes(language));

/** The engine's sources with all that the documents add to them, and what the documents write beside them. */
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "neural-viz-snippets-"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  cpSync(join(root, "packages/engine/src"), join(folder, "packages/engine/src"), { recursive: true });
  cpSync(join(root, "packages/engine/package.json"), join(folder, "packages/engine/package.json"));
  cpSync(join(root, "examples"), join(folder, "examples"), { recursive: true });
  writeFileSync(
    join(folder, "people.csv"),
    "age,height,sick\n31,170,no\n45,182,yes\n28,165,no\n52,158,yes\n",
  );
  const exported = ["export", "safetensors", "examples/moons.json", "-o", join(folder, "model.safetensors")];
  spawnSync(process.execPath, ["packages/cli/bin/neural-viz.mjs", ...exported], { cwd: root });
  // The run of examples/moons.json, as `result` prints it.
  writeFileSync(
    join(folder, "class.csv"),
    "name,result\nAda,nviz1:yAHCBQCBAcIDCC4KygULhwPCASDCAghXC6oFwgIIYmTKAwbCAiXIyAEmxNOe0nH8ktE_J5Y379H0VEAA1U4VTQ\n",
  );
  writeFileSync(join(folder, "houses.csv"), "area,age,price\n80,3,310\n120,40,290\n65,12,220\n150,8,520\n");
  for (const { code, at } of written("diff")) apply(code, at);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Does what a diff says: its first line names the file; what it doesn't add must stand there, in this order, with anything at “…”. */
function apply(diff: string, at: string): void {
  const [first, ...lines] = diff.trimEnd().split("\n");
  const path = /^[+ ]\/\/ (\S+)$/.exec(first!)?.[1];
  if (path === undefined) throw new Error(`The diff at ${at} doesn’t begin with the path of its file.`);
  const isNew = first!.startsWith("+");
  const file = isNew ? [] : readFileSync(join(folder, path), "utf8").split("\n");
  let place = isNew ? 0 : undefined;
  let waiting: string[] = [];
  for (const line of lines.filter((one) => one !== "…")) {
    const text = line.slice(1);
    if (line.startsWith("+")) {
      if (place === undefined) waiting.push(text);
      else file.splice(place++, 0, text);
      continue;
    }
    const found = file.indexOf(text, place);
    if (found === -1) throw new Error(`The diff at ${at} expects “${text}”, which ${path} doesn’t have.`);
    file.splice(found, line.startsWith("-") ? 1 : 0, ...waiting);
    place = found + waiting.length + (line.startsWith("-") ? 0 : 1);
    waiting = [];
  }
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), file.join("\n"));
}

it("shows code in languages that are checked here", () => {
  // The Python is checked in packages/python/test_neural_viz.py.
  const others = blocks.filter(
    ({ language }) => !["ts", "js", "diff", "json", "sh", "html", "python", "text", ""].includes(language),
  );
  expect(others.map(({ at, language }) => `Nothing checks the ${language} at ${at}.`)).toEqual([]);
});

it("compiles every piece of TypeScript and every change to the engine", () => {
  for (const { code, at, language } of written("ts", "js"))
    writeFileSync(join(folder, `${at.replaceAll(/\W+/g, "-")}.${language}`), code);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      extends: join(root, "tsconfig.base.json"),
      compilerOptions: {
        noEmit: true,
        allowJs: true,
        checkJs: true,
        types: ["node"],
        paths: { "@neural-viz/engine": ["./packages/engine/src/index.ts"] },
      },
      include: ["*.ts", "*.js", "packages/engine/src"],
    }),
  );
  const { stdout } = spawnSync(
    process.execPath,
    [join(root, "node_modules/typescript/bin/tsc"), "-p", folder, "--pretty", "false"],
    { cwd: folder, encoding: "utf8" },
  );
  expect(Math.min(written("diff").length, written("ts").length)).toBeGreaterThan(0);
  expect(stdout.trim().split("\n").filter(Boolean)).toEqual([]);
});

it("parses the scripts of every piece of HTML", () => {
  const scripts = written("html").flatMap(({ code, at }) =>
    [...code.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script]) => ({ script: script!, at })),
  );
  expect(scripts.length).toBeGreaterThan(0);
  const wrong = scripts.flatMap(({ script, at }) =>
    parseSync("script.js", script).errors.map(({ message }) => `The script at ${at}: ${message}`),
  );
  expect(wrong).toEqual([]);
});

it("adds an optimizer whose steps are AdaDelta's and whose explanations give its weights", async () => {
  const path = join(folder, "packages/engine/src/index.ts");
  const {
    createRecording,
    createRun,
    evaluate,
    explain,
    parseExperiment: parse,
  } = (await import(pathToFileURL(path).href)) as typeof engine;
  const optimizer = { name: "adadelta", learningRate: 0.5, alpha: 0.9, eps: 1e-6 };
  const recording = createRecording(parse({ version: 1, dataset: { name: "xor" }, optimizer }));
  const before = [...recording.live.params];
  const gradients = [[...recording.live.gradient]];
  recording.step();
  gradients.push([...recording.live.gradient]);
  recording.step();
  for (const [i, w] of before.entries()) {
    // Zeiler 2012, algorithm 1, with both averages starting at 0.
    let [squares, steps, moved] = [0, 0, 0];
    for (const gradient of gradients) {
      squares = 0.9 * squares + 0.1 * gradient[i]! ** 2;
      const step = (Math.sqrt(steps + 1e-6) / Math.sqrt(squares + 1e-6)) * gradient[i]!;
      steps = 0.9 * steps + 0.1 * step ** 2;
      moved += 0.5 * step;
    }
    expect(recording.live.params[i], "The step in CONTRIBUTING.md isn’t AdaDelta’s.").toBeCloseTo(
      w - moved,
      12,
    );
  }
  const { value, expression, inputs } = explain(createRun(recording), "W.1.2.1@2");
  const values = new Map<string, number>(inputs.map((input) => [input.id, input.value]));
  const explained = evaluate(expression!, (id) => values.get(id)!);
  expect(explained, "The derivation in CONTRIBUTING.md differs from its step.").toBe(value);
});

it("reads every experiment", () => {
  expect(written("json").length).toBeGreaterThan(0);
  for (const { code, at } of written("json"))
    expect(() => parseExperiment(JSON.parse(code)), `The experiment at ${at} can’t be read.`).not.toThrow();
});

/** A line of a shell as its words, without its comment, and the file that its output goes to. */
function wordsOf(line: string): { readonly words: string[]; readonly into: string | undefined } {
  const words = [...line.replace(/(?:^|\s)#\s.*$/, "").matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare!,
  );
  const arrow = words.indexOf(">");
  return arrow === -1 ? { words, into: undefined } : { words: words.slice(0, arrow), into: words[arrow + 1] };
}

/** Why a command that the documents show doesn't work, in one sentence; otherwise nothing. */
function trouble(line: string, at: string): string | undefined {
  const { words, into } = wordsOf(line);
  const [program, first, second] = words;
  if (program === "npm") {
    const { scripts } = JSON.parse(read("package.json"));
    const script = first === "run" ? second! : first!;
    return script in scripts || script === "ci" || script === "install"
      ? undefined
      : `“${line}” at ${at} names a script that package.json doesn’t have.`;
  }
  if (program !== "npx" || first !== "neural-viz")
    return `“${line}” at ${at} is neither npm nor neural-viz, so nothing checks it.`;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words.slice(2)], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (into !== undefined) writeFileSync(join(folder, into), stdout);
  if (status !== 0) return `“${line}” at ${at} fails: ${stderr.trim()}`;
  return stdout === "" ? `“${line}” at ${at} prints nothing.` : undefined;
}

it("runs every command", () => {
  const lines = written("sh").flatMap(({ code, at }) =>
    code
      .split("\n")
      .filter((line) => wordsOf(line).words.length > 0)
      .map((line) => [line, at] as const),
  );
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.map(([line, at]) => trouble(line, at)).filter(Boolean)).toEqual([]);
});

it("names no npm script that isn’t there", () => {
  const { scripts } = JSON.parse(read("package.json"));
  const wrong = documents.flatMap((path) =>
    [...read(path).matchAll(/\bnpm run ([\w:-]+)/g)]
      .filter(([, name]) => !Object.hasOwn(scripts, name!))
      .map(([call]) => `${path} says “${call}”, which package.json doesn’t have.`),
  );
  expect(wrong).toEqual([]);
});
