import { useState, type ReactNode } from "react";
import { ErrorBoundary } from "../ui/kit/ErrorBoundary.tsx";
import { Area, type AreaContent } from "./Area.tsx";
import { Bar } from "./Bar.tsx";
import {
  inspectorPlacement,
  phonePlacement,
  readingOrder,
  type AreaName,
  type Placement,
} from "./placement.ts";
import { SkipLink } from "./SkipLink.tsx";
import { SetupColumn, SetupRail, SetupSheet, type SetupContent } from "./Setup.tsx";
import { useLayout } from "./useLayout.ts";
import { messages } from "#text/app";
import * as styles from "./Shell.module.css";

interface ShellProps {
  /** Embedded in another page: no header. */
  embed: boolean;
  /** In front of a class: large, and turned with a clicker. */
  presenter: boolean;
  /** More buttons for the whole page, to the left of Theme. */
  bar?: ReactNode;
  /** What there is to see now, in a sentence or two. */
  sentence: ReactNode;
  setup: SetupContent;
  /** The open lesson, if any: instead of the setup, on a phone above everything. */
  lesson?: ReactNode;
  network: AreaContent;
  boundary: AreaContent;
  loss: AreaContent;
  /** The inspector, if it is open: below boundary and loss, which become small. */
  inspector?: ReactNode;
  /** The explained step, if any: below the network, which becomes smaller. */
  step?: ReactNode;
  /** The open tool: instead of the network, below it, or across the whole width. */
  panel?: { readonly placement: "instead" | "under" | "wide"; readonly body: ReactNode };
  /** On a phone: below the large picture. */
  strip?: ReactNode;
  /** On a phone: the area that is large. */
  large?: AreaName | undefined;
  /** On a phone: buttons to the left of Setup that don't fit into the bottom bar. */
  actions?: ReactNode;
  controls: {
    /** Train, Step, Reset. */
    readonly buttons: ReactNode;
    /** Takes the remaining room; on a phone the whole first row. */
    readonly track: ReactNode;
    /** Epoch and speed. */
    readonly pace: ReactNode;
  };
}

const titles: Record<AreaName, string> = {
  network: messages.network,
  boundary: messages.decisionBoundary,
  loss: messages.loss,
};

/** Lays out the parts of the page on a desktop, a tablet and a phone. Knows their names, not what they do. */
export function Shell({
  embed,
  presenter,
  bar,
  sentence,
  setup,
  lesson,
  inspector,
  step,
  panel,
  strip,
  large,
  actions,
  controls,
  ...areas
}: ShellProps) {
  const layout = useLayout();
  const [enlarged, setEnlarged] = useState<AreaName>("network");

  const asked = inspector !== undefined;
  const stepping = step !== undefined;
  const placementOf = (name: AreaName): Placement => {
    if (layout === "phone")
      return phonePlacement(name, asked || stepping || panel !== undefined ? "network" : (large ?? enlarged));
    return asked || (presenter && stepping) ? inspectorPlacement(name) : name;
  };
  const placements = {
    network: placementOf("network"),
    boundary: placementOf("boundary"),
    loss: placementOf("loss"),
  };

  const lessonArea = lesson !== undefined && (
    <aside className={styles.lesson} aria-label={messages.lesson}>
      <ErrorBoundary area={messages.theLesson}>{lesson}</ErrorBoundary>
    </aside>
  );

  return (
    <div
      className={styles.shell}
      data-layout={layout}
      data-embed={embed || undefined}
      data-presenter={(presenter && layout !== "phone") || undefined}
      data-asked={asked || undefined}
      data-step={stepping || undefined}
      data-panel={panel?.placement}
      data-lesson={lesson !== undefined || undefined}
      data-large={large}
    >
      <SkipLink>{messages.skipToThePlayground}</SkipLink>
      {!embed && <Bar>{bar}</Bar>}
      <main id="main" tabIndex={-1} className={styles.main}>
        <div className={styles.sentence}>
          <ErrorBoundary area={messages.theSentence}>{sentence}</ErrorBoundary>
        </div>
        {layout === "phone" && lessonArea}
        <div className={styles.work}>
          <div className={styles.columns}>
            {layout !== "phone" && lessonArea}
            {lesson === undefined && layout === "desktop" && <SetupColumn setup={setup} />}
            {lesson === undefined && layout === "tablet" && <SetupRail setup={setup} />}
            {readingOrder(placements).map((name) => (
              <Area
                key={name}
                name={name}
                title={areas[name].title ?? titles[name]}
                placement={placements[name]}
                content={areas[name]}
                {...(layout === "phone" &&
                !asked &&
                !stepping &&
                (placements[name] === "thumb" || placements[name] === "wide")
                  ? { onEnlarge: () => setEnlarged(name) }
                  : {})}
              />
            ))}
            {panel !== undefined && (
              <div className={styles.panel}>
                <ErrorBoundary area={messages.thisTool}>{panel.body}</ErrorBoundary>
              </div>
            )}
            {stepping && (
              <div className={styles.step}>
                <ErrorBoundary area={messages.theExplainedStep}>{step}</ErrorBoundary>
              </div>
            )}
            {asked && (
              <div className={styles.inspector}>
                <ErrorBoundary area={messages.theInspector}>{inspector}</ErrorBoundary>
              </div>
            )}
            {layout === "phone" && strip !== undefined && !asked && !stepping && panel === undefined && (
              <div className={styles.strip}>
                <ErrorBoundary area={messages.theStrip}>{strip}</ErrorBoundary>
              </div>
            )}
            {layout === "phone" && (
              <aside className={styles.actions} aria-label={messages.setUp}>
                {actions}
                {lesson === undefined && <SetupSheet setup={setup} />}
              </aside>
            )}
          </div>
        </div>
      </main>
      <section className={styles.controls} aria-label={messages.controls}>
        <ErrorBoundary area={messages.controls}>
          <div className={styles.buttons}>{controls.buttons}</div>
          <div className={styles.track}>{controls.track}</div>
          <div className={styles.pace}>{controls.pace}</div>
        </ErrorBoundary>
      </section>
    </div>
  );
}
