/** The sentence of the first minute: one question or finding after the other, each with what can be pressed next. */
import { biasName, format, parameterId, plainOf, symbolOf } from "@neural-viz/engine";
import { type ReactNode, useEffect } from "react";
import { networkOf, partsOf } from "../../store/derived.ts";
import { useThrottled } from "../../store/hooks.ts";
import {
  endFirstMinute,
  finishFirstMinute,
  followFirstMinute,
  guessLines,
  showSlope,
} from "../../store/first/actions.ts";
import { isPlaying } from "../../store/run/phase.ts";
import { lookedOf, switchOff } from "../../store/selection/ablation.ts";
import { useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { Tex } from "../../ui/kit/Tex.tsx";
import { count } from "../../ui/kit/text.ts";
import { correctCountsOf } from "../../ui/quantity/status.ts";
import { messages } from "#text/first";
import * as styles from "./First.module.css";
import { steepestOf } from "./steepest.ts";
import { useFacts } from "./useFacts.ts";

/** The guesses to choose from. Three lines are the fewest that close off a region on all sides. */
const GUESSES = [2, 3, 4];

export function FirstSentence() {
  const moment = useApp(({ first }) => first?.moment);
  useEffect(followFirstMinute, []);
  switch (moment) {
    case "ask":
      return <Ask />;
    case "watch":
      return <Watch />;
    case "found":
      return <Found />;
    case "ledgers":
      return <Ledgers />;
    case "slope":
      return <Slope />;
    case undefined:
      return undefined;
  }
}

interface LineProps {
  children: ReactNode;
  /** What can be pressed next. */
  next: ReactNode;
}

function Line({ children, next }: LineProps) {
  return (
    <p>
      {children} <span className={styles.next}>{next}</span>
    </p>
  );
}

const leave = (
  <button type="button" className={styles.skip} onClick={endFirstMinute}>
    {messages.leave}
  </button>
);

function Ask() {
  const counts = useApp((state) => correctCountsOf(state)?.correct ?? 0);
  const { trained } = useApp(partsOf);
  return (
    <Line
      next={
        <>
          {GUESSES.map((lines) => (
            <Button key={lines} small className={styles.guess} onClick={() => guessLines(lines)}>
              {lines}
            </Button>
          ))}
          <button type="button" className={styles.skip} onClick={() => guessLines(undefined)}>
            {messages.skip}
          </button>
        </>
      }
    >
      {messages.ask(counts, trained)}
    </Line>
  );
}

function Watch() {
  const guess = useApp(({ first }) => first?.guess);
  const playing = useApp(isPlaying);
  const { t, correct } = useThrottled(({ snapshot }) => snapshot);
  const { trained } = useApp(partsOf);
  const neurons = useApp((state) => state.experiment.network.hidden[0]!.units);
  if (t === 0 && !playing) return <Line next={leave}>{messages.pressTrain(guess)}</Line>;
  return <Line next={leave}>{messages.watching(count(t), correct ?? 0, trained, neurons)}</Line>;
}

function Found() {
  const guess = useApp(({ first }) => first?.guess);
  const facts = useFacts();
  const { outside } = facts;
  const allInside = facts.leastOfOnes === facts.neurons && facts.mostOfZeros < facts.neurons;
  return (
    <Line
      next={
        <>
          <Button small onClick={() => void switchOff({ layer: 1, unit: outside[0] ?? 1 })}>
            {messages.switchOff(outside[0] ?? 1)}
          </Button>
          <Button small onClick={showSlope}>
            {messages.how}
          </Button>
          {leave}
        </>
      }
    >
      {messages.guessed(guess)}
      {messages.used(facts.used)} {allInside && messages.inside(facts)}
    </Line>
  );
}

function Ledgers() {
  const facts = useFacts();
  const looked = useApp(lookedOf);
  const blue = useApp(({ selection }) => selection.index);
  if (looked === undefined) return undefined;
  const { off, changed } = looked;
  return (
    <Line
      next={
        <>
          <Button small onClick={() => void switchOff(undefined)}>
            {messages.switchOn(off.unit)}
          </Button>
          <Button small onClick={showSlope}>
            {messages.how}
          </Button>
          {leave}
        </>
      }
    >
      {messages.sides(facts.counts[blue]!, facts.counts[facts.nearest]!)}{" "}
      {messages.switchedOff(off.unit, format(off.mean), changed.length)}
    </Line>
  );
}

function Slope() {
  const state = useThrottled(({ snapshot, experiment }) => ({ snapshot, experiment }));
  const network = networkOf(state);
  const { gradient, t, last } = state.snapshot;
  const index = steepestOf(gradient);
  const name = parameterId(network, index);
  const id = { kind: "parameter", name, t } as const;
  return (
    <Line
      next={
        <Button small onClick={finishFirstMinute}>
          {messages.done}
        </Button>
      }
    >
      {messages.steepest(
        <Tex tex={symbolOf(id)} plain={plainOf(id)} />,
        name === biasName(network.layers.length, 1),
        gradient[index]! < 0,
        network.size,
        count(last),
      )}
    </Line>
  );
}
