/** How well the hands do, how low training gets from where they began, and what to do next. */
import { type ReactNode, useState } from "react";
import { penalizedOf } from "../../store/derived.ts";
import { useOnDemand } from "../../store/answers.ts";
import { isPlaying } from "../../store/run/phase.ts";
import { useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { Waiting } from "../../ui/kit/Waiting.tsx";
import { Actions } from "./Actions.tsx";
import { Moves } from "./Moves.tsx";
import { Score } from "./Score.tsx";
import type { Start } from "./start.ts";
import { Target, Verdict } from "./Target.tsx";
import { useMoves } from "./useMoves.ts";
import { messages } from "#text/sliders";
import * as styles from "./Sliders.module.css";

interface SideProps {
  /** The parameters and the loss when the first slider was moved; undefined before that, or when the page shows another run. */
  start: Start | undefined;
  /** The same, or here and now. */
  onBegin: () => Start;
  locked: boolean;
  /** The sliders, between the score and what to do next. */
  children: ReactNode;
}

export function Side({ start, onBegin, locked, children }: SideProps) {
  const playing = useApp(isPlaying);
  const diverged = useApp(({ snapshot }) => snapshot.stopped?.reason === "diverged");
  const name = useApp(penalizedOf) ? "J" : "L";
  const { answer, ...work } = useOnDemand<"lowest">();
  const [askedFor, setAskedFor] = useState<Start>();
  const asked = start !== undefined && start === askedFor;
  const target = asked ? answer : undefined;
  const moves = useMoves(start);
  const lowest = lowestOf(moves);
  const ask = (): void => {
    const from = onBegin();
    setAskedFor(from);
    work.begin({ kind: "lowest", experiment: from.experiment, t: from.t });
  };
  return (
    <>
      <div className={styles.score}>
        <Score start={start} lowest={target === undefined ? lowest : undefined} />
        {target !== undefined && <Verdict target={target.lowered} lowest={lowest} />}
      </div>
      {children}
      <div className={styles.next}>
        {target !== undefined && <Target of={target} />}
        <div className={styles.actions}>
          {target === undefined && (
            <>
              <p className={styles.hint}>{messages.tryFirst}</p>
              <Button small disabled={playing || diverged} onClick={ask}>
                {messages.seeWhatTrainingReaches}
              </Button>
            </>
          )}
          {asked && (
            <Waiting
              label={messages.training}
              progress={work.progress}
              canceled={work.canceled}
              onCancel={work.cancel}
              onAgain={work.again}
            />
          )}
          <Actions start={start} locked={locked} />
        </div>
        {moves.length > 1 && <Moves losses={moves} name={name} target={target?.lowered} />}
      </div>
    </>
  );
}

/** The lowest of the finite losses; undefined without one. */
function lowestOf(losses: readonly number[]): number | undefined {
  const lowest = losses.filter(Number.isFinite).reduce((low, loss) => Math.min(low, loss), Infinity);
  return lowest === Infinity ? undefined : lowest;
}
