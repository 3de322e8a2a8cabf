/** An exercise as a page of its own. */
import { readExerciseLink } from "@neural-viz/engine";
import { useMemo } from "react";
import { DamageNotice } from "../areas/notices/DamageNotice.tsx";
import { Blanks } from "./Blanks.tsx";
import { Ordered } from "./Ordered.tsx";
import { Solve } from "./Solve.tsx";

export function ExercisePage({ fragment }: { fragment: string }) {
  // Whoever leads here has read it already.
  const exercise = useMemo(() => readExerciseLink(fragment)!, [fragment]);
  return (
    <>
      <DamageNotice />
      {exercise.style === "solve" ? (
        <Solve exercise={exercise} fragment={fragment} />
      ) : exercise.style === "ordered" ? (
        <Ordered exercise={exercise} fragment={fragment} />
      ) : (
        <Blanks exercise={exercise} fragment={fragment} />
      )}
    </>
  );
}
