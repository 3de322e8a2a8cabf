// npm run test:long: what takes longer than npm test may. A thousand exported scripts, run by real PyTorch.
import { installDependencies, run } from "./install.mjs";

const ready = installDependencies() && run("node", ["scripts/ensure-pytorch.mjs"]);
process.exitCode = ready && run("npx", ["vitest", "run", "--config", "vitest.long.config.ts"]) ? 0 : 1;
