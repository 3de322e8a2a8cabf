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

/** Fetches all of them, so that nobody waits for one; what cannot be fetched now is asked for again when it is needed. */
export function fetchParts(): void {
  for (const part of parts) part().catch(() => {});
}
