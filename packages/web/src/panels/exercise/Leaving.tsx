import {
  type Exercise,
  fitsInLink,
  isDrawn,
  nextVariant,
  seedOf,
  solveVariantOf,
  variantOf,
  withSeed,
  writeExercise,
  writeExerciseLink,
} from "@neural-viz/engine";
import { useMemo, useState } from "react";
import { messages } from "#text/making";
import { messages as share } from "#text/share";
import { store } from "../../store/store.ts";
import { openExperiment } from "../../store/setup/setups.ts";
import { goTo } from "../../store/visit/goTo.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { copied } from "../../ui/kit/copy.ts";
import { saved } from "../../ui/kit/save.ts";
import { count } from "../../ui/kit/text.ts";
import * as styles from "./Making.module.css";

interface LeavingProps {
  exercise: Exercise;
  /** The page's point. */
  sample: number;
  /** Whether another seed would give other numbers. */
  renewable: boolean;
}

/** What is wrong with the exercise as a question, and the ways in which it leaves the tool. */
export function Leaving({ exercise, sample, renewable }: LeavingProps) {
  const [said, setSaid] = useState("");
  const rejection = useMemo(
    () => (exercise.style === "solve" ? solveVariantOf(exercise) : variantOf(exercise)).rejection,
    [exercise],
  );
  const link = useMemo(() => writeExerciseLink(exercise), [exercise]);
  const fits = fitsInLink(link);
  /** The page gets the seed too: the numbers of the exercise are those that it shows. */
  const renew = (): void => {
    const other = nextVariant(exercise);
    const seed = other && seedOf(other.experiment);
    if (seed === undefined) return setSaid(messages.noSeed);
    const { experiment, panel } = store.getState();
    setSaid("");
    openExperiment({
      experiment: withSeed(experiment, seed),
      t: 0,
      sample,
      panel: panel?.name,
      settings: panel?.settings,
    });
  };
  const copy = async (): Promise<void> => {
    const address = new URL(location.href);
    address.hash = link;
    const { href } = address;
    setSaid((await copied(href)) ? share.linkCopied(count(href.length)) : share.cannotCopy(href));
  };
  const save = (): void => {
    const name = "neural-viz-exercise.json";
    const isSaved = saved(name, "application/json", writeExercise(exercise));
    setSaid(isSaved ? messages.saved(name) : share.cannotSave);
  };
  return (
    <>
      {rejection !== undefined && (
        <div className={styles.poor}>
          <p>{messages[exercise.style === "solve" ? "unreachable" : "poor"](rejection.message.text)}</p>
          {renewable && isDrawn(exercise.experiment) && (
            <Button small onClick={renew}>
              {messages.anotherSeed}
            </Button>
          )}
        </div>
      )}
      <div className={styles.choices}>
        <Button look="primary" small onClick={() => goTo({ page: "exercise", fragment: link })}>
          {messages.open}
        </Button>
        {fits && (
          <Button small onClick={() => void copy()}>
            {messages.copyLink}
          </Button>
        )}
        <Button small onClick={save}>
          {messages.saveFile}
        </Button>
        <p aria-live="polite" className={styles.hint}>
          {said}
          {!fits && messages.tooLong}
        </p>
      </div>
    </>
  );
}
