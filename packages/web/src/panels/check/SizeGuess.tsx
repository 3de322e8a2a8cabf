import { format, ids, parameterPlain } from "@neural-viz/engine";
import { useState } from "react";
import type { Answers } from "../../worker/protocol.ts";
import { Expectation } from "../../ui/kit/Expectation.tsx";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { messages } from "#text/check";
import { causeOf, nearestPower, type Power, power, POWERS, worstOf } from "./size.ts";

/** The steps to ask about: a large one, or a small one if the check already has the large one. */
const LARGE = 1e-2;
const SMALL = 1e-10;

interface SizeGuessProps {
  found: Answers["check"];
  epsilon: number;
  onEpsilon: (epsilon: number) => void;
}

/** A guess at the check of epoch t with another step, and the step before it. */
interface Made {
  readonly t: number;
  readonly asked: number;
  readonly before: number;
  readonly guess: Power;
}

/** How large the largest relative error is with another step: a guess, which runs the check with that step. */
export function SizeGuess({ found, epsilon, onEpsilon }: SizeGuessProps) {
  const [last, setLast] = useState<Made>();
  const made = last?.t === found.t && last.asked === epsilon ? last : undefined;
  const asked = made?.asked ?? (epsilon === LARGE ? SMALL : LARGE);
  return (
    <Expectation
      question={messages.howLarge(power(asked))}
      options={POWERS.map((value) => ({ value, label: power(Number(`1e${value}`)) }))}
      guess={made?.guess}
      onGuess={(guess) => {
        setLast(guess && { t: found.t, asked, before: made?.before ?? epsilon, guess });
        onEpsilon(guess === undefined ? (made?.before ?? epsilon) : asked);
      }}
    >
      {made !== undefined && found.epsilon === asked && <Verdict found={found} guess={made.guess} />}
    </Expectation>
  );
}

function Verdict({ found, guess }: { found: Answers["check"]; guess: Power }) {
  const worst = worstOf(found);
  if (worst === undefined) return messages.nothingToCompare;
  const { t, epsilon } = found;
  return messages.sizeWas(
    nearestPower(worst.relativeError) === guess,
    <Quantity id={ids.check.of("relerr", worst.id, epsilon, t)}>{format(worst.relativeError)}</Quantity>,
    parameterPlain(worst.id),
    messages.causes[causeOf(worst, epsilon)],
  );
}
