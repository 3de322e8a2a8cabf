/** Whether a probability of class 1 is on the side of the label; at exactly ½ it is on the side of class 0. */
export const isCorrect = (probability: number, label: number): boolean => probability > 0.5 === (label === 1);
