/** The optimizer race: lanes from the same weights on the same data, one epoch at a time. */
import {
  defaultChoice,
  type OptimizerChoice,
  type OptimizerName,
  optimizerOf,
  optimizers,
} from "@neural-viz/engine";
import { useState } from "react";
import { useSetting } from "../../store/panels/settings.ts";
import { optimizerInForce } from "../../store/run/state.ts";
import { useOnDemand } from "../../store/answers.ts";
import { useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { Expectation } from "../../ui/kit/Expectation.tsx";
import { NumberField } from "../../ui/kit/NumberField.tsx";
import { Segmented } from "../../ui/kit/Segmented.tsx";
import { Select } from "../../ui/kit/Select.tsx";
import { Waiting } from "../../ui/kit/Waiting.tsx";
import { count } from "../../ui/kit/text.ts";
import { useGuess } from "../../ui/kit/useGuess.ts";
import { Result } from "./Result.tsx";
import { messages } from "#text/race";
import * as styles from "./Race.module.css";
import { Verdict } from "./Verdict.tsx";

export function View() {
  const run = useApp((state) => state.run);
  return <RaceOfRun key={run} />;
}

type Mode = "optimizers" | "rates";

const LENGTHS = ["50", "200", "1000"] as const;
/** The same optimizer with these multiples of its learning rate. */
const RATES = [0.1, 0.3, 1, 3];
const MAX_SEEDS = 20;

/** The name of a lane: its optimizer, or its learning rate. */
const laneName = (mode: Mode, choice: OptimizerChoice): string =>
  mode === "rates" ? `η ${choice.learningRate}` : optimizerOf(choice.name).label;

/** The same optimizer with this multiple of its learning rate. */
function slower(optimizer: OptimizerChoice, share: number): OptimizerChoice {
  const learningRate = Math.min(100, Number((optimizer.learningRate * share).toPrecision(3)));
  return { ...optimizer, learningRate };
}

/** A race that was started, and which lane was expected to win it. */
interface Raced {
  readonly mode: Mode;
  readonly question: string;
  readonly guess: string | undefined;
}

function RaceOfRun() {
  const [mode, setMode] = useSetting<Mode>(
    "lanes",
    "optimizers",
    (value) => value === "optimizers" || value === "rates",
  );
  const [epochs, setEpochs] = useSetting<(typeof LENGTHS)[number]>("epochs", "200", (value) =>
    LENGTHS.includes(value),
  );
  const [seeds, setSeeds] = useSetting<number>(
    "seeds",
    1,
    (value) => Number.isInteger(value) && value >= 1 && value <= MAX_SEEDS,
  );
  const [raced, setRaced] = useState<Raced>();
  const { initializer } = useApp(({ experiment }) => experiment.network);
  const t = useApp(({ snapshot }) => snapshot.t);
  const { answer, ...work } = useOnDemand<"race">();
  const seeded = initializer.name !== "given" && initializer.name !== "zeros";

  const optimizer = useApp(optimizerInForce);
  const remembered = useApp((state) => state.remembered);
  const lanes =
    mode === "rates"
      ? RATES.map((share) => slower(optimizer, share))
      : (Object.keys(optimizers) as OptimizerName[]).map((name) =>
          name === optimizer.name ? optimizer : (remembered[name] ?? defaultChoice(name)),
        );
  const names = lanes.map((lane) => laneName(mode, lane));
  const question = [...names, epochs, seeds].join();
  const [guess, setGuess] = useGuess(question);

  const start = (): void => {
    setRaced({ mode, question, guess });
    work.begin({
      kind: "race",
      race: { optimizers: lanes, t, epochs: Number(epochs), seeds: seeded ? seeds : 1 },
    });
  };

  return (
    <div className={styles.body}>
      <div className={styles.controls}>
        <Segmented
          label={messages.compare}
          value={mode}
          options={[
            { value: "optimizers", label: messages.allOptimizers },
            { value: "rates", label: messages.fourLearningRates },
          ]}
          onChange={setMode}
        />
        <Select
          label={messages.epochs}
          inline
          value={epochs}
          options={LENGTHS.map((value) => ({ value, label: count(Number(value)) }))}
          onChange={setEpochs}
        />
        <NumberField
          label={messages.seeds}
          value={seeded ? seeds : 1}
          min={1}
          max={MAX_SEEDS}
          disabled={!seeded}
          onChange={setSeeds}
        />
        <Button look="primary" small onClick={start}>
          {messages.startTheRace}
        </Button>
        <Waiting
          label={messages.optimizerRace}
          progress={work.progress}
          canceled={work.canceled}
          onCancel={work.cancel}
          onAgain={work.again}
        />
      </div>
      <Expectation
        question={messages.whichEndsLowest}
        options={names.map((label, i) => ({ value: String(i), label }))}
        guess={guess}
        onGuess={setGuess}
      >
        {answer !== undefined &&
          guess !== undefined &&
          guess === raced?.guess &&
          question === raced.question && <Verdict of={answer} names={names} guess={Number(guess)} />}
      </Expectation>
      {answer === undefined || raced === undefined ? (
        <p className={styles.about}>
          {!seeded && messages.drawsNoWeights(initializer.name)}
          {seeded && seeds > 1 ? messages.fromUntrained(seeds) : messages.fromEpoch(count(t))}{" "}
          {messages.notTouched}
        </p>
      ) : (
        <Result of={answer} names={answer.lanes.map((lane) => laneName(raced.mode, lane.optimizer))} />
      )}
    </div>
  );
}
