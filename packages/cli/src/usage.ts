import { InputError } from "@neural-viz/engine";

/** A call that cannot be carried out: one sentence on standard error, nothing on standard output, exit status 2. */
export class UsageError extends InputError {
  override name = "UsageError";
}
