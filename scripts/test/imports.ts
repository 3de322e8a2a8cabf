/** The source files of all packages, and what each imports. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync, Visitor } from "oxc-parser";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** A file by its path from the root, with slashes on every system. */
export const nameOf = (file: string) => relative(root, file).replaceAll(sep, "/");

export const files = ["engine", "cli", "web"].flatMap((name) => {
  const folder = join(root, "packages", name, "src");
  return readdirSync(folder, { recursive: true })
    .map((path) => join(folder, String(path)))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"));
});

/** The src folder of a file's package. */
const sourceOf = (file: string) => join(root, relative(root, file).split(sep).slice(0, 3).join(sep));

/** The files of the project that a file imports or exports from: values, types and parts that load later. */
export function importsOf(file: string): string[] {
  const found: string[] = [];
  const add = ({ source }: { readonly source?: { readonly value?: unknown } | null }) => {
    const { value } = source ?? {};
    if (value === "@neural-viz/engine") found.push(join(root, "packages/engine/src/index.ts"));
    else if (typeof value === "string" && value.startsWith("#text/"))
      found.push(join(sourceOf(file), "text/en", `${value.slice("#text/".length)}.ts`));
    else if (typeof value === "string" && value.startsWith(".") && !value.endsWith(".css"))
      found.push(join(dirname(file), value));
  };
  new Visitor({
    ImportDeclaration: add,
    ExportNamedDeclaration: add,
    ExportAllDeclaration: add,
    ImportExpression: (node) => add(node as { source: { value?: unknown } }),
    TSImportType: add,
  }).visit(parseSync(file, readFileSync(file, "utf8")).program);
  return found;
}
