/** The command line: the same engine as the page, without the page. */
import { ExperimentError, UnknownQuantity } from "@neural-viz/engine";
import { carryOut } from "./calls.ts";
import { UsageError } from "./usage.ts";

try {
  await carryOut(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError || error instanceof ExperimentError || error instanceof UnknownQuantity))
    throw error;
  process.stderr.write(`${error.message.replaceAll(/\s*\n\s*/g, " ")}\n`);
  process.exitCode = 2;
}
