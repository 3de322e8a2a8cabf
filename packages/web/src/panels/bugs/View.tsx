/** The bug bench: one bug in a copy of backprop. The run itself isn't touched, and the page says so. */
import {
  type BugName,
  bugs,
  format,
  layersForBug,
  type UpdateBug,
  updateBugs,
  type UpdateMistakeName,
  updateMistakesFor,
} from "@neural-viz/engine";
import { useState } from "react";
import { useSetting } from "../../store/panels/settings.ts";
import { useOnDemand } from "../../store/answers.ts";
import { networkOf, partsOf } from "../../store/derived.ts";
import { optimizerInForce } from "../../store/run/state.ts";
import { store, useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { Expectation } from "../../ui/kit/Expectation.tsx";
import { Select } from "../../ui/kit/Select.tsx";
import { Waiting } from "../../ui/kit/Waiting.tsx";
import { useGuess } from "../../ui/kit/useGuess.ts";
import { useWhen } from "../../ui/quantity/useWhen.ts";
import { messages } from "#text/bugs";
import * as styles from "./Bugs.module.css";
import { Findings, type Guess, type Planted, Verdict } from "./Findings.tsx";

export function View() {
  const run = useApp((state) => state.run);
  return <Bench key={run} />;
}

type Choice = BugName | UpdateMistakeName | "surprise";

const names = Object.keys(bugs) as BugName[];

/** The mistakes of an update, by their names. */
const updates = new Map<string, UpdateBug>(updateBugs.map((mistake) => [mistake.name, mistake]));

const LENGTHS = ["1", "20", "100", "500"] as const;

function Bench() {
  const network = useApp(networkOf);
  const { perEpoch, trained, batches } = useApp(partsOf);
  const optimizer = useApp(optimizerInForce);
  const layersFor = (name: BugName): number[] => layersForBug(network, name, perEpoch);
  const possible = names.filter((name) => layersFor(name).length > 0);
  // A bug that only needs more layers stays in the list, and a sentence says so.
  const inUpdate = updateMistakesFor(optimizer, trained, batches.at(0).length);
  const listed = names.filter((name) => bugs[name].where !== "all" || possible.includes(name));
  const choices: readonly { readonly value: Choice; readonly label: string }[] = [
    ...listed.map((value) => ({ value, label: bugs[value].label })),
    ...inUpdate.map((value) => ({ value, label: messages.inTheUpdate(updates.get(value)!.label) })),
    { value: "surprise", label: messages.surpriseMe },
  ];
  const [choice, setChoice] = useSetting<Choice>("bug", possible[0]!, (name) =>
    choices.some(({ value }) => value === name),
  );
  const [layer, setLayer] = useSetting<string>("layer", "1");
  const [epochs, setEpochs] = useSetting<(typeof LENGTHS)[number]>("epochs", "100", (value) =>
    LENGTHS.includes(value),
  );
  const [planted, setPlanted] = useState<Planted>();
  const when = useWhen();
  const { answer, ...work } = useOnDemand<"bug" | "updateBug">();
  const layers = isBackprop(choice) ? layersFor(choice) : [];
  const chosen = layers.includes(Number(layer)) ? Number(layer) : layers.at(-1);
  const question = [choice, chosen, epochs].join();
  const [guess, setGuess] = useGuess<Guess>(question);

  const plant = (): void => {
    const hidden = choice === "surprise";
    const name = hidden ? oneOf([...possible, ...inUpdate]) : choice;
    const { t } = store.getState().snapshot;
    const length = Number(epochs);
    if (!isBackprop(name)) {
      const mistake = updates.get(name)!;
      setPlanted({ bug: mistake, t, epochs: length, hidden, guess, question });
      work.begin({ kind: "updateBug", t, mistake: mistake.name, epochs: length });
      return;
    }
    const where = hidden ? oneOf(layersFor(name)) : chosen;
    if (where === undefined) return;
    setPlanted({ bug: { ...bugs[name], name, layer: where }, t, epochs: length, hidden, guess, question });
    work.begin({ kind: "bug", t, bug: { name, layer: where }, epochs: length });
  };

  return (
    <div className={styles.body}>
      <div className={styles.controls}>
        <Select label={messages.bug} inline value={choice} options={choices} onChange={setChoice} />
        {layers.length > 1 && (
          <Select
            label={messages.inLayer}
            inline
            value={String(chosen)}
            options={layers.map((layerNumber) => ({
              value: String(layerNumber),
              label: layerNumber === network.layers.length ? messages.outputChoice : String(layerNumber),
            }))}
            onChange={setLayer}
          />
        )}
        <Select
          label={messages.updates}
          inline
          value={epochs}
          options={LENGTHS.map((value) => ({ value, label: value }))}
          onChange={setEpochs}
        />
        <Button look="primary" small onClick={plant} disabled={isBackprop(choice) && chosen === undefined}>
          {messages.plantIt}
        </Button>
        {planted !== undefined && (
          <Button
            small
            onClick={() => {
              setPlanted(undefined);
              setGuess(undefined);
              work.forget();
            }}
          >
            {messages.leaveTheBench}
          </Button>
        )}
      </div>
      <Expectation
        question={messages.willItBeFound}
        options={[
          { value: "yes", label: messages.guesses.yes },
          { value: "no", label: messages.guesses.no },
        ]}
        guess={guess}
        onGuess={setGuess}
      >
        {answer !== undefined &&
          planted !== undefined &&
          guess !== undefined &&
          guess === planted.guess &&
          question === planted.question && <Verdict of={answer} planted={planted} />}
      </Expectation>
      {choice !== "surprise" && (
        <p className={styles.hint}>
          {(isBackprop(choice) ? bugs[choice] : updates.get(choice)!).description.text}
          {isBackprop(choice) &&
            layers.length === 0 &&
            (bugs[choice].where === "matrix"
              ? messages.needsMatrix(network.layers.at(-1)!.fanOut > 1)
              : messages.needsHiddenLayer)}
        </p>
      )}
      {planted === undefined ? (
        <p className={styles.about}>{messages.whatTheBenchDoes}</p>
      ) : (
        <section className={styles.bench} aria-label={messages.withThePlantedBug}>
          <p className={styles.label}>
            {messages.copyOf(
              <strong>{messages.plantedBug(planted.hidden ? "" : `: ${planted.bug.label}`)}</strong>,
              when(planted.t),
              perEpoch > 1,
            )}
          </p>
          <Waiting
            label={messages.bugBench}
            progress={work.progress}
            canceled={work.canceled}
            onCancel={work.cancel}
            onAgain={work.again}
          />
          {answer !== undefined && (
            <Findings
              key={`${planted.bug.name} ${"layer" in planted.bug ? planted.bug.layer : ""} ${planted.t} ${planted.epochs}`}
              of={answer}
              planted={planted}
            />
          )}
          {answer !== undefined && Number.isNaN(answer.losses.at(-1)) && (
            <p>{messages.becameNaN(format(NaN))}</p>
          )}
        </section>
      )}
    </div>
  );
}

/** Whether it is a bug in backprop, and not in the update or a surprise. */
const isBackprop = (choice: Choice): choice is BugName => Object.hasOwn(bugs, choice);

/** Any of these, with equal probability. */
function oneOf<T>(values: readonly T[]): T {
  const [draw] = crypto.getRandomValues(new Uint32Array(1));
  return values[draw! % values.length]!;
}
