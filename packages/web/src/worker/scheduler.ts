/**
 * Works on questions: on a quick one at once, on a long one in slices between the slices of training, so that
 * commands never wait long. Questions are answered in order, and a long one reports its progress.
 */
import type { Work } from "@neural-viz/engine";
import type { Answer } from "./answer.ts";
import type { Environment } from "./environment.ts";

/** The longest slice of work between two looks at the mailbox, in milliseconds. */
const SLICE = 12;
/** Work that takes longer than this reports its progress, in milliseconds. */
const LONG = 300;
/** How often it reports, in milliseconds. */
const EVERY = 100;

interface Task {
  readonly number: number;
  readonly work: Work<Answer>;
  readonly begun: number;
  told: number;
}

export interface Scheduler {
  /** Starts work on question `number`. */
  take(number: number, work: Work<Answer>): void;
  /** The question no longer needs an answer. */
  drop(number: number): void;
  clear(): void;
}

export function createScheduler({ send, now, later }: Environment): Scheduler {
  let tasks: readonly Task[] = [];
  let scheduled = false;

  /** Works for one slice, and returns whether the task is finished. */
  function done(task: Task): boolean {
    const begin = now();
    let piece = task.work.next();
    while (piece.done !== true && now() - begin < SLICE) piece = task.work.next();
    if (piece.done === true) {
      send({ kind: "answer", number: task.number, answer: piece.value });
      return true;
    }
    if (now() - task.begun >= LONG && now() - task.told >= EVERY) {
      task.told = now();
      send({ kind: "progress", number: task.number, share: piece.value });
    }
    return false;
  }

  function turn(): void {
    scheduled = false;
    const [first] = tasks;
    if (first !== undefined && done(first)) tasks = tasks.slice(1);
    schedule();
  }

  function schedule(): void {
    if (scheduled || tasks.length === 0) return;
    scheduled = true;
    later(turn, 0);
  }

  return {
    take(number, work) {
      const task = { number, work, begun: now(), told: -Infinity };
      if (done(task)) return;
      tasks = [...tasks, task];
      schedule();
    },
    drop(number) {
      tasks = tasks.filter((task) => task.number !== number);
    },
    clear() {
      tasks = [];
    },
  };
}
