// The engine's public names in the order of its index, each with its doc comment and its compiled declaration.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseSync } from "oxc-parser";
import { root } from "./install.mjs";

const source = join(root, "packages/engine/src");
const compiled = join(root, "packages/engine/dist");

/**
 * A public name; `types` are those that its declaration names.
 * @typedef {{ name: string, comment: string, code: string, types: string[] }} Entry
 */

function parse(file) {
  const text = readFileSync(file, "utf8");
  const { program, comments } = parseSync(file, text);
  return { file, text, comments, statements: program.body };
}

/** The compiled file that a statement imports or exports from; a text is one of the language of the build. */
function fileOf({ source: { value } }, from) {
  if (value.startsWith("#text/")) return join(compiled, "text/en", `${value.slice("#text/".length)}.d.ts`);
  return join(dirname(from), value.replace(/\.(?:ts|js)$/, ".d.ts"));
}

/**
 * The sections of the index, each a line comment `title: what it is about` and the exports below it.
 * @returns {{ title: string, about: string, start: number, entries: Entry[] }[]}
 */
export function sections() {
  const { comments, statements } = parse(join(source, "index.ts"));
  const found = comments
    .filter(({ type }) => type === "Line")
    .map(({ value, start }) => {
      const [, title, about] = /^ ([^:]+): (.+)$/.exec(value);
      return { title, about, start, entries: [] };
    });
  for (const statement of statements) {
    const section = found.findLast(({ start }) => start < statement.start);
    const file = fileOf(statement, join(compiled, "index.d.ts"));
    if (statement.type === "ExportAllDeclaration")
      section.entries.push(moduleEntry(statement.exported.name, file));
    else for (const { exported } of statement.specifiers) section.entries.push(entryOf(exported.name, file));
  }
  return found;
}

/** A whole module under one name: the comment that it begins with, and all that it or the files it hands on declare. */
function moduleEntry(name, file) {
  const { comments, statements } = parse(file);
  const handedOn = statements.filter(({ source: from }) => from).map((statement) => fileOf(statement, file));
  const parts = (handedOn.length === 0 ? [file] : handedOn).map(declared);
  const own = new Set(parts.flatMap(({ names }) => names));
  return {
    name,
    comment: clean(comments[0].value),
    code: parts.map(({ code }) => code).join("\n"),
    types: parts.flatMap(({ types }) => types).filter((type) => !own.has(type)),
  };
}

/** All that a file declares, with its comments. */
function declared(file) {
  const { text, comments, statements } = parse(file);
  const exported = statements.filter(({ declaration }) => declaration);
  const first = statements.find(({ type }) => type !== "ImportDeclaration");
  const about = comments.findLast(
    ({ end }) => end <= first.start && text.slice(end, first.start).trim() === "",
  );
  return {
    names: statements.flatMap(({ id, declaration }) => id?.name ?? declaration?.id?.name ?? []),
    code: withoutExport(text.slice(about?.start ?? first.start, exported.at(-1).end)),
    types: exported.flatMap((statement) => importedTypes(statement, statements)),
  };
}

/** A name's declaration, in this file or in the one that it is exported from; overloads stay together. */
function entryOf(name, file) {
  const { text, comments, statements } = parse(file);
  const found = statements.filter(({ declaration }) =>
    [declaration?.id?.name, declaration?.declarations?.[0].id.name].includes(name),
  );
  if (found.length === 0) {
    const again = statements.find(({ specifiers }) =>
      specifiers?.some(({ exported }) => exported?.name === name),
    );
    if (again?.source === undefined) throw new Error(`${file} doesn’t declare ${name}.`);
    return entryOf(name, fileOf(again, file));
  }
  const comment = comments.find(
    ({ value, end }) =>
      value.startsWith("*") && end <= found[0].start && text.slice(end, found[0].start).trim() === "",
  );
  return {
    name,
    comment: clean(comment?.value),
    code: withoutExport(text.slice(found[0].start, found.at(-1).end)),
    types: found.flatMap((statement) => importedTypes(statement, statements)),
  };
}

const withoutExport = (code) => code.replaceAll(/^export (?:declare )?/gm, "");

function clean(comment = "") {
  return comment.replaceAll(/^ *\*(?: |$)?/gm, "").trim();
}

/** The types that a statement names and that its file declares or imports, by the names their own files give them. */
function importedTypes(statement, statements) {
  const known = new Map();
  for (const { type, declaration = null, specifiers = [], ...other } of statements) {
    const name = declaration?.id?.name ?? other.id?.name;
    if (name !== undefined) known.set(name, name);
    if (type === "ImportDeclaration")
      for (const { local, imported } of specifiers) known.set(local.name, imported?.name ?? local.name);
  }
  const named = [];
  const visit = (node) => {
    if (node === null || typeof node !== "object") return;
    if (node.type === "TSTypeReference") named.push(known.get(leftmost(node.typeName)));
    if (node.type === "TSInterfaceHeritage") named.push(known.get(leftmost(node.expression)));
    if (node.type === "TSImportType") named.push(leftmost(node.qualifier));
    for (const part of Object.values(node)) visit(part);
  };
  visit(statement);
  return named.filter((name) => name !== undefined);
}

const leftmost = (name) => (name.left === undefined ? name.name : leftmost(name.left));
