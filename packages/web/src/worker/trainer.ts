/**
 * The training loop as a function of its mailbox. It trains in short slices, so that it hears the next command soon,
 * and reports when there is something new and the page has drawn the last report.
 *
 * It knows no worker and no clock of its own: `send`, `now` and `later` come from outside, so tests drive it by hand.
 */
import { createSession, deadUnits, draw, type Session } from "@neural-viz/engine";
import type { Command, Report, Ring, Snapshot, Wanted } from "./protocol.ts";

export interface Surroundings {
  readonly send: (report: Report) => void;
  /** Milliseconds that only go forward. */
  readonly now: () => number;
  /** Calls back after at least this many milliseconds. */
  readonly later: (callback: () => void, milliseconds: number) => void;
}

/** How long one slice of training may take before the mailbox is looked at, in milliseconds. */
const SLICE = 12;
/** Cells along a side of a growth ring's field. */
const RING_SIZE = 64;

/** The epochs whose contour stays as a growth ring: 1, 2, 3, 4, 6, 8, 10, 14, …, ⌈10^(k/8)⌉. */
const RING_EPOCHS = new Set(Array.from({ length: 54 }, (_, k) => Math.ceil(10 ** (k / 8) - 1e-9)));

export function createTrainer({ send, now, later }: Surroundings): (command: Command) => void {
  let session: Session | undefined;
  let run = 0;
  let heard = 0;
  let playing = false;
  let pace = 100;
  let wanted: Wanted = { size: 40, maps: true };
  /** The page has drawn all it was sent. */
  let credit = true;
  /** Something happened since the last report. */
  let news = false;
  /** A slice is waiting for its turn; there is never more than one. */
  let scheduled = false;
  /** When the epochs of the present pace began to count, and how many have been done since. */
  let since = 0;
  let done = 0;
  let lossesSent = 0;
  let rings: Ring[] = [];

  function startCounting(): void {
    since = now();
    done = 0;
  }

  /** One epoch, with the ring it may leave. */
  function advance(current: Session): void {
    current.step();
    done += 1;
    news = true;
    if (RING_EPOCHS.has(current.t)) {
      const { boundary } = draw(current.network, current.params, RING_SIZE, false);
      rings.push({ epoch: current.t, size: RING_SIZE, boundary });
    }
    if (current.stopped !== undefined) playing = false;
  }

  function slice(): void {
    scheduled = false;
    if (session === undefined || !playing) return;
    const begin = now();
    while (playing && done < due() && now() - begin < SLICE) {
      // The clock is asked once per batch of epochs: asking costs as much as an epoch of the smallest network.
      for (let i = 0; i < 8 && playing && done < due(); i++) advance(session);
    }
    // Far behind (a suspended tab): the missing epochs are not caught up with, training goes on from here.
    if (due() - done > pace) startCounting();
    report();
    schedule();
  }

  /** How many epochs the pace has allowed so far. */
  function due(): number {
    return pace === Infinity ? Infinity : Math.floor(((now() - since) * pace) / 1000) + 1;
  }

  function schedule(): void {
    if (scheduled || !playing) return;
    scheduled = true;
    const wait = pace === Infinity ? 0 : since + (done * 1000) / pace - now();
    later(slice, Math.max(0, Math.min(wait, 1000)));
  }

  function report(): void {
    if (session === undefined || !credit || !news) return;
    credit = false;
    news = false;
    const { losses } = session;
    send({
      kind: "snapshot",
      snapshot: snapshotOf(session),
      lossesFrom: lossesSent,
      losses: losses.slice(lossesSent),
      rings,
    });
    // The last loss is sent again next time: a change at this epoch may still move it.
    lossesSent = losses.length - 1;
    rings = [];
  }

  function snapshotOf(current: Session): Snapshot {
    return {
      run,
      heard,
      changes: current.experiment.changes,
      playing,
      t: current.t,
      params: current.params.slice(),
      gradient: current.gradient.slice(),
      loss: current.loss,
      correct: current.correct,
      probability: current.probability.slice(),
      stopped: current.stopped,
      dead: deadUnits(current.network, current.params, current.samples),
      pictures: draw(current.network, current.params, wanted.size, wanted.maps),
    };
  }

  return (command) => {
    switch (command.kind) {
      case "configure":
        session = createSession(command.experiment);
        run = command.run;
        playing = command.play && session.stopped === undefined;
        lossesSent = 0;
        rings = [];
        startCounting();
        break;
      case "play":
        playing = session !== undefined && session.stopped === undefined;
        startCounting();
        break;
      case "pause":
        playing = false;
        break;
      case "step":
        playing = false;
        if (session !== undefined) advance(session);
        break;
      case "pace":
        pace = command.epochsPerSecond;
        startCounting();
        break;
      case "optimizer":
        session?.changeOptimizer(command.optimizer);
        break;
      case "training":
        session?.changeTraining(command.training);
        if (session?.stopped !== undefined) playing = false;
        break;
      case "want":
        wanted = command.wanted;
        break;
      case "drawn":
        credit = true;
        report();
        return;
    }
    heard += 1;
    news = true;
    report();
    schedule();
  };
}
