import { type ComponentType, lazy, Suspense, useState } from "react";
import { afterFirstPaint } from "./afterFirstPaint.ts";

const parts: (() => Promise<unknown>)[] = [];

/**
 * A component that loads from its own file, for what the first view doesn't show. It renders nothing until the file
 * has loaded, and from then on renders at once.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  const fetched = async () => ({ default: (loaded ??= await load()) });
  parts.push(fetched);
  const Waiting = lazy(() => new Promise<void>(afterFirstPaint).then(fetched));
  return function Part(props: Props) {
    // The component that rendered first stays: replacing it would reset its state.
    const [Content] = useState<ComponentType<Props>>(() => loaded ?? Waiting);
    return (
      <Suspense>
        <Content {...props} />
      </Suspense>
    );
  };
}

/** How long to leave the network and the CPU to the first view, in milliseconds. A press loads its file sooner. */
const MOMENT = 1500;

/**
 * Fetches all the files, one by one while the page is idle, so that hardly anyone waits for one. A file that fails
 * now is fetched again when it is needed.
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
