/** How far a person has come with an exercise: what stands in each blank, what is right, and which blanks can be seen. */
import {
  type Answer,
  type ExerciseStage,
  exerciseStages,
  formulasOf,
  type Group,
  groupsOf,
  judge,
  type Judgment,
  networkOf,
  type Network,
  type NumbersExercise,
  type QuantityId,
  type Run,
  solutionOf,
  symbolsOf,
} from "@neural-viz/engine";
import { parseNumber } from "../ui/kit/parseNumber.ts";

/** What a person has done with one blank. */
export interface Entry {
  readonly text: string;
  /** Whether this text has been checked. */
  readonly checked: boolean;
  /** Whether the right number was asked for. */
  readonly shown: boolean;
  /** How many hints were taken. */
  readonly hints: number;
}

export const noEntry: Entry = { text: "", checked: false, shown: false, hints: 0 };

/** By the id of what is asked. */
export type Entries = Readonly<Record<string, Entry>>;

/** An exercise with its solution, and how its parts are written. */
export interface Book {
  readonly exercise: NumbersExercise;
  readonly run: Run;
  readonly network: Network;
  readonly groups: readonly Group[];
  readonly answers: ReadonlyMap<QuantityId, Answer>;
  /** TeX of a formula, and of a symbol. */
  readonly formula: (id: QuantityId) => string;
  readonly symbol: (id: QuantityId) => string;
}

export function bookOf(exercise: NumbersExercise): Book {
  const { run, answers } = solutionOf(exercise);
  const network = networkOf(exercise.experiment);
  return {
    exercise,
    run,
    network,
    groups: groupsOf(exercise, network),
    answers: new Map(answers.map((answer) => [answer.id, answer])),
    formula: formulasOf(exercise, run),
    symbol: symbolsOf(exercise, run),
  };
}

/** worked: not left blank; found, follows: right, perhaps from own numbers; shown; wrong; open: not answered yet. */
export type Status = "worked" | "found" | "follows" | "shown" | "wrong" | "open";

export interface Progress {
  readonly statusOf: (id: QuantityId) => Status;
  readonly judgmentOf: (id: QuantityId) => Judgment | undefined;
  /** What is left blank, in order. */
  readonly blanks: readonly QuantityId[];
  /** How many of them a person found, and how many are done: found or shown. */
  readonly found: number;
  readonly done: number;
  /** The groups that can be seen, from the first one. */
  readonly visible: number;
  /** The blanks that can be seen and aren't done, in order. */
  readonly open: readonly QuantityId[];
}

const settled: ReadonlySet<Status> = new Set<Status>(["worked", "found", "follows", "shown"]);

/** Whether nothing is left to do at a quantity. */
export const isSettled = (status: Status): boolean => settled.has(status);

/** The progress with what was entered. Stages that are worked out have no blanks. */
export function progressOf(book: Book, entries: Entries, worked: ReadonlySet<ExerciseStage>): Progress {
  const { exercise, groups } = book;
  const stages = new Map(groups.flatMap(({ stage, ids }) => ids.map((id) => [id, stage])));
  const isBlank = (id: QuantityId): boolean => {
    const stage = stages.get(id);
    return exercise.style !== "worked" && stage !== undefined && !worked.has(stage);
  };
  const blanks = groups.flatMap(({ ids }) => ids.filter(isBlank));
  const answered = blanks.flatMap((id) => {
    const { text, checked, shown } = entries[id] ?? noEntry;
    const value = parseNumber(text);
    return checked && !shown && Number.isFinite(value) ? [[id, value] as const] : [];
  });
  const judgments = new Map(
    answered.length === 0
      ? []
      : judge(exercise, Object.fromEntries(answered)).map((judgment) => [judgment.id, judgment]),
  );
  const statusOf = (id: QuantityId): Status => {
    if (!isBlank(id)) return "worked";
    const { shown } = entries[id] ?? noEntry;
    const verdict = judgments.get(id)?.verdict ?? "missing";
    if (shown) return "shown";
    if (verdict === "correct") return "found";
    if (verdict === "follows") return "follows";
    return verdict === "missing" ? "open" : "wrong";
  };
  const all = blanks.map(statusOf);
  // A wrong number doesn't stop anybody: what follows from it counts.
  const waiting = groups.findIndex(({ ids }) => ids.some((id) => statusOf(id) === "open"));
  const visible = waiting === -1 ? groups.length : waiting + 1;
  const seen = new Set(groups.slice(0, visible).flatMap(({ ids }) => ids));
  return {
    statusOf,
    judgmentOf: (id) => judgments.get(id),
    blanks,
    found: all.filter((status) => status === "found" || status === "follows").length,
    done: all.filter(isSettled).length,
    visible,
    open: blanks.filter((id) => seen.has(id) && !isSettled(statusOf(id))),
  };
}

/** The next blank to see that isn't done after this one, or else the first one; undefined if all are done. */
export function nextBlank({ blanks, open }: Progress, after: QuantityId | undefined): QuantityId | undefined {
  const from = after === undefined ? -1 : blanks.indexOf(after);
  return open.find((id) => blanks.indexOf(id) > from) ?? open[0];
}

/** The number that stands for a quantity: a person's own, or the right one; undefined while it isn't known. */
export function knownValue(
  { answers }: Pick<Book, "answers">,
  { statusOf, judgmentOf }: Progress,
  id: QuantityId,
): number | undefined {
  const answer = answers.get(id);
  if (answer === undefined || !isSettled(statusOf(id))) return undefined;
  return judgmentOf(id)?.answer ?? answer.value;
}

/** The stages of an exercise, in order, with their groups. */
export function stagesOf(
  groups: readonly Group[],
): readonly { readonly stage: ExerciseStage; readonly groups: readonly Group[] }[] {
  return exerciseStages
    .map((stage) => ({ stage, groups: groups.filter((group) => group.stage === stage) }))
    .filter(({ groups: own }) => own.length > 0);
}
