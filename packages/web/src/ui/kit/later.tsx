import { type ComponentType, lazy, Suspense, useState } from "react";
import { afterFirstPaint } from "./afterFirstPaint.ts";

const parts: (() => Promise<unknown>)[] = [];

/**
 * A component with a file of its own, for what the first view does not show. Until the file is there nothing stands in
 * its place; from then on it appears at once, without a moment in between.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  const fetched = async () => ({ default: (loaded ??= await load()) });
  parts.push(fetched);
  const Waiting = lazy(() => new Promise<void>(afterFirstPaint).then(fetched));
  return function Part(props: Props) {
    // What stood there first stays: another component in its place would begin anew.
    const [Content] = useState<ComponentType<Props>>(() => loaded ?? Waiting);
    return (
      <Suspense>
        <Content {...props} />
      </Suspense>
    );
  };
}

/** The first view has this long to itself, in milliseconds; whoever is quicker waits for what they press. */
const MOMENT = 1500;

/**
 * Fetches all of them, one by one whenever the page has nothing else to do, so that hardly anybody waits for one. What
 * cannot be fetched now is asked for again when it is needed.
 */
export async function fetchParts(): Promise<void> {
  await new Promise((done) => setTimeout(done, MOMENT));
  for (const part of parts) {
    await idle();
    await part().catch(() => {});
  }
}

const idle = (): Promise<void> =>
  new Promise((done) => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => done());
    else setTimeout(done, MOMENT / 10);
  });
