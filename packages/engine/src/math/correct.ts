/** Whether a predicted probability of class 1 gives the correct class, 0 or 1. Exactly ½ counts as class 0. */
export const isCorrect = (probability: number, label: number): boolean => probability > 0.5 === (label === 1);
