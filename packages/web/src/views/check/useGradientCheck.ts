/** The gradient check of the epoch shown, done when nothing moves; while it moves, the last one there was. */
import type { Answers } from "../../worker/protocol.ts";
import { useAnswer } from "../../store/answers.ts";
import { useResting } from "../../store/hooks.ts";

export function useGradientCheck(epsilon: number): Answers["check"] | undefined {
  const resting = useResting();
  return useAnswer<"check">(resting === undefined ? undefined : { kind: "check", t: resting.t, epsilon });
}
