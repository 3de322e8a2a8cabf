import { leaveScenes, showScene } from "../../store/visit/navigation.ts";
import { useApp } from "../../store/store.ts";
import { messages } from "#text/scenes";
import { Button } from "../../ui/kit/Button.tsx";
import { ChevronLeftIcon, ChevronRightIcon, CloseIcon } from "../../ui/kit/icons.tsx";
import * as styles from "./Caption.module.css";

/** A caption with more characters than this may need more lines than there is room for. */
const LONG = 120;

/** The caption of the current scene, instead of the sentence, with buttons to the others. */
export function Caption({ scene }: { scene: number }) {
  const scenes = useApp((state) => state.scenes);
  const caption = scenes[scene]?.caption ?? "";
  const same = useApp(({ arrived }) => arrived?.same === true);
  return (
    <div className={styles.caption}>
      <p
        aria-live="polite"
        // A long one scrolls, so that the picture keeps its room. Then the keyboard must be able to focus it.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={caption.length > LONG ? 0 : undefined}
      >
        {caption}
      </p>
      <nav aria-label={messages.scene(scene + 1, scenes.length)} className={styles.nav}>
        <Button
          small
          icon
          look="quiet"
          aria-label={messages.previous}
          disabled={scene === 0}
          onClick={() => showScene(scene - 1)}
        >
          <ChevronLeftIcon />
        </Button>
        <span>{messages.scene(scene + 1, scenes.length)}</span>
        {same && <span className={styles.same}>{messages.same}</span>}
        <Button
          small
          icon
          look="quiet"
          aria-label={messages.next}
          disabled={scene === scenes.length - 1}
          onClick={() => showScene(scene + 1)}
        >
          <ChevronRightIcon />
        </Button>
        <Button small icon look="quiet" aria-label={messages.leave} onClick={leaveScenes}>
          <CloseIcon />
        </Button>
      </nav>
    </div>
  );
}
