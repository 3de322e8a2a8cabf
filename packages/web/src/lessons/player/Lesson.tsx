import { useEffect, useRef, useState } from "react";
import { goTo } from "../../store/visit/goTo.ts";
import { openLocation } from "../../store/visit/navigation.ts";
import { setQuestion, setTravel } from "../../store/visit/lessonQuestion.ts";
import { playground } from "../../store/visit/route.ts";
import type { Travel } from "../../store/visit/state.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { onTurn } from "../../ui/kit/clicker.ts";
import { messages } from "#text/lessons";
import {
  asks,
  type Asking,
  beginningOf,
  fits,
  type Do,
  type Fill,
  type Guess,
  type Lesson as LessonData,
  type Step,
} from "../contract.ts";
import { lessonOf, lessons } from "../index.ts";
import { noteFinished, noteGuess, noteStep, progressOf, useProgress } from "../progress.ts";
import { settled, type Text as TextOf } from "../pieces.ts";
import { type Scene, sceneAt } from "../scene.ts";
import { Answered } from "./Answered.tsx";
import { Controls } from "./Controls.tsx";
import { Filling } from "./Filling.tsx";
import { Guessing } from "./Guessing.tsx";
import * as styles from "./Lesson.module.css";
import { destinationOf, hasNetworkOf, isAt } from "./destination.ts";
import { Text } from "./Text.tsx";
import { travelIn, travelWords } from "./travel.ts";
import { useScene } from "./useScene.ts";

interface LessonProps {
  name: string;
  /** From 1. */
  step: number;
}

/** A lesson next to the network: one step at a time, each at its location. */
export function Lesson({ name, step }: LessonProps) {
  const lesson = lessonOf(name);
  const left = useRef<number>(undefined);
  const heading = useRef<HTMLHeadingElement>(null);
  const index = Math.min(step, lesson?.steps.length ?? 1) - 1;
  const [visit, setVisit] = useState<{ index: number; from?: number }>({ index });
  if (visit.index !== index) setVisit({ index, from: visit.index });

  useEffect(() => {
    if (lesson === undefined) return;
    const saved = progressOf(name).guesses[index + 1];
    const guess = fits(lesson.steps[index]!, saved) ? saved : undefined;
    const to = destinationOf(lesson, index, left.current, guess);
    if (to !== undefined) {
      openLocation(to.location, to.play);
      setQuestion(to.question && { pick: to.question === "pick", picked: undefined });
    }
    if (left.current !== undefined) heading.current?.focus();
    left.current = index;
    noteStep(name, index + 1);
  }, [lesson, name, index]);
  useEffect(() => () => setQuestion(undefined), []);
  useEffect(() => {
    const steps = lesson?.steps.length ?? 1;
    return onTurn((by) => {
      const to = Math.min(steps, Math.max(1, index + 1 + by));
      goTo({ page: "lesson", name, step: to });
      return true;
    });
  }, [lesson, name, index]);

  if (lesson === undefined) {
    return (
      <section className={styles.lesson}>
        <p role="alert">{messages.unknown(name)}</p>
        <AllLessons />
      </section>
    );
  }
  const current = lesson.steps[index]!;
  return (
    <section className={styles.lesson} aria-label={lesson.title}>
      <header className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {messages.step(index + 1, lesson.steps.length)}
          <span className={styles.kind}>{messages.kinds[current.kind]}</span>
        </h2>
        <Dots steps={lesson.steps.length} index={index} />
      </header>
      <StepBody
        key={`${name} ${index}`}
        lesson={lesson}
        name={name}
        index={index}
        continues={visit.index === index && visit.from === index - 1}
      />
    </section>
  );
}

function Dots({ steps, index }: { steps: number; index: number }) {
  return (
    <span className={styles.dots} aria-hidden="true">
      {Array.from({ length: steps }, (_, i) => (
        // Dots have no id but their index.
        // eslint-disable-next-line react/no-array-index-key
        <span key={i} data-now={i === index || undefined} data-past={i < index || undefined} />
      ))}
    </span>
  );
}

interface StepBodyProps {
  lesson: LessonData;
  name: string;
  index: number;
  /** Whether the step before it was left for it. */
  continues: boolean;
}

function StepBody({ lesson, name, index, continues }: StepBodyProps) {
  const step = lesson.steps[index]!;
  const scene = useScene();
  const saved = useProgress(name).guesses[index + 1];
  const guess = fits(step, saved) ? saved : undefined;
  const [seen, setSeen] = useState<TextOf>();
  const [attempt, setAttempt] = useState(0);
  // Until the page has reached the step's location, it still shows where the last step ended.
  const [enter] = useState(() => step.enter ?? (continues ? undefined : beginningOf(lesson, index)));
  const [begun, setBegun] = useState(enter === undefined);
  if (!begun && enter !== undefined && isAt(scene, enter)) setBegun(true);
  const holds = begun && "done" in step && step.done(scene);
  if (holds && seen === undefined) setSeen(settled(step.seen, scene)); // once done, always done
  const over = isOver(step, guess, seen !== undefined);
  const travel = useTravel(step, begun ? scene : undefined, !asks(step) || guess !== undefined);
  const answer = (question: Asking, given: Guess): void => {
    noteGuess(name, index + 1, given);
    setQuestion(undefined);
    const { reveal } = question;
    if (reveal !== undefined) openLocation(reveal, reveal.play);
  };
  const again = ({ enter: start, kind }: Asking | Fill): void => {
    noteGuess(name, index + 1, undefined);
    setAttempt(attempt + 1);
    openLocation(start);
    setQuestion({ pick: kind === "pick", picked: undefined });
  };
  return (
    <>
      <div className={styles.body} data-body="">
        <p className={styles.text}>
          {asks(step) ? (
            <Text of={step.ask} scene={sceneAt(step.enter)} />
          ) : (
            // Until then, the page may show another run, where the text's numbers may not even exist.
            <Text of={step.text} scene={begun || enter === undefined ? scene : sceneAt(enter)} />
          )}
        </p>
        {asks(step) && guess === undefined && (
          <>
            <Guessing question={step} onGuess={(given) => answer(step, given)} />
            <p className={styles.hint}>{messages.locked}</p>
          </>
        )}
        {asks(step) && guess !== undefined && <Answered question={step} guess={guess} />}
        {step.kind === "fill" && (
          <Filling
            key={attempt}
            step={step}
            filled={guess !== undefined}
            onFilled={() => {
              noteGuess(name, index + 1, "filled");
              setQuestion(undefined);
            }}
          />
        )}
        {travel !== undefined && <p className="vh">{travelWords(travel, scene)}</p>}
        {"controls" in step && step.controls !== undefined && <Controls controls={step.controls} />}
        {"done" in step && (
          <Task step={step} seen={seen} scene={scene} begun={begun} lesson={lesson} index={index} />
        )}
        {over && index === lesson.steps.length - 1 && (
          <p className={styles.aha}>
            <strong>{messages.aha}:</strong> {lesson.aha}
          </p>
        )}
      </div>
      <nav className={styles.nav} aria-label={lesson.title}>
        {index > 0 && (
          <Button small onClick={() => goTo({ page: "lesson", name, step: index })}>
            {messages.back}
          </Button>
        )}
        {(asks(step) || step.kind === "fill") && guess !== undefined && (
          <Button small look="quiet" onClick={() => again(step)}>
            {messages.again}
          </Button>
        )}
        <Onward name={name} index={index} steps={lesson.steps.length} over={over} />
      </nav>
      <footer className={styles.foot}>
        <AllLessons />
        <Button small look="quiet" onClick={() => goTo(playground)}>
          {messages.playground}
        </Button>
      </footer>
    </>
  );
}

/** Shows on the network's picture how the step's number travels, and removes it when the step is left. */
function useTravel(step: Step, scene: Scene | undefined, answered: boolean): Travel | undefined {
  const travels = "travels" in step ? step.travels : undefined;
  const travel =
    travels && scene && hasNetworkOf(scene, step.enter) ? travelIn(travels, scene, answered) : undefined;
  // The same numbers are shown once.
  const text = travel && JSON.stringify(travel);
  useEffect(() => setTravel(text === undefined ? undefined : (JSON.parse(text) as Travel)), [text]);
  useEffect(() => () => setTravel(undefined), []);
  return travel;
}

/** Whether a step has nothing left to do. */
function isOver(step: Step, guess: Guess | undefined, done: boolean): boolean {
  if (step.kind === "say") return true;
  if (step.kind === "fill") return step.blank.length === 0 || guess !== undefined;
  return asks(step) ? guess !== undefined : done;
}

interface TaskProps {
  step: Do;
  /** What was seen when it was done; undefined until then. */
  seen: TextOf | undefined;
  scene: Scene;
  /** Whether the page has reached the step's location. */
  begun: boolean;
  lesson: LessonData;
  index: number;
}

/** Something to do: what was seen once it is done; until then, how near it is and a button that shows a solution. */
function Task({ step, seen, scene, begun, lesson, index }: TaskProps) {
  const done = seen !== undefined;
  const near = done || !begun ? undefined : step.near?.(scene);
  return (
    <div className={styles.task}>
      <p aria-live="polite" className={done ? styles.right : near === undefined ? styles.hint : undefined}>
        {done ? (
          <>
            ✓ <Text of={seen} scene={scene} />
          </>
        ) : near === undefined ? (
          messages.notDone
        ) : (
          <>
            <strong>{messages.notQuite}</strong> <Text of={near} scene={scene} />
          </>
        )}
      </p>
      {!done && (
        <Button
          small
          look="quiet"
          onClick={() => openLocation(step.solution(sceneAt(beginningOf(lesson, index))))}
        >
          {messages.show}
        </Button>
      )}
    </div>
  );
}

/** To the next step, or to the next lesson. Learners may go on without answering. */
function Onward({ name, index, steps, over }: { name: string; index: number; steps: number; over: boolean }) {
  if (index < steps - 1) {
    return (
      <Button
        small
        look={over ? "primary" : "plain"}
        className={styles.onward}
        onClick={() => goTo({ page: "lesson", name, step: index + 2 })}
      >
        {over ? messages.next : messages.skip}
      </Button>
    );
  }
  const names = Object.keys(lessons);
  const next = names[names.indexOf(name) + 1];
  return (
    <Button
      small
      look={over ? "primary" : "plain"}
      className={styles.onward}
      onClick={() => {
        if (over) noteFinished(name);
        goTo(next === undefined ? { page: "lessons" } : { page: "lesson", name: next, step: 1 });
      }}
    >
      {next === undefined ? messages.finish : messages.nextLesson(lessons[next]!.title)}
    </Button>
  );
}

function AllLessons() {
  return (
    <Button small look="quiet" onClick={() => goTo({ page: "lessons" })}>
      {messages.all}
    </Button>
  );
}
