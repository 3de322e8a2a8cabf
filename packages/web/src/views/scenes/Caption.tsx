import { leaveScenes, showScene } from "../../store/places.ts";
import { useApp } from "../../store/store.ts";
import { words } from "../../words/scenes.ts";
import { Button } from "../kit/Button.tsx";
import { ChevronLeftIcon, ChevronRightIcon, CloseIcon } from "../kit/icons.tsx";
import * as styles from "./Caption.module.css";

/** What is said of the scene that is shown, in the place of the sentence, with the ways to the others. */
export function Caption({ scene }: { scene: number }) {
  const scenes = useApp((state) => state.scenes);
  const same = useApp(({ arrived }) => arrived?.same === true);
  return (
    <div className={styles.caption}>
      <p aria-live="polite">{scenes[scene]?.caption}</p>
      <nav aria-label={words.scene(scene + 1, scenes.length)} className={styles.ways}>
        <Button
          small
          icon
          look="quiet"
          aria-label={words.previous}
          disabled={scene === 0}
          onClick={() => showScene(scene - 1)}
        >
          <ChevronLeftIcon />
        </Button>
        <span>{words.scene(scene + 1, scenes.length)}</span>
        {same && <span className={styles.same}>{words.same}</span>}
        <Button
          small
          icon
          look="quiet"
          aria-label={words.next}
          disabled={scene === scenes.length - 1}
          onClick={() => showScene(scene + 1)}
        >
          <ChevronRightIcon />
        </Button>
        <Button small icon look="quiet" aria-label={words.leave} onClick={leaveScenes}>
          <CloseIcon />
        </Button>
      </nav>
    </div>
  );
}
