/**
 * A moment of a run. A whole number t is the moment after t updates and the edits made there. t − ½ is the moment after
 * update t and before those edits.
 */
export type Moment = number;

/** The moment after update t, before the edits made there. */
export const beforeEdits = (t: number): Moment => t - 0.5;

/** Whether a moment is before the edits made at an update. */
export const isBeforeEdits = (moment: Moment): boolean => !Number.isInteger(moment);

/** The number of updates done at a moment. */
export const updateOf = (moment: Moment): number => Math.ceil(moment);

/** A moment as written in ids: 50, or 50- before the edits made there. */
export const momentText = (moment: Moment): string =>
  isBeforeEdits(moment) ? `${updateOf(moment)}-` : String(moment);

/** Reads a moment as written in ids. */
export const readMoment = (text: string): Moment =>
  text.endsWith("-") ? beforeEdits(Number(text.slice(0, -1))) : Number(text);
