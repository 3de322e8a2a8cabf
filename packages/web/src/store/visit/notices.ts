/** What the page says of itself, and that it has been read. */
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

/** A newer version of the page is ready, or the person has heard enough of it. */
export function sayNewVersion(take: (() => void) | undefined): void {
  setState({ newVersion: take && { take } });
}

/** Training runs in the page itself, for no worker could be started. */
export function sayInPage(): void {
  setState({ inPage: true });
}

/** That training runs in the page itself has been taken note of. */
export function forgetInPage(): void {
  setState({ inPage: false });
}
