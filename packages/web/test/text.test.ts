/** The page's text is in src/text and nowhere else: parses and searches every source file. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";

const source = fileURLToPath(new URL("../src/", import.meta.url));

/** The part of a syntax tree that this test reads. */
interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

/** Two letters in a row are language, except in TeX and in ln. One letter is a symbol: x, ŷ, f′. */
const isLanguage = (text: string): boolean =>
  /\p{L}{2}/u.test(text.replaceAll("ln", "")) && !text.includes("\\");
/** Two words with a space between them are language anywhere, except in the header of an XML file. */
const isProse = (text: string): boolean => /\p{L}{2,} \p{L}{2,}/u.test(text) && !text.startsWith("<?xml");

/** Attributes of elements or components, and properties, whose values are shown or read aloud. */
const spoken = new Set(
  "aria-label aria-description aria-roledescription aria-valuetext title label placeholder alt text note word area asks".split(
    " ",
  ),
);

/** The name of an attribute or a property, unless it is computed. */
function nameOf({ name, key, computed }: Node): string | undefined {
  const named = (name ?? key) as Node;
  if (computed === true) return undefined;
  return String(named["name"] ?? named["value"]);
}

/** The strings that an expression may evaluate to: its own, and those of its branches. */
function stringsOf(node: Node | undefined): string[] {
  if (node === undefined) return [];
  switch (node.type) {
    case "Literal":
      return typeof node["value"] === "string" ? [node["value"]] : [];
    case "TemplateLiteral":
      return (node["quasis"] as Node[]).map(({ value }) => (value as { cooked: string }).cooked);
    case "ConditionalExpression":
      return [node["consequent"], node["alternate"]].flatMap((branch) => stringsOf(branch as Node));
    case "LogicalExpression":
      return [node["left"], node["right"]].flatMap((side) => stringsOf(side as Node));
    case "JSXExpressionContainer":
    case "ParenthesizedExpression":
      return stringsOf(node["expression"] as Node);
    default:
      return [];
  }
}

/** The texts in a node itself, without those of its children. */
function saidBy(node: Node, parent: Node | undefined): string[] {
  switch (node.type) {
    case "JSXText":
      return [node["value"] as string].filter(isLanguage);
    case "JSXExpressionContainer":
      return parent?.type === "JSXAttribute" ? [] : stringsOf(node).filter(isLanguage);
    case "JSXAttribute":
    case "Property":
      return spoken.has(nameOf(node) ?? "") ? stringsOf(node["value"] as Node).filter(isLanguage) : [];
    case "Literal":
    case "TemplateLiteral":
      return stringsOf(node).filter(isProse);
    default:
      return [];
  }
}

/** Code is no language: the content of <code> stays as it is. */
const isCode = (node: Node): boolean =>
  node.type === "JSXElement" && ((node["openingElement"] as Node)["name"] as Node)["name"] === "code";

/** The language in a source file. */
function languageIn(name: string, text: string): string[] {
  const { program, errors } = parseSync(name, text);
  expect(errors).toEqual([]);
  const found = new Set<string>();
  const look = (node: Node, parent: Node | undefined): void => {
    if (isCode(node)) return;
    for (const said of saidBy(node, parent)) found.add(said.trim());
    for (const child of childrenOf(node)) look(child, node);
  };
  look(program as unknown as Node, undefined);
  return [...found];
}

const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".css.d.ts"))
  .filter((name) => !name.startsWith("text/"));

describe("the text of the page", () => {
  test.each(files)("is in text/, not in %s", (name) => {
    expect(languageIn(name, readFileSync(source + name, "utf8"))).toEqual([]);
  });

  test.each([
    ["the text of an element", "<p>Train first.</p>", "Train first."],
    ["what a screen reader is told", '<nav aria-label="Pages" />', "Pages"],
    ["a title, also of a component", '<Sheet title={"Setup"} />', "Setup"],
    ["a label in a list of choices", 'const all = [{ value: "map", label: "Map" }];', "Map"],
    ["a branch of a condition", '<p>{open ? "Shrink" : messages.expand}</p>', "Shrink"],
    ["what follows a condition", '<p>{t === 0 && "empty"}</p>', "empty"],
    ["a template in an element", "<p>{`${n} points`}</p>", "points"],
    ["a sentence in any function", "say(`Saved here as ${file}.`);", "Saved here as"],
  ])("is found as %s", (_, text, said) => {
    expect(languageIn("a.tsx", text)).toEqual([said]);
  });

  test.each([
    ["a symbol", "<text>x<tspan>1</tspan> = {x}</text>"],
    ["a formula", '<Curve label="−ln(1 − ŷ)" />'],
    ["TeX", 'const grid = { label: "\\\\hat y" };'],
    ["code", "<code>weight[out][in]</code>"],
    ["a name of the page's own", '<Panel placement={wide ? "wide" : "under"} className="vh" />'],
  ])("doesn't include %s", (_, text) => {
    expect(languageIn("a.tsx", text)).toEqual([]);
  });
});
