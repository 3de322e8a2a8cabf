// Writes THIRD-PARTY-LICENSES.md, with the licenses of all runtime dependencies of the page, the command line and the
// engine. With --check, it only checks that the file is up to date and that every dependency is pinned.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./install.mjs";

const page = join(root, "THIRD-PARTY-LICENSES.md");
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
  if (license === undefined || file === undefined) throw new Error(`${name} has no license file.`);
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

const text = `# Licenses of runtime dependencies

\`npm run licenses\` generates this file from the installed packages. Neural-Viz itself has an [MIT license](LICENSE).

${reached().map(entryOf).join("\n")}`;

if (process.argv.includes("--check")) {
  const known = readFileSync(page, "utf8");
  if (known !== text) console.error("THIRD-PARTY-LICENSES.md is out of date. Run: npm run licenses");
  for (const one of loose()) console.error(`Not pinned to an exact version: ${one}`);
  process.exitCode = known === text && loose().length === 0 ? 0 : 1;
} else writeFileSync(page, text);
