/** Makes an exercise of what the page shows and what is asked: a pure function of both. */
import {
  asId,
  type Exercise,
  type ExerciseStage,
  type ExerciseStyle,
  type Experiment,
  groupsOf,
  idOf,
  ids,
  InputError,
  networkOf,
  optimizerAt,
  parseExercise,
  type QuantityId,
  samplesOf,
  roundedStart,
  type SolveExercise,
} from "@neural-viz/engine";
import { messages } from "#text/making";
import { reachableGoal } from "./goal.ts";

/** What the page shows. */
export interface Shown {
  readonly experiment: Experiment;
  readonly t: number;
  /** The parameters after t updates. */
  readonly params: Float64Array;
  /** The selected point, from 1. */
  readonly sample: number;
}

/** What was chosen for the exercise. */
export interface Making {
  /** At updates 0 and 1, as `fromPresent` names them. */
  readonly asked: readonly QuantityId[];
  readonly style: ExerciseStyle;
  readonly digits: number;
  /** Whether the network trains on the selected point alone. */
  readonly alone: boolean;
  /** What the result must be, if an unknown is solved for; NaN until somebody chooses it. */
  readonly goal: number;
}

/** What a number that is asked means: to solve for a parameter is to find its value before the update. */
export function meantBy(quantity: QuantityId, solving: boolean): QuantityId {
  const id = idOf(quantity);
  return solving && id.kind === "parameter" ? ids.parameter.of(id.name, 0) : quantity;
}

/** The experiment of an exercise that begins where the page is: later epochs become initial weights. */
function experimentFrom({ experiment, t, params }: Shown): Experiment {
  if (t === 0) return experiment;
  const network = networkOf(experiment);
  return roundedStart({ experiment, network, params, optimizer: optimizerAt(experiment, t) });
}

/** The exercise. @throws InputError that says what can't be asked */
export function exerciseFrom(shown: Shown, { asked, style, digits, alone, goal }: Making): Exercise {
  if (asked.length === 0) throw new InputError(messages.nothingAsked());
  const { sample } = shown;
  const whole = experimentFrom(shown);
  const experiment = alone ? parseExercise({ experiment: whole, sample }).experiment : whole;
  const asking = alone ? asked.map((id) => id.replace(`[${sample}]`, "[1]")) : asked;
  const rest = { experiment, sample: alone ? 1 : sample, style, digits };
  if (style !== "solve") return parseExercise({ ...rest, ask: asking });
  const unknown = asking.map((id) => idOf(id as QuantityId)).find(({ kind }) => kind === "parameter");
  const result = asking.find((id) => idOf(id as QuantityId).kind !== "parameter");
  if (unknown?.kind !== "parameter" || result === undefined || asking.length > 2) {
    throw new InputError(messages.oneUnknown());
  }
  const solving = (wanted: number) =>
    parseExercise({
      ...rest,
      ask: [ids.parameter.of(unknown.name, 0)],
      given: { [result]: wanted },
    }) as SolveExercise;
  return solving(Number.isNaN(goal) ? reachableGoal(solving(0)) : goal);
}

/** What the stages of one update ask at the selected point. */
export function askedBy(shown: Shown, stages: readonly ExerciseStage[]): QuantityId[] {
  const whole = parseExercise({ experiment: experimentFrom(shown), sample: shown.sample });
  return groupsOf(whole, networkOf(whole.experiment))
    .filter(({ stage }) => stages.includes(stage))
    .flatMap((group) => group.ids.map((id) => asId(id.replace("[1]", `[${shown.sample}]`))!));
}

/** Whether the experiment has points besides the selected one. */
export const hasOthers = ({ experiment }: Pick<Shown, "experiment">): boolean =>
  samplesOf(experiment.dataset).count > 1;
