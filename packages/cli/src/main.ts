/** The command line: the same engine as the page, without the page. */
import { ExperimentError, UnknownQuantity } from "@neural-viz/engine";
import { carryOut } from "./calls.ts";
import { say } from "./say.ts";
import { UsageError } from "./usage.ts";

try {
  await carryOut(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError || error instanceof ExperimentError || error instanceof UnknownQuantity))
    throw error;
  say(error.message);
  process.exitCode = 2;
}
