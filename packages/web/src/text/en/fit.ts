import type { ReactNode } from "react";
import { sentence } from "./sentence.ts";

export const messages = {
  // Boundary
  boundaryAt: (when: string, correct: string) => `Decision boundary at ${when}: ${correct}.`,
  fitAt: (when: string, error: string) => `Fit at ${when}: ${error}.`,
  probe:
    "Probe of the decision boundary: arrow keys move it, Enter selects its spot, and the I key explains its cell.",
  cellRead: (row: number, column: number, at: string, lineBreak: ReactNode) =>
    sentence`row ${row}, column ${column}: ${at}${lineBreak}double-click to see where it comes from`,
  probeOfCurve:
    "Probe of the fit: left and right arrow keys move it, Enter selects its spot, and the I key explains its cell.",
  cellOfCurve: (column: number, at: string, lineBreak: ReactNode) =>
    sentence`column ${column}: x ${at}${lineBreak}double-click to see where it comes from`,
  squareOfErrors: "(ŷ − y)², curve too high or too low",
  meanOfSquares: (count: number) => `mean of the ${count} squares: L`,
  halfTheMeanOfSquares: (count: number) => `half the mean of the ${count} squares: L`,
  lineAt: (when: string) => `boundary at ${when}: press to go there`,

  // BoundaryPanel
  cells: (size: number) => `${size} × ${size} cells`,
  cellsOfCurve: (size: number) => `${size} cells`,
  planeThrough: (point: number) => `the plane through point ${point}; points off it are fainter`,
  classOfKey: (label: number) => `class ${label}`,
  ringed: "ringed: misclassified",
  ringedChanges: "ringed: changes sides",
  belowZero: "below 0",
  aboveZero: "above 0",
  squares: "squares: (ŷ − y)², blue too high, orange too low",
  outputShown: "Output shown",
  classOf: (label: number) => `Class ${label}`,
  valueOf: (output: number) => `Value ${output}`,
  neuronLines: "Lines of the last hidden layer’s neurons (z = 0)",
  axisAcross: "Across",
  axisUp: "Upward",
  fieldOfClasses: "Class: the hue of the most probable",
  confidenceOfClasses: "Confidence (p − 1/K) / (1 − 1/K) of the most probable",
  ofTrained: (correct: number, trained: number) => `${correct} of ${trained}`,
  without: (neuron: number) => `without neuron ${neuron},`,
  rmseIs: "RMSE",
  fieldClass: "Class: orange 0, blue 1",
  fieldConfidence: "Confidence |2ŷ − 1|",
  showPointsAsTable: "Show points as table",
  howBoundaryIsDrawn: "How the boundary is drawn",
  field: "Field",
  resolution: "Resolution",
  correct: "correct",
};
