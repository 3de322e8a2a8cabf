/**
 * The recording of a training loop that is open, and what is looked at in it. A store of its own, which the first view
 * doesn't load. Index i stands for the i-th update in the file.
 */
import type { Experiment, QuantityId, Result } from "@neural-viz/engine";
import { messages } from "#text/ownCode";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { connectReview, type ReviewConnection } from "../../worker/review/client.ts";
import type { Line, Pair, Review, UpdateReview } from "../../worker/review/protocol.ts";
import { store as app } from "../store.ts";
import { closePanel, widenPanel } from "../panels/open.ts";
import { openExperiment } from "../setup/setups.ts";
import { keepRecording, keptRecording } from "./kept.ts";

/** A recording that was read. */
export interface OpenRecording {
  readonly name: string;
  readonly review: Review;
  /** Whether it was open before a reload. */
  readonly restored: boolean;
}

export interface ReviewState {
  /** The file that is being read, and the share of it that has been. */
  readonly reading: { readonly name: string; readonly share: number } | undefined;
  /** Why a file couldn't be read, or the recording couldn't be opened in the playground. */
  readonly problem: { readonly name: string | undefined; readonly why: string } | undefined;
  /** The file that was too large to keep over a reload. */
  readonly lost: string | undefined;
  readonly open: OpenRecording | undefined;
  /** Whether the learner has found the first wrong number, or asked for it. */
  readonly shown: boolean;
  /** The update that is shown. */
  readonly index: number;
  readonly update: UpdateReview | undefined;
  /** The differing number that is shown, and where ours comes from; undefined until that is computed. */
  readonly pair: Pair | undefined;
  readonly lines: readonly Line[] | undefined;
}

const nothing: ReviewState = {
  reading: undefined,
  problem: undefined,
  lost: undefined,
  open: undefined,
  shown: false,
  index: 0,
  update: undefined,
  pair: undefined,
  lines: undefined,
};

const store = createStore<ReviewState>(() => nothing);
const { getState, setState } = store;

export function useReview<T>(select: (state: ReviewState) => T): T {
  return useStore(store, select);
}

/** The worker of the open recording, and that of the file being read. */
let connection: ReviewConnection | undefined;
let next: ReviewConnection | undefined;

/** Reads a recording. What was open stays until it has been read. */
export async function openRecording(file: File): Promise<void> {
  await read(file, file.name, undefined);
}

/** What is kept of a recording over a reload. */
interface Kept {
  readonly shown: boolean;
  readonly index: number;
}

async function read(file: Blob, name: string, kept: Kept | undefined): Promise<void> {
  next?.close();
  const mine = connectReview(
    (share) => {
      if (next === mine) setState({ reading: { name, share } });
    },
    () => {
      if (next === mine) cancelReading();
      if (connection === mine) closeRecording();
      setState({ problem: { name, why: messages.broke } });
    },
  );
  next = mine;
  setState({ reading: { name, share: 0 }, problem: undefined });
  const found = await mine.ask({ kind: "read", file });
  if (next !== mine) return;
  next = undefined;
  if (!found.ok) {
    mine.close();
    setState({ reading: undefined, problem: { name, why: found.why.text } });
    return;
  }
  connection?.close();
  connection = mine;
  const { value: review } = found;
  if (kept === undefined && app.getState().panel?.name === "ownCode") widenPanel(true);
  const first = firstOf(review);
  setState({
    ...nothing,
    open: { name, review, restored: kept !== undefined },
    shown: kept?.shown ?? review.comparison.agrees,
    index: Math.min(kept?.index ?? first, review.ts.length - 1),
  });
  await Promise.all([chooseUpdate(getState().index), keepRecording(name, file, stateToKeep)]);
}

const stateToKeep = (): Kept => ({ shown: getState().shown, index: getState().index });

/** The index of the first update with a wrong number; 0 if there is none. */
function firstOf({ comparison, ts }: Review): number {
  return comparison.first === undefined ? 0 : Math.max(0, ts.indexOf(comparison.first.t));
}

export function cancelReading(): void {
  next?.close();
  next = undefined;
  setState({ reading: undefined });
}

export function closeRecording(): void {
  connection?.close();
  connection = undefined;
  setState(nothing);
  void keepRecording(undefined, undefined, stateToKeep);
}

/** Opens what was open before a reload. */
export function restoreRecording(): void {
  const { open, reading } = getState();
  const kept = open === undefined && reading === undefined ? keptRecording() : undefined;
  if (kept === undefined) return;
  const { name, text, shown, index } = kept;
  if (text === undefined) setState({ lost: name });
  else void read(new Blob([text]), name, { shown, index });
}

/** Shows an update, and of its differing numbers the first. */
export async function chooseUpdate(index: number): Promise<void> {
  const { open } = getState();
  const asked = connection;
  if (open === undefined || asked === undefined) return;
  setState({ index });
  const update = await asked.ask({ kind: "update", index });
  if (connection !== asked || getState().index !== index) return;
  const { first } = open.review.comparison;
  const pair = first?.t === update.t ? first : update.differences[0];
  setState({ update, pair: undefined, lines: undefined });
  if (pair !== undefined) await choosePair(pair);
  void keepRecording(open.name, undefined, stateToKeep);
}

/** Shows where our number comes from. */
export async function choosePair({ stage, id, yours, ours }: Pair): Promise<void> {
  const { index } = getState();
  const asked = connection;
  if (asked === undefined) return;
  const pair = { stage, id, yours, ours };
  setState({ pair, lines: undefined });
  const lines = await asked.ask({ kind: "explain", index, pair });
  if (getState().pair === pair) setState({ lines });
}

/** Shows the first wrong number. */
export function showFirst(): void {
  setState({ shown: true });
  const { open } = getState();
  if (open !== undefined) void keepRecording(open.name, undefined, stateToKeep);
}

/** Opens the experiment from before an update in the playground, in place of the tool; true if it did. */
export async function openInPlayground(index: number, inspect?: QuantityId): Promise<boolean> {
  const found = await connection?.ask({ kind: "experiment", index });
  return found !== undefined && openFound(found, 0, inspect);
}

/** Opens the recorded run at update t; returns whether it could. */
export async function openAsRecorded(t: number): Promise<boolean> {
  const found = await connection?.ask({ kind: "recorded" });
  return found !== undefined && openFound(found, t);
}

function openFound(found: Result<Experiment>, t: number, inspect?: QuantityId): boolean {
  if (!found.ok) {
    setState({ problem: { name: undefined, why: found.why.text } });
    return false;
  }
  const { run } = app.getState();
  openExperiment({ experiment: found.value, t, inspect });
  // Unless the address locks what it would change.
  const opened = app.getState().run !== run;
  if (opened) closePanel();
  return opened;
}
