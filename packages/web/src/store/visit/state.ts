/** Which page is shown, and which notices. */
import type { Linked, Scene, QuantityId } from "@neural-viz/engine";
import type { Lock } from "../setup/locks.ts";
import type { Route } from "./route.ts";

/** What could not be opened, and why. */
export interface Damage {
  readonly what: "link" | "file" | "address";
  readonly why: string;
}

/** What an address contains: a location or a list of scenes, or what is wrong with it. */
export interface Addressed {
  readonly linked: Linked | undefined;
  readonly scenes: readonly Scene[] | undefined;
  readonly damage: Damage | undefined;
}

/** What a lock of the address refused. */
export interface Refusal {
  readonly what: "lock";
  readonly why: Lock;
}

/** A lesson's open question. Controls that would give away its answer are locked. */
export interface OpenQuestion {
  /** Whether it is answered by pressing a number, and which one was pressed. */
  readonly pick: boolean;
  readonly picked: QuantityId | undefined;
}

export interface VisitState {
  /** Which page is shown. */
  readonly route: Route;
  /** The scenes of a talk, and the index of the current one; undefined if none is shown. */
  readonly scenes: readonly Scene[];
  readonly scene: number | undefined;
  /** The lesson's question, while it is open. */
  readonly question: OpenQuestion | undefined;
  /** Why a link or a file could not be opened, or something could not be done. */
  readonly damage: Damage | Refusal | undefined;
  /** Whether to say that training runs in the page itself because no worker could be started. */
  readonly inPage: boolean;
  /** A newer version of the page is ready; `take` loads it. */
  readonly newVersion: { readonly take: () => void } | undefined;
}

/** The state of a page that has just been opened at an address. */
export function firstVisit(
  route: Route,
  scenes: readonly Scene[] | undefined,
  damage: Damage | undefined,
): VisitState {
  return {
    route,
    scenes: scenes ?? [],
    scene: scenes === undefined ? undefined : 0,
    question: undefined,
    damage,
    inPage: false,
    newVersion: undefined,
  };
}
