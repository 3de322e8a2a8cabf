import type { Kernel } from "../kernel.ts";
import { createEvaluator } from "./evaluator.ts";
import { forward } from "./forward.ts";
import { createForwardEvaluator } from "./forwardEvaluator.ts";
import { createLossPass } from "./lossPass.ts";

/** The kernel that works on blocks of samples. */
export const blocked: Kernel = {
  evaluator: createEvaluator,
  forwardEvaluator: createForwardEvaluator,
  lossPass: createLossPass,
  forward,
};
