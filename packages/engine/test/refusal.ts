/** What refuses an input: an error of this name whose message is this sentence, as `toThrow` takes it. */
import { expect } from "vitest";

export const refusal = (
  name: "InputError" | "ExperimentError" | "UnknownQuantity",
  sentence: string,
): unknown => expect.objectContaining({ name, message: sentence });
