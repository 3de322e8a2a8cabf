/** What the documents lead to is there, and the decision records are numbered without gaps. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const documentsIn = (folder: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => (folder === "" ? name : `${folder}/${name}`));

const records = documentsIn("docs/decisions").toSorted();
const packages = readdirSync(join(root, "packages")).map((name) => `packages/${name}`);
const documents = ["", "docs", "bench", ...packages].flatMap(documentsIn).concat(records);

/** A document without its blocks of code, in which nothing is a link or a heading. */
const prose = (path: string) => read(path).replaceAll(/^(`{3,}|~{3,}).*?^\1$/gms, "");

/** The names under which GitHub links to a document's headings; one that comes again gets a number. */
function anchorsOf(path: string): string[] {
  const seen = new Map<string, number>();
  return [...prose(path).matchAll(/^#{1,6} +(.+?) *$/gm)].map(([, heading]) => {
    const anchor = heading!
      .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M}\-_ ]/gu, "")
      .replaceAll(" ", "-");
    const before = seen.get(anchor) ?? 0;
    seen.set(anchor, before + 1);
    return before === 0 ? anchor : `${anchor}-${before}`;
  });
}

/** The places within the project that a document links to or shows. */
function linksOf(path: string): string[] {
  const text = prose(path).replaceAll(/`[^`\n]*`/g, "");
  const markdown = [...text.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)];
  const named = [...text.matchAll(/^\[[^\]]+\]:\s*<?([^\s>]+)>?/gm)];
  const html = [...text.matchAll(/<(?:a|img)\s[^>]*?\b(?:href|src)="([^"]+)"/g)];
  return [...markdown, ...named, ...html]
    .map(([, target]) => decodeURIComponent(target!))
    .filter((target) => !/^[a-z][a-z+.-]*:/i.test(target));
}

/** Why a link leads nowhere, in one sentence; otherwise nothing. */
function brokenLink(path: string, target: string): string | undefined {
  const [file = "", anchor] = target.split("#");
  const aim = file === "" ? path : join(dirname(path), file);
  if (!existsSync(join(root, aim))) return `${path} links to ${target}, but ${aim} isn’t there.`;
  if (anchor === undefined || !aim.endsWith(".md") || anchorsOf(aim).includes(anchor)) return undefined;
  return `${path} links to ${target}, but ${aim} has no such heading.`;
}

it("leads only to files and headings that are there", () => {
  const links = documents.flatMap((path) => linksOf(path).map((target) => [path, target] as const));
  expect(links.length).toBeGreaterThan(15);
  expect(links.map(([path, target]) => brokenLink(path, target)).filter(Boolean)).toEqual([]);
});

it("numbers the decision records from 1 without gaps, in their names and in their headings", () => {
  const wrong = records.flatMap((path, index) => {
    const number = index + 1;
    const name = path.split("/").at(-1)!;
    if (!name.startsWith(`${String(number).padStart(4, "0")}-`))
      return [`The decision record ${name} should have the number ${number}.`];
    const [heading = ""] = read(path).split("\n", 1);
    return heading.startsWith(`# ${number}. `)
      ? []
      : [`The decision record ${name} begins with “${heading}” instead of “# ${number}. …”.`];
  });
  expect(records.length).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});

it("calls every decision record by the number that it has", () => {
  const wrong = documents.flatMap((path) =>
    [...prose(path).matchAll(/\[decision (\d+)\]\(([^)]*)\)/g)]
      .filter(([, number, target]) => !target!.includes(`/${number!.padStart(4, "0")}-`))
      .map(([link]) => `${path} says ${link}, whose numbers differ.`),
  );
  expect(wrong).toEqual([]);
});
