/** The command line: the same engine as the page, without the page. */
import { InputError } from "@neural-viz/engine";
import { carryOut } from "./calls.ts";
import { say } from "./say.ts";

try {
  await carryOut(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  say(error.message);
  process.exitCode = 2;
}
