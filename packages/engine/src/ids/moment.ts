/**
 * A moment of a run: a whole number t is after t updates, with all that was changed there; t − ½ is after update t and
 * before what was set by hand there.
 */
export type Moment = number;

/** The moment after update t, before what was set by hand there. */
export const beforeEdits = (t: number): Moment => t - 0.5;

/** Whether a moment lies before what was set by hand at an update. */
export const isBeforeEdits = (moment: Moment): boolean => !Number.isInteger(moment);

/** The update that a moment belongs to. */
export const updateOf = (moment: Moment): number => Math.ceil(moment);

/** A moment as ids have it: 50, or 50- before what was set by hand there. */
export const momentText = (moment: Moment): string =>
  isBeforeEdits(moment) ? `${updateOf(moment)}-` : String(moment);

/** The moment of such a text. */
export const readMoment = (text: string): Moment =>
  text.endsWith("-") ? beforeEdits(Number(text.slice(0, -1))) : Number(text);
