/** Shows and dismisses the page's notices. */
import { store } from "../store.ts";
import type { Damage } from "./state.ts";

const { setState } = store;

/** Something could not be opened or done. */
export function sayDamage(damage: Damage): void {
  setState({ damage });
}

export function forgetDamage(): void {
  setState({ damage: undefined });
}

/** A newer version of the page is ready; undefined dismisses the notice. */
export function sayNewVersion(take: (() => void) | undefined): void {
  setState({ newVersion: take && { take } });
}

/** Training runs in the page itself, because no worker could be started. */
export function sayInPage(): void {
  setState({ inPage: true });
}

/** Dismisses that notice. */
export function forgetInPage(): void {
  setState({ inPage: false });
}
