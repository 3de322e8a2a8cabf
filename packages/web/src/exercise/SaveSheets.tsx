/** Buttons that save the exercise as a sheet to print, and its key. */
import {
  type Exercise,
  type ExerciseStage,
  solveVariantOf,
  stages,
  variantOf,
  worksheetKey,
  type WorksheetOptions,
  worksheetSheets,
  type WorksheetStage,
} from "@neural-viz/engine";
import { useState } from "react";
import { messages } from "#text/exercise";
import { Button } from "../ui/kit/Button.tsx";
import { saveDocument, usualPaper } from "../ui/quantity/paper.ts";
import { marks } from "../worker/marks.ts";
import * as styles from "./Exercise.module.css";

/** On paper, gradients are a stage of their own. */
const onPage = (stage: WorksheetStage): ExerciseStage => (stage === "gradient" ? "backward" : stage);

export function SaveSheets({ exercise, worked }: { exercise: Exercise; worked: readonly ExerciseStage[] }) {
  const [said, setSaid] = useState("");
  const paper = usualPaper();
  const save = async (part: "sheet" | "key"): Promise<void> => {
    const variant = exercise.style === "solve" ? solveVariantOf(exercise) : variantOf(exercise);
    // A poor exercise still has answers, but an unknown without a solution has none.
    if (part === "key" && exercise.style === "solve" && variant.rejection !== undefined) {
      return setSaid(messages.noKey(variant.rejection.message.text));
    }
    const variants = [variant];
    const all = Object.keys(stages) as WorksheetStage[];
    const blanks = all.filter((stage) => !worked.includes(onPage(stage)));
    const options: WorksheetOptions = { typesetting: marks, paper, blanks };
    const name = `neural-viz-exercise-${part}.html`;
    const written = part === "key" ? worksheetKey(variants, options) : worksheetSheets(variants, options);
    const outcome = await saveDocument(name, written);
    setSaid(outcome === "saved" ? messages.savedForPrint(name) : messages[outcome]);
  };
  return (
    <section className={styles.sheets}>
      <Button onClick={() => void save("sheet")}>{messages.saveSheet}</Button>
      <Button onClick={() => void save("key")}>{messages.saveKey}</Button>
      <p className={styles.hint} aria-live="polite">
        {said === "" ? messages.toPrint(messages.papers[paper]) : said}
      </p>
    </section>
  );
}
