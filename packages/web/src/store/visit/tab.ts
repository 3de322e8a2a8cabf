/** The number by which a tab finds what it saved (tabStorage.ts). A tab without one has nothing to restore. */

/** The key of the number in the session storage. */
export const OWN = "neural-viz.tab";

/** The number of this tab, if it has one. */
export function numberOfTab(): string | undefined {
  try {
    return sessionStorage.getItem(OWN) ?? undefined;
  } catch {
    return undefined; // the browser forbids it
  }
}
