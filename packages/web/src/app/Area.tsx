import { useId, useRef, type ReactNode } from "react";
import { ErrorBoundary } from "../ui/kit/ErrorBoundary.tsx";
import type { AreaName, Placement } from "./placement.ts";
import { messages } from "#text/app";
import * as styles from "./Area.module.css";

/** What fills an area of the page. */
export interface AreaContent {
  /** Right of the heading: the area's own tools, or its most important number. */
  readonly head?: ReactNode;
  /** Gets a box with a size of its own (see `useSize`) and must not outgrow it. */
  readonly body: ReactNode;
}

interface AreaProps {
  name: AreaName;
  title: string;
  placement: Placement;
  content: AreaContent;
  /** In the small places: the area is a picture that changes places with the large one when pressed. */
  onEnlarge?: () => void;
}

/** One region of the page, with its heading; what breaks inside stays inside. */
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
              section.current!.focus(); // the button goes, and the focus with it, unless it is taken along
              onEnlarge();
            }}
          />
        )}
      </div>
    </section>
  );
}
