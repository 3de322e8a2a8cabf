import type { ReactNode } from "react";
import { sentence } from "./sentence.ts";

export const words = {
  // SampleTable
  point: "Point",
  confidence: "Confidence",
  right: "Right",
  allPoints: "All points",
  pointOf: (s: number) => `Point ${s}`,
  heldOut: " held out",
  yes: "yes",
  no: "✕ no",

  // View
  totals: (
    t: number,
    L: ReactNode,
    loss: ReactNode,
    n: number,
    trained: ReactNode,
    correct: number,
    share: ReactNode,
  ) =>
    sentence`After ${t} updates: ${L} = ${loss} over ${n} points${trained}; ${correct} of ${n} on the right side, a share of ${share}.`,
  trainedOn: " trained on",
  onePoint: "One point",
  answer: (probability: ReactNode, says: number, confidence: ReactNode, label: number, verdict: ReactNode) =>
    sentence`ŷ = ${probability}, so it says class ${says} with confidence ${confidence}. The label is ${label}: ${verdict}.`,
  verdictRight: "right",
  verdictWrong: "wrong",
  output: "Output",
  layer: (layer: number) => `Layer ${layer}`,
  price: "Price",
  priceBinaryCrossEntropy: "Price: binary cross-entropy",
  fromZ: (formula: ReactNode) => sentence`${formula}, computed from z:`,
};
