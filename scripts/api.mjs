// Writes packages/engine/API.md, the reference of the engine's public names, from its index and its declarations; with
// --check it only says whether the file is current. A public name without a doc comment is an error,
// and so is a type that a public declaration names but that cannot be imported.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sections } from "./declarations.mjs";
import { root } from "./install.mjs";

const page = join(root, "packages/engine/API.md");
const example = readFileSync(join(root, "packages/engine/examples/train.ts"), "utf8");

/** The anchors that GitHub gives to headings, which must be asked for in the order of the page. */
function anchors() {
  const seen = new Map();
  return (heading) => {
    const plain = heading
      .toLowerCase()
      .replaceAll(/[^\w -]/g, "")
      .replaceAll(" ", "-");
    const before = seen.get(plain) ?? 0;
    seen.set(plain, before + 1);
    return before === 0 ? plain : `${plain}-${before}`;
  };
}

const chapters = sections();
const entries = chapters.flatMap((chapter) => chapter.entries);

const beginning = ["Engine reference", "Install", "First example", "Contents"];
const anchorOf = anchors();
for (const heading of beginning) anchorOf(heading);
const contents = chapters.map(({ title, entries: own }) => {
  const link = `[${title}](#${anchorOf(title)})`;
  return `- **${link}**: ${own.map(({ name }) => `[${name}](#${anchorOf(name)})`).join(", ")}`;
});

const described = (comment) => comment.replaceAll(/\s*@throws (\w+)/g, "\n\nThrows `$1`");

const text = `# ${beginning[0]}

\`@neural-viz/engine\` trains small multilayer perceptrons exactly as PyTorch trains them in float64, gets the same bits in
every JavaScript engine, and explains where every number comes from. Networks have two inputs and one output, and there's no
GPU support, because the engine is for seeing what training does. It runs in browsers and in Node.

This page lists every name that the package exports. \`npm run api\` generates it from the doc comments.

## ${beginning[1]}

\`\`\`sh
npm install @neural-viz/engine
\`\`\`

## ${beginning[2]}

\`\`\`ts
${example}\`\`\`

## ${beginning[3]}

${contents.join("\n")}

${chapters
  .map(
    ({ title, about, entries: own }) =>
      `## ${title}\n\n${about}\n\n${own
        .map(
          ({ name, comment, code }) => `### ${name}\n\n${described(comment)}\n\n\`\`\`ts\n${code}\n\`\`\`\n`,
        )
        .join("\n")}`,
  )
  .join("\n")}`;

const isPublic = new Set(entries.map(({ name }) => name));
const bare = entries.filter(({ comment }) => comment === "");
const hidden = new Set(entries.flatMap(({ types }) => types).filter((name) => !isPublic.has(name)));

if (bare.length > 0) {
  console.error(`These names need a doc comment: ${bare.map(({ name }) => name).join(", ")}.`);
  process.exitCode = 1;
} else if (hidden.size > 0) {
  console.error(
    `A public declaration names these types, so index.ts must export them: ${[...hidden].join(", ")}.`,
  );
  process.exitCode = 1;
} else if (process.argv.includes("--check")) {
  if (!existsSync(page) || readFileSync(page, "utf8") !== text) {
    console.error("packages/engine/API.md doesn’t match the doc comments; npm run api writes it anew.");
    process.exitCode = 1;
  } else console.log(`packages/engine/API.md is current and has ${entries.length} names.`);
} else {
  writeFileSync(page, text);
  console.log(`packages/engine/API.md now has ${entries.length} names.`);
}
