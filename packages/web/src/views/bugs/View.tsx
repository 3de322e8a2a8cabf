/**
 * The bug bench: one mistake in a copy of backprop. What is shown is not the run, which stays as it is, and says so.
 */
import { type BugName, bugs, format, type PlantedBug, placesOfBug } from "@neural-viz/engine";
import { useState } from "react";
import { useErrand } from "../../store/answers.ts";
import { networkOf } from "../../store/derived.ts";
import { store, useApp } from "../../store/store.ts";
import { Button } from "../kit/Button.tsx";
import { Select } from "../kit/Select.tsx";
import { Waiting } from "../kit/Waiting.tsx";
import { useWhen } from "../playground/useWhen.ts";
import * as styles from "./Bugs.module.css";
import { Findings } from "./Findings.tsx";

export function View() {
  const run = useApp((state) => state.run);
  return <Bench key={run} />;
}

type Choice = BugName | "surprise";

const choices: readonly { readonly value: Choice; readonly label: string }[] = [
  ...(Object.keys(bugs) as BugName[]).map((value) => ({ value, label: bugs[value].label })),
  { value: "surprise", label: "Surprise me" },
];

const LENGTHS = ["1", "20", "100", "500"] as const;

/** A mistake at work: where it began, for how long, and whether its name is to be found. */
export interface Planted {
  readonly bug: PlantedBug;
  readonly t: number;
  readonly epochs: number;
  readonly hidden: boolean;
}

function Bench() {
  const network = useApp(networkOf);
  const possible = (Object.keys(bugs) as BugName[]).filter((name) => placesOfBug(network, name).length > 0);
  const [choice, setChoice] = useState<Choice>(possible[0]!);
  const [layer, setLayer] = useState("1");
  const [epochs, setEpochs] = useState<(typeof LENGTHS)[number]>("100");
  const [planted, setPlanted] = useState<Planted>();
  const when = useWhen();
  const { answer, ...work } = useErrand<"bug">();
  const places = choice === "surprise" ? [] : placesOfBug(network, choice);
  const chosen = places.includes(Number(layer)) ? Number(layer) : places.at(-1);

  const plant = (): void => {
    const name = choice === "surprise" ? oneOf(possible) : choice;
    const where = choice === "surprise" ? oneOf(placesOfBug(network, name)) : chosen;
    if (where === undefined) return;
    const { t } = store.getState().snapshot;
    const bug = { name, layer: where };
    setPlanted({ bug, t, epochs: Number(epochs), hidden: choice === "surprise" });
    work.begin({ kind: "bug", t, bug, epochs: Number(epochs) });
  };

  return (
    <div className={styles.body}>
      <div className={styles.controls}>
        <Select label="Mistake" inline value={choice} options={choices} onChange={setChoice} />
        {places.length > 1 && (
          <Select
            label="In layer"
            inline
            value={String(chosen)}
            options={places.map((place) => ({
              value: String(place),
              label: place === network.layers.length ? "output" : String(place),
            }))}
            onChange={setLayer}
          />
        )}
        <Select
          label="Updates"
          inline
          value={epochs}
          options={LENGTHS.map((value) => ({ value, label: value }))}
          onChange={setEpochs}
        />
        <Button look="primary" small onClick={plant} disabled={choice !== "surprise" && chosen === undefined}>
          Plant it
        </Button>
        {planted !== undefined && (
          <Button
            small
            onClick={() => {
              setPlanted(undefined);
              work.forget();
            }}
          >
            Leave the bench
          </Button>
        )}
      </div>
      {choice !== "surprise" && (
        <p className={styles.hint}>
          {bugs[choice].words}
          {places.length === 0 &&
            (bugs[choice].where === "matrix"
              ? " It needs two hidden layers of two neurons or more, one after the other."
              : " It needs a hidden layer; this network has none.")}
        </p>
      )}
      {planted === undefined ? (
        <p className={styles.about}>
          The mistake goes into a copy of backprop, and the copy learns from the epoch shown on. Your run is
          not touched: it stands where it is, and the copy is gone when you leave the bench.
        </p>
      ) : (
        <section className={styles.bench} aria-label="With the planted mistake">
          <p className={styles.label}>
            <strong>Planted mistake{planted.hidden ? "" : `: ${bugs[planted.bug.name].label}`}.</strong> A
            copy of the network from {when(planted.t)} on, trained on all points at once; nothing here is your
            run.
          </p>
          <Waiting
            label="Bug bench"
            progress={work.progress}
            cancelled={work.cancelled}
            onCancel={work.cancel}
            onAgain={work.again}
          />
          {answer !== undefined && (
            <Findings
              key={`${planted.bug.name} ${planted.bug.layer} ${planted.t} ${planted.epochs}`}
              of={answer}
              planted={planted}
            />
          )}
          {answer !== undefined && Number.isNaN(answer.losses.at(-1)) && (
            <p>The loss became {format(NaN)}: this mistake lets training diverge.</p>
          )}
        </section>
      )}
    </div>
  );
}

/** Any of these, each as likely. */
function oneOf<T>(values: readonly T[]): T {
  const [draw] = crypto.getRandomValues(new Uint32Array(1));
  return values[draw! % values.length]!;
}
