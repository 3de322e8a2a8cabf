/**
 * What a kernel is: the passes over many samples, with all the memory they need. The definition of every number they find
 * is trace.ts, one sample at a time in plain loops; a kernel finds the same bits, faster.
 */
import type { Columns } from "../math/classes.ts";
import type { Network } from "./network.ts";

/** The samples of a pass. */
export interface Batch {
  readonly count: number;
  /** The network's inputs: one array for each feature. */
  readonly features: Columns;
  /** One array for each output: labels 0 and 1, one-hot classes, or values. */
  readonly targets: Columns;
}

/** A block of samples: `rows[0]` holds the inputs, `rows[l]` one row of samples for each unit of layer l. */
export type Rows = readonly Float64Array[];

/**
 * Is told of every block that went through, samples `from` … `from + samples − 1`. The last rows are z of the outputs, the
 * others activations; unit u of the block's sample s stands at [u * samples + s].
 */
export type BlockObserver = (rows: Rows, from: number, samples: number) => void;

/** What a pass forward over all samples finds. The arrays are the kernel's own and change with the next pass. */
export interface ForwardEvaluator {
  /** Passes all samples forward at these parameters. */
  evaluate(params: Float64Array): void;
  /** L, the mean of ℓ over the samples. */
  readonly loss: number;
  /** The outputs of every sample: ŷ, or a probability for each class. */
  readonly outputs: Columns;
  /** How many samples are classified correctly; undefined where the targets are values. */
  readonly correct: number | undefined;
  /** The smallest confidence of any sample; 1 where the head has none. */
  readonly leastConfidence: number;
}

/** The same with the way back. */
export interface Evaluator extends ForwardEvaluator {
  /** ∂L/∂w of every parameter, in the order of the parameters. */
  readonly gradient: Float64Array;
}

/** Passes over many samples. Each keeps the memory it needs and allocates nothing while it runs. */
export interface Kernel {
  /** Forward, loss and backward over all samples of a batch. */
  readonly evaluator: (network: Network, batch: Batch) => Evaluator;
  /** Forward and loss. */
  readonly forwardEvaluator: (network: Network, batch: Batch) => ForwardEvaluator;
  /** L alone, as a function of the parameters. The samples must stay as they are. */
  readonly lossPass: (
    network: Network,
    batch: Batch,
    onBlock?: BlockObserver,
  ) => (params: Float64Array) => number;
  /** Forward alone, up to z of the outputs. */
  readonly forward: (
    network: Network,
    params: Float64Array,
    features: Columns,
    onBlock: BlockObserver,
  ) => void;
}
