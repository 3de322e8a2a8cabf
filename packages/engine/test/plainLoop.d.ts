/** A training loop in plain JavaScript, written from the definitions: one hidden layer of tanh, a sigmoid, cross-entropy. */
/** What a loop may do wrong. Each gets what the right loop would use. */
export interface Spoiled {
  readonly loss?: (loss: number, t: number) => number;
  readonly gradient?: (gradient: number[], t: number) => number[];
  readonly step?: (step: number[], t: number) => number[];
  readonly between?: (parameters: number[], t: number) => number[];
}
/** The first line. */
export declare const plainHead: {
  format: string;
  version: number;
  dtype: string;
  network: {
    inputs: number;
    hidden: {
      units: number;
      activation: string;
    }[];
    outputs: number;
    output: {
      activation: string;
      loss: string;
    };
  };
  optimizer: {
    name: string;
    learningRate: number;
    momentum: number;
  };
  data: {
    inputs: (-0.9 | -0.7 | -0.4 | -0.2 | 0.1 | 0.3 | 0.5 | 0.6 | 0.8 | 0.9)[][];
    targets: (0 | 1)[][];
  };
};
/** The lines of a run of `updates` updates with momentum. */
export declare function plainLoop(updates: number, spoiled?: Spoiled): Record<string, unknown>[];
/** The text of a recording. */
export declare const textOf: (lines: readonly object[]) => string;
