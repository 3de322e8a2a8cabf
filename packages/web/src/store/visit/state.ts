/** Where on the page one is, and what one has been told. */
import type { Scene, QuantityId } from "@neural-viz/engine";
import type { Lock } from "../setup/locks.ts";
import type { Route } from "./route.ts";

/** What could not be opened, and why. */
export interface Damage {
  readonly what: "link" | "file" | "address";
  readonly why: string;
}

/** What a lock of the address did not allow. */
export interface Refusal {
  readonly what: "lock";
  readonly why: Lock;
}

/** A question that is open: what would give its answer away is locked until there is one. */
export interface OpenQuestion {
  /** Whether it is answered by pressing a number, and which was pressed. */
  readonly pick: boolean;
  readonly picked: QuantityId | undefined;
}

export interface VisitState {
  /** Which page is shown. */
  readonly route: Route;
  /** The scenes of a talk, and which of them is shown, from 0; undefined when none is. */
  readonly scenes: readonly Scene[];
  readonly scene: number | undefined;
  /** The lesson's question, while it is open. */
  readonly question: OpenQuestion | undefined;
  /** Why a link or a file could not be opened, or what could not be done. */
  readonly damage: Damage | Refusal | undefined;
  /** Whether training runs in the page itself because no worker could be started, and the person has not taken note. */
  readonly inPage: boolean;
  /** A newer version of the page is ready; this takes it, in place of the page. */
  readonly newVersion: { readonly take: () => void } | undefined;
}

/** A page that was just opened at an address. */
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
