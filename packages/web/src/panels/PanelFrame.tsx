import { type KeyboardEvent, Suspense } from "react";
import { closePanel, widenPanel } from "../store/panels/open.ts";
import { Button } from "../ui/kit/Button.tsx";
import { CloseIcon } from "../ui/kit/icons.tsx";
import { later } from "../ui/kit/later.tsx";
import { messages } from "#text/panels";
import { panels } from "./index.ts";
import * as styles from "./Panel.module.css";
import { type PanelName, placements } from "./placements.ts";

const DamageNotice = later(async () => (await import("../areas/notices/DamageNotice.tsx")).DamageNotice);

/** The frame of an open tool: its title, its width, and a button to close it. Escape closes it, too. */
export function PanelFrame({ name, wide }: { name: PanelName; wide: boolean }) {
  const { title, asks, View } = panels[name];
  const press = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    closePanel();
  };
  return (
    // Tab reaches its parts as usual; Escape is one more way to leave them.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className={styles.panel} aria-label={title} data-picture={title} onKeyDown={press}>
      <header className={styles.head}>
        <h2>{title}</h2>
        <p>{asks}</p>
        <Button look="quiet" small className={styles.widen} onClick={() => widenPanel(!wide)}>
          {wide ? messages.shrink : messages.expand}
        </Button>
        <Button look="quiet" small icon aria-label={messages.close(title)} onClick={closePanel}>
          <CloseIcon />
        </Button>
      </header>
      {(wide || placements[name] === "instead") && <DamageNotice />}
      <Suspense fallback={<p className={styles.loading}>{messages.loading}</p>}>
        <View />
      </Suspense>
    </section>
  );
}
