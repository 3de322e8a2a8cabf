import { cellCenter, format } from "@neural-viz/engine";
import { useMemo } from "react";
import { Expectation } from "../../ui/kit/Expectation.tsx";
import { useGuess } from "../../ui/kit/useGuess.ts";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { messages } from "#text/surface";
import { lowestOf } from "./lowest.ts";
import type { Sliced } from "./Picture.tsx";
import { axisNames, gridPointId } from "./slice.ts";

interface GuessProps {
  of: Sliced;
  /** How many parameters the network has. */
  count: number;
}

/** Whether the current parameters are the lowest point of the slice: a guess, and then the lowest point. */
export function Guess({ of, count }: GuessProps) {
  const { losses, size, t, directions, reach } = of;
  const [guess, setGuess] = useGuess<"yes" | "no">(JSON.stringify([t, directions, reach, size]));
  const lowest = useMemo(() => lowestOf(losses, size), [losses, size]);
  if (lowest === undefined) return null;
  const gridPoint = cellCenter(of, lowest.row, lowest.column);
  const [across, up] = directions.kind === "parameters" ? axisNames(directions) : messages.axes;
  const at = messages.at(across, format(gridPoint[0]), up, format(gridPoint[1]));
  const value = <Quantity id={gridPointId(directions, gridPoint, t)}>{format(lowest.loss)}</Quantity>;
  const right = lowest.inMiddle === (guess === "yes");
  return (
    <Expectation
      question={messages.isTheMiddleLowest}
      options={[
        { value: "yes", label: messages.guesses.yes },
        { value: "no", label: messages.guesses.no },
      ]}
      guess={guess}
      onGuess={setGuess}
    >
      {guess !== undefined &&
        (lowest.inMiddle
          ? messages.middleIsLowest(right, value, count - 2)
          : messages.lowestIsAt(right, value, at, format(lowest.middle), lowest))}
    </Expectation>
  );
}
