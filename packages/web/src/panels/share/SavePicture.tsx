import { shapeText } from "@neural-viz/engine";
import { useState } from "react";
import { store } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { Select } from "../../ui/kit/Select.tsx";
import { whenOf } from "../../ui/quantity/status.ts";
import { networkOf, partsOf } from "../../store/derived.ts";
import { saved } from "../../ui/kit/save.ts";
import { messages } from "#text/share";
import * as styles from "./Share.module.css";

/** The parts of the page that are pictures, in reading order. They mark themselves. */
function pictures(): Map<string, HTMLElement> {
  const found = document.querySelectorAll<HTMLElement>("[data-picture]");
  return new Map([...found].map((element) => [element.dataset["picture"]!, element]));
}

/** Saves part of the page as a picture, in shapes or in pixels. */
export function SavePicture({ onSaid }: { onSaid: (said: string) => void }) {
  const [names] = useState(() => [...pictures().keys()]);
  const [name, setName] = useState(names[0] ?? "");
  const save = async (kind: "svg" | "png"): Promise<void> => {
    const element = pictures().get(name);
    if (element === undefined) return;
    const { pictureOf, pixelsOf, textOf } = await import("./picture.ts");
    const state = store.getState();
    const { dataset } = state.experiment;
    const when = whenOf(state.snapshot.t, partsOf(state).perEpoch);
    const shape = shapeText(networkOf(state));
    const picture = pictureOf(
      element,
      messages.pictureOf(name, when),
      messages.pictureShows(dataset.name, shape),
    );
    const file = `neural-viz-${name.toLowerCase().replaceAll(/\W+/g, "-")}-${state.snapshot.t}.${kind}`;
    const done =
      kind === "svg"
        ? saved(file, "image/svg+xml", textOf(picture))
        : saved(file, "image/png", new Uint8Array(await (await pixelsOf(picture)).arrayBuffer()));
    onSaid(done ? messages.savedAs(file) : messages.cannotSave);
  };
  // The picture is too large for the browser, or the browser forbids reading it back.
  const trySave = (kind: "svg" | "png"): void => void save(kind).catch(() => onSaid(messages.cannotSave));
  return (
    <>
      <Select
        label={messages.picture}
        inline
        value={name}
        options={names.map((value) => ({ value, label: value }))}
        onChange={setName}
      />
      <div className={styles.row}>
        <Button small onClick={() => trySave("svg")}>
          {messages.saveAsSvg}
        </Button>
        <Button small onClick={() => trySave("png")}>
          {messages.saveAsPng}
        </Button>
      </div>
    </>
  );
}
