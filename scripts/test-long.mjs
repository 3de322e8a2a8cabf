// npm run test:long: what takes longer than npm test may. A thousand exported scripts, run by real PyTorch; then five
// million epochs and two thousand random actions in the page.
import { installDependencies, run } from "./install.mjs";

const ready = installDependencies() && run("node", ["scripts/ensure-pytorch.mjs"]);
const scripts = ready && run("npx", ["vitest", "run", "--config", "vitest.long.config.ts"]);
const page =
  ready &&
  run("npm", ["run", "--silent", "build"]) &&
  run("node", ["scripts/ensure-browser.mjs"]) &&
  run("node", ["bench/soak.mjs"]);
process.exitCode = scripts && page ? 0 : 1;
