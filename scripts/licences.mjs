// Writes THIRD-PARTY-LICENCES.md, the licence of everything from elsewhere that the page, the command line and the engine
// run with; with --check it only says whether the file is current, and whether every dependency is pinned.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./install.mjs";

const page = join(root, "THIRD-PARTY-LICENCES.md");
const workspaces = ["packages/engine", "packages/cli", "packages/web"];
const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));

/** Where a dependency of the package in `from` is: in its own folder of modules, or in one further out. */
function placeOf(name, from) {
  const parts = from.split("/");
  for (let depth = parts.length; depth >= 0; depth--) {
    const place = [...parts.slice(0, depth), "node_modules", name].join("/");
    if (place in packages) return packages[place].link ? packages[place].resolved : place;
  }
  throw new Error(`${name}, needed by ${from}, is not in package-lock.json.`);
}

/** Every package that something of ours depends on at run time, directly or not. */
function reached() {
  const found = new Set();
  const visit = (place) => {
    for (const name of Object.keys(packages[place].dependencies ?? {})) {
      const next = placeOf(name, place);
      if (found.has(next)) continue;
      found.add(next);
      visit(next);
    }
  };
  for (const workspace of workspaces) visit(workspace);
  const elsewhere = [...found].filter((place) => !workspaces.includes(place));
  return elsewhere.toSorted((a, b) => a.localeCompare(b, "en"));
}

function entryOf(place) {
  const { version, license, homepage } = JSON.parse(readFileSync(join(root, place, "package.json"), "utf8"));
  const name = place.replace(/^.*node_modules\//, "");
  const file = readdirSync(join(root, place)).find((one) => /^(licen[cs]e|copying)/i.test(one));
  if (license === undefined || file === undefined) throw new Error(`${name} has no licence file.`);
  const text = readFileSync(join(root, place, file), "utf8")
    .replaceAll("\r", "")
    .trim();
  const from = homepage === undefined ? "" : `\n${homepage}\n`;
  return `## ${name} ${version}: ${license}\n${from}\n\`\`\`text\n${text}\n\`\`\`\n`;
}

/** Dependencies for which package.json allows more than one version. */
function loose() {
  return [".", ...workspaces].flatMap((workspace) => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(
      readFileSync(join(root, workspace, "package.json"), "utf8"),
    );
    return Object.entries({ ...dependencies, ...devDependencies })
      .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
      .map(([name, version]) => `${workspace}: ${name} ${version}`);
  });
}

const text = `# Licences of what Neural-Viz runs with

Made by \`npm run licences\` from what is installed. Neural-Viz itself is under the [MIT licence](LICENSE).

${reached().map(entryOf).join("\n")}`;

if (process.argv.includes("--check")) {
  const known = readFileSync(page, "utf8");
  if (known !== text) console.error("THIRD-PARTY-LICENCES.md is not current: npm run licences");
  for (const one of loose()) console.error(`Not pinned to one version: ${one}`);
  process.exitCode = known === text && loose().length === 0 ? 0 : 1;
} else writeFileSync(page, text);
