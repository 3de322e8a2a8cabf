import { useId, useRef, type ReactNode } from "react";
import { ErrorBoundary } from "../ui/kit/ErrorBoundary.tsx";
import type { AreaName, Placement } from "./placement.ts";
import { messages } from "#text/app";
import * as styles from "./Area.module.css";

/** The content of an area of the page. */
export interface AreaContent {
  /** Another title than the usual one. */
  readonly title?: string;
  /** To the right of the heading: the area's own tools, or its most important number. */
  readonly head?: ReactNode;
  /** Rendered in a box of fixed size (see `useSize`), which it must not outgrow. */
  readonly body: ReactNode;
}

interface AreaProps {
  name: AreaName;
  title: string;
  placement: Placement;
  content: AreaContent;
  /** In the small placements the area is a picture. A press swaps it with the large one. */
  onEnlarge?: () => void;
}

/** One region of the page, with its heading. Errors inside stay inside. */
export function Area({ name, title, placement, content, onEnlarge }: AreaProps) {
  const id = useId();
  const section = useRef<HTMLElement>(null);
  return (
    <section
      ref={section}
      tabIndex={-1}
      className={styles.area}
      data-area={name}
      data-placement={placement}
      aria-labelledby={id}
    >
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        <div className={styles.tools}>{content.head}</div>
      </div>
      <div className={styles.frame} data-picture={title}>
        <div className={styles.body} inert={onEnlarge !== undefined}>
          <ErrorBoundary area={title}>{content.body}</ErrorBoundary>
        </div>
        {onEnlarge !== undefined && (
          <button
            type="button"
            className={styles.enlarge}
            aria-label={messages.enlarge(title)}
            onClick={() => {
              section.current!.focus(); // the button disappears, so move the focus
              onEnlarge();
            }}
          />
        )}
      </div>
    </section>
  );
}
