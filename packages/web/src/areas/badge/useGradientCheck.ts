/** The gradient check of the epoch shown, run when nothing changes; the last one until then. */
import type { Answers } from "../../worker/protocol.ts";
import { type Asked, useAsked } from "../../store/answers.ts";
import { useResting } from "../../store/hooks.ts";

export function useGradientCheck(epsilon: number): Asked<Answers["check"]> {
  const resting = useResting();
  return useAsked<"check">(resting === undefined ? undefined : { kind: "check", t: resting.t, epsilon });
}
