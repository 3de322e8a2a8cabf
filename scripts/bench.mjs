// npm run bench: our engine beside tfjs, and PyTorch where it is installed, in the same run.
import { installDependencies, root, run } from "./install.mjs";
import { existsSync } from "node:fs";

const ready =
  installDependencies() &&
  run("npx", ["tsc", "-b", "packages/engine"]) &&
  (existsSync(`${root}/bench/node_modules`) || run("npm", ["ci", "--prefix", "bench"]));
process.exitCode = ready && run("node", ["bench/engine.mjs"]) ? 0 : 1;
