// Writes docs/api.md, the reference of the engine's public names, from its declarations; with --check it only says
// whether the file is current. A public name without a doc comment is an error,
// and so is a type that a public declaration names but that cannot be imported.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./install.mjs";

const folder = join(root, "packages/engine/dist");
const page = join(root, "docs/api.md");

/** Every public name with the file that declares it, as index.d.ts exports them. */
function publicNames() {
  const text = readFileSync(join(folder, "index.d.ts"), "utf8");
  const names = [];
  for (const [, list, star, alias, from] of text.matchAll(
    /export (?:(?:type )?\{([^}]*)\}|(\*)(?: as (\w+))?) from "([^"]+)";/g,
  )) {
    const file = join(folder, from.replace(/\.ts$/, ".d.ts").replace(/\.js$/, ".d.ts"));
    if (star !== undefined && alias === undefined) {
      names.push(...declared(file).map((name) => ({ name, file })));
    } else if (alias !== undefined) names.push({ name: alias, file, module: true });
    else {
      for (const one of list.split(",")) {
        const name = one.trim().replace(/^type /, "");
        if (name !== "") names.push({ name, file });
      }
    }
  }
  return names.toSorted((a, b) => a.name.localeCompare(b.name, "en"));
}

const declaration = String.raw`export (?:declare )?(?:const|function|class|interface|type|let)\*? `;

function declared(file) {
  return [...readFileSync(file, "utf8").matchAll(new RegExp(`^${declaration}(\\w+)`, "gm"))].map(
    ([, name]) => name,
  );
}

/** The doc comment and the declaration of a name, looked for through re-exports. */
function entryOf({ name, file, module }) {
  const text = readFileSync(file, "utf8");
  if (module === true) {
    return { comment: clean(/^\/\*\*[\s\S]*?\*\//.exec(text)?.[0]), code: declared(file).join(", ") };
  }
  const found = new RegExp(
    String.raw`((?:/\*\*(?:(?!\*/)[\s\S])*\*/\s*)?)(^${declaration}${name}\b[\s\S]*?)(?=^export |^/\*\*|^declare |(?![\s\S]))`,
    "m",
  ).exec(text);
  if (found !== null)
    return { comment: clean(found[1]), code: found[2].trim().replace(/^export (declare )?/, "") };
  const again = new RegExp(String.raw`export (?:type )?\{[^}]*\b${name}\b[^}]*\} from "([^"]+)"`).exec(text);
  if (again === null) throw new Error(`${name} is not declared in ${file}.`);
  return entryOf({ name, file: join(dirname(file), again[1].replace(/\.(ts|js)$/, ".d.ts")) });
}

function clean(comment = "") {
  return comment
    .replaceAll(/^\s*\/\*\*|\*\/\s*$/g, "")
    .replaceAll(/^\s*\* ?/gm, "")
    .trim();
}

const entries = publicNames().map((one) => Object.assign(entryOf(one), { name: one.name }));
const isPublic = new Set(entries.map(({ name }) => name));
const types = readdirSync(folder, { recursive: true })
  .filter((file) => file.endsWith(".d.ts"))
  .flatMap((file) =>
    [
      ...readFileSync(join(folder, file), "utf8").matchAll(
        /^(?:export )?(?:declare )?(?:interface|type|class) (\w+)/gm,
      ),
    ].map(([, name]) => name),
  );
const hidden = [...new Set(types)].filter(
  (name) =>
    !isPublic.has(name) &&
    entries.some(({ code }) =>
      new RegExp(`\\b${name}\\b`).test(code.replaceAll(/\/\*[\s\S]*?\*\/|"[^"\n]*"/g, "")),
    ),
);
const bare = entries.filter(({ comment }) => comment === "");
const text = `# The engine's public names

Made from the doc comments by \`npm run api\`.

${entries
  .map(({ name, comment, code }) => `## ${name}\n\n${comment}\n\n\`\`\`ts\n${code}\n\`\`\`\n`)
  .join("\n")}`;

if (bare.length > 0) {
  console.error(`Without a doc comment: ${bare.map(({ name }) => name).join(", ")}.`);
  process.exitCode = 1;
} else if (hidden.length > 0) {
  console.error(`Named by a public declaration but not exported: ${hidden.join(", ")}.`);
  process.exitCode = 1;
} else if (process.argv.includes("--check")) {
  if (!existsSync(page) || readFileSync(page, "utf8") !== text) {
    console.error("docs/api.md is not what the doc comments say; npm run api writes it anew.");
    process.exitCode = 1;
  } else console.log(`docs/api.md is current: ${entries.length} names.`);
} else {
  writeFileSync(page, text);
  console.log(`${entries.length} names in docs/api.md.`);
}
