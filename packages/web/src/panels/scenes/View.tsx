/** Prepares a talk: add, caption, order, show and save scenes. */
import {
  datasets,
  idOf,
  type Network,
  plainOf,
  type Scene,
  writeScenes,
  writeScenesLink,
} from "@neural-viz/engine";
import { type FormEvent, useState } from "react";
import { currentScene, setScenes, showScene } from "../../store/visit/navigation.ts";
import { networkOf } from "../../store/derived.ts";
import { useApp } from "../../store/store.ts";
import { messages } from "#text/scenes";
import { messages as panelMessages } from "#text/panels";
import { messages as shareMessages } from "#text/share";
import { Button } from "../../ui/kit/Button.tsx";
import { copied } from "../../ui/kit/copy.ts";
import { ArrowDownIcon, ArrowUpIcon, CloseIcon, PlayIcon, RenewIcon } from "../../ui/kit/icons.tsx";
import { linkCopied } from "../../ui/kit/linkCopied.ts";
import { saved } from "../../ui/kit/save.ts";
import * as styles from "./Scenes.module.css";

export function View() {
  const scenes = useApp((state) => state.scenes);
  return (
    <div className={styles.body}>
      <Adding />
      {scenes.length === 0 ? <p className={styles.hint}>{messages.empty}</p> : <List />}
      {scenes.length > 0 && <Leaving />}
    </div>
  );
}

/** Adds the current state with a caption to the end of the list. */
function Adding() {
  const [caption, setCaption] = useState("");
  const scenes = useApp((state) => state.scenes);
  const scene = useApp((state) => state.scene);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    setScenes([...scenes, currentScene(caption)], scene);
    setCaption("");
  };
  return (
    <form className={styles.adding} onSubmit={add}>
      <input
        type="text"
        aria-label={messages.caption}
        placeholder={messages.caption}
        maxLength={1000}
        value={caption}
        onChange={({ target }) => setCaption(target.value)}
      />
      <Button small look="primary" type="submit">
        {messages.add}
      </Button>
    </form>
  );
}

function List() {
  const scenes = useApp((state) => state.scenes);
  const shown = useApp((state) => state.scene);
  const replace = (i: number, caption: string): void =>
    setScenes(scenes.with(i, { ...scenes[i]!, caption }), shown);
  /** Moves a scene in the list. The current scene stays current. */
  const move = (from: number, to: number): void => {
    const moved = scenes.with(from, scenes[to]!).with(to, scenes[from]!);
    setScenes(moved, shown === from ? to : shown === to ? from : shown);
  };
  const remove = (i: number): void =>
    setScenes(
      scenes.toSpliced(i, 1),
      shown === undefined || shown === i ? undefined : shown > i ? shown - 1 : shown,
    );
  return (
    <ol className={styles.list}>
      {scenes.map((scene, i) => (
        // Scenes have no id but their index.
        // eslint-disable-next-line react/no-array-index-key
        <li key={i} className={styles.scene} data-shown={i === shown || undefined}>
          <span className={styles.number}>{i + 1}</span>
          <input
            type="text"
            aria-label={messages.captionOf(i + 1)}
            maxLength={1000}
            value={scene.caption}
            onChange={({ target }) => replace(i, target.value)}
          />
          <span className={styles.buttons}>
            <Button small icon look="quiet" aria-label={messages.show(i + 1)} onClick={() => showScene(i)}>
              <PlayIcon />
            </Button>
            <Button
              small
              icon
              look="quiet"
              aria-label={messages.renew(i + 1)}
              title={messages.renew(i + 1)}
              onClick={() => setScenes(scenes.with(i, currentScene(scene.caption)), shown)}
            >
              <RenewIcon />
            </Button>
            <Button
              small
              icon
              look="quiet"
              aria-label={messages.up(i + 1)}
              disabled={i === 0}
              onClick={() => move(i, i - 1)}
            >
              <ArrowUpIcon />
            </Button>
            <Button
              small
              icon
              look="quiet"
              aria-label={messages.down(i + 1)}
              disabled={i === scenes.length - 1}
              onClick={() => move(i, i + 1)}
            >
              <ArrowDownIcon />
            </Button>
            <Button small icon look="quiet" aria-label={messages.remove(i + 1)} onClick={() => remove(i)}>
              <CloseIcon />
            </Button>
          </span>
          <span className={styles.what}>{whatOf(scene)}</span>
        </li>
      ))}
    </ol>
  );
}

/** What tells a scene from others: its data, network and epoch, and what is open. */
function whatOf({ experiment, t, sample, panel, step, inspect }: Scene): string {
  const tool = panel === undefined ? undefined : titleOf(panel);
  const unit = step && messages.step(step.zoom, step.unit + 1);
  const { name } = experiment.dataset;
  return messages.what(
    name === "custom" ? panelMessages.ownData.title : datasets[name].label,
    shapeOf(networkOf({ experiment })),
    messages.after(t),
    ...(tool === undefined ? [] : [tool]),
    ...(unit === undefined ? [] : [unit]),
    ...(inspect === undefined ? [] : [messages.inspector(plainOf(idOf(inspect)))]),
    ...(sample === undefined ? [] : [messages.point(sample)]),
  );
}

/** 2→4→1. */
const shapeOf = ({ layers }: Network): string =>
  [layers[0]!.fanIn, ...layers.map(({ fanOut }) => fanOut)].join("→");

/** The title of a tool, by its name. A scene may name one that this version doesn't have. */
function titleOf(name: string): string | undefined {
  const [, found] = Object.entries(panelMessages).find(([key]) => key === name) ?? [];
  return typeof found === "object" ? found.title : undefined;
}

/** Saves the scenes as a file or copies them as a link. */
function Leaving() {
  const [said, setSaid] = useState("");
  const scenes = useApp((state) => state.scenes);
  const saveFile = (): void => {
    const name = "neural-viz-scenes.json";
    setSaid(
      saved(name, "application/json", writeScenes(scenes)) ? messages.saved(name) : shareMessages.cannotSave,
    );
  };
  const copy = async (): Promise<void> => {
    const address = new URL(location.href);
    address.hash = writeScenesLink(scenes);
    const { href } = address;
    setSaid((await copied(href)) ? linkCopied(href) : shareMessages.cannotCopy(href));
  };
  return (
    <div className={styles.leaving}>
      <Button small onClick={saveFile}>
        {messages.saveFile}
      </Button>
      <Button small onClick={() => void copy()}>
        {messages.copyLink}
      </Button>
      <p aria-live="polite">{said}</p>
      <p className={styles.hint}>{messages.keys}</p>
    </div>
  );
}
