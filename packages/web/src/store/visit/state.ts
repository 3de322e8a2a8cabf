/** Which page is shown, and which notices. */
import type { Linked, ParameterName, Scene, QuantityId } from "@neural-viz/engine";
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

/** Where a number stands on the network's picture: on an edge, or at a neuron, by its layer and its unit from 1. */
export type Place = ParameterName | readonly [layer: number, unit: number];

/** A number that a lesson writes on the network's picture. */
export interface Note {
  readonly on: Place;
  readonly text: string;
  /** Whether it is a factor, or what the factors so far make. */
  readonly isResult: boolean;
  /** The quantity that it is; undefined if it is computed from several. */
  readonly id: QuantityId | undefined;
}

/** How a lesson's number travels on the network's picture. */
export interface Travel {
  /** The edges it takes. */
  readonly along: readonly ParameterName[];
  /** What is written on its way, in order. */
  readonly notes: readonly Note[];
  /** The input where it ends, from 1; undefined if it ends elsewhere. */
  readonly end: number | undefined;
}

export interface VisitState {
  /** Which page is shown. */
  readonly route: Route;
  /** The scenes of a talk, and the index of the current one; undefined if none is shown. */
  readonly scenes: readonly Scene[];
  readonly scene: number | undefined;
  /** The lesson's question, while it is open. */
  readonly question: OpenQuestion | undefined;
  /** The lesson's number on the network's picture, if any. */
  readonly travel: Travel | undefined;
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
    travel: undefined,
    damage,
    inPage: false,
    newVersion: undefined,
  };
}
