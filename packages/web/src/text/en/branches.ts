import type { ReactNode } from "react";
import { sentence } from "./sentence.ts";

export const messages = {
  // Branches
  moments: "Moments",
  undo: "Undo",
  redo: "Redo",
  branches: "Branches",
  compareWith: (name: string) => `Compare with ${name}`,
  compare: "Compare",
  discardBranch: (name: string) => `Discard ${name}`,
  discard: "Discard",
  fromTheStart: "from the initial weights",
  from: (when: string, origin: string) => `from ${when}${origin}`,
  ofBranch: (name: string) => ` of ${name}`,
  fromTo: (begins: string, last: string) => `${begins} to ${last}`,
  compareWithEpoch: "Compare with this epoch…",
  theStart: "initial weights",
  thisFutureStays:
    "If you change anything in the past, a new branch begins. What came after stays as a pale curve.",

  // Comparison
  distance: (distance: ReactNode) => sentence`Distance between the two parameter vectors: ${distance}`,
  fitOf: (name: string) => `Fit of branch ${name}`,
  boundaryOf: (name: string) => `Decision boundary of branch ${name}`,
  side: (name: ReactNode, when: string, lineBreak: ReactNode, loss: string, correct: string) =>
    sentence`${name} at ${when}${lineBreak}loss ${loss}${lineBreak}${correct}`,
  correctOf: (correct: number, trained: number) => `${correct} of ${trained} correct`,
};
