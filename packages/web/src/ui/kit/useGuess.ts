import { useState } from "react";

/** A guess at the answer to a question, and its setter. Another question has no guess yet. */
export function useGuess<V extends string>(
  question: string,
): readonly [guess: V | undefined, setGuess: (guess: V | undefined) => void] {
  const [made, setMade] = useState<{ readonly question: string; readonly guess: V | undefined }>();
  return [made?.question === question ? made.guess : undefined, (guess) => setMade({ question, guess })];
}
