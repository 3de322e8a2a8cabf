/**
 * The smallest and largest loss of every block of epochs, so that a curve of millions of epochs is drawn from a few
 * thousand numbers. Only the drawing is thinned out; the history has every epoch.
 */
import type { History } from "@neural-viz/engine";

/** Epochs per block. */
const STRETCH = 256;

interface Envelope {
  readonly low: number[];
  readonly high: number[];
}

const envelopes = new WeakMap<History, Envelope>();

/** The envelope of a history's full blocks, continued from the last call. */
function envelopeOf(history: History): Envelope {
  const envelope = envelopes.get(history) ?? { low: [], high: [] };
  envelopes.set(history, envelope);
  // The last block may still change: an edit at the last epoch changes its loss.
  const full = Math.floor((history.length - 1) / STRETCH);
  for (let i = envelope.low.length; i < full; i++) {
    let low = Infinity;
    let high = -Infinity;
    for (const loss of history.view(i * STRETCH).subarray(0, STRETCH)) {
      if (!Number.isFinite(loss)) continue;
      low = Math.min(low, loss);
      high = Math.max(high, loss);
    }
    envelope.low.push(low);
    envelope.high.push(high);
  }
  return envelope;
}

/**
 * One column of the picture: the finite losses of its epochs are between low and high. If there are none, high isn't
 * finite.
 */
export interface Column {
  readonly epoch: number;
  readonly low: number;
  readonly high: number;
}

/** The history in about `columns` columns at most; one per epoch if there is room. */
export function columnsOf(history: History, columns: number): Column[] {
  const { length } = history;
  if (length <= columns * 2) {
    return Array.from(history.view(), (loss, epoch) => ({ epoch, low: loss, high: loss }));
  }
  const losses = history.view();
  const { low, high } = envelopeOf(history);
  const result: Column[] = [];
  const width = widthOf(length / columns);
  for (let from = 0; from < length; from += width) {
    const to = Math.min(length, from + width);
    let least = Infinity;
    let most = -Infinity;
    let epoch = from;
    while (epoch < to) {
      const stretch = epoch / STRETCH;
      const whole = epoch % STRETCH === 0 && epoch + STRETCH <= to && stretch < low.length;
      const lowest = whole ? low[stretch]! : losses[epoch]!;
      const highest = whole ? high[stretch]! : losses[epoch]!;
      // The run diverges within this column, but what came before is still drawn.
      if (lowest < least && lowest > -Infinity) least = lowest;
      if (highest > most && highest < Infinity) most = highest;
      epoch += whole ? STRETCH : 1;
    }
    result.push({ epoch: from, low: least, high: most });
  }
  const now = history.at(length - 1)!;
  result.push({ epoch: length - 1, low: now, high: now });
  return result;
}

/** Epochs per column. Wide columns are whole blocks. */
function widthOf(epochs: number): number {
  if (epochs < 4 * STRETCH) return Math.max(1, Math.round(epochs));
  return STRETCH * Math.round(epochs / STRETCH);
}
