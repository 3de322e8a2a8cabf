/** How the network folds the inputs: the square with its regions, the folded sheet, and the map of one region. */
import { features, type Network, whyNoRegions } from "@neural-viz/engine";
import { useMemo, useState } from "react";
import { networkOf } from "../../store/derived.ts";
import { MANY_NUMBERS } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { Disclosure } from "../../ui/kit/Disclosure.tsx";
import { Frame } from "../../ui/plot/Frame.tsx";
import { unitSymbol } from "../../ui/quantity/names.ts";
import { ActiveNetwork } from "./ActiveNetwork.tsx";
import { AxisChoices, Choices } from "./Choices.tsx";
import { type Look, foldingOf, meshOf } from "./fold.ts";
import { FoldedView, type Names } from "./FoldedView.tsx";
import { HingeCaption } from "./HingeCaption.tsx";
import { InputSquare, TagShape } from "./InputSquare.tsx";
import { Motion } from "./Motion.tsx";
import { ThreeView } from "./ThreeView.tsx";
import { RegionCard } from "./RegionCard.tsx";
import { RegionTable } from "./RegionTable.tsx";
import { scoreName } from "./score.ts";
import { useActive } from "./useActive.ts";
import { useFold } from "./useFold.ts";
import { useLagging } from "./useLagging.ts";
import { useLook, useScore } from "./useLook.ts";
import { useMorph } from "./useMorph.ts";
import { messages } from "#text/fold";
import * as styles from "./Fold.module.css";

export function View() {
  const run = useApp((state) => state.run);
  const network = useApp(networkOf);
  const why = whyNoRegions(network);
  const curved = network.features.some((name) => features[name].raw === undefined);
  return (
    <div className={styles.body}>
      {why !== undefined && <p className={styles.why}>{messages.noRegions(why)}</p>}
      {!curved && <FoldOfRun key={run} network={network} />}
    </div>
  );
}

function FoldOfRun({ network }: { network: Network }) {
  const [score] = useScore(network);
  const look = useLook(network, score);
  const fold = useFold(score);
  // The card and the list may be a moment behind the pictures while a hinge is dragged.
  const later = useLagging(fold, 2 * MANY_NUMBERS);
  const { params, section, regions, sheet, lines } = fold;
  const mesh = useMemo(() => meshOf(section), [section]);
  const folding = useMemo(
    () => (look.kind === "three" ? undefined : foldingOf(network, params, section, look, mesh)),
    [network, params, section, look, mesh],
  );
  const morph = useMorph();
  const [hovered, setHovered] = useState<number>();
  const active = useActive();
  if (!params.every(Number.isFinite)) return <p className={styles.why}>{messages.notFinite}</p>;
  const count = regions.length;
  // The network shows the region under the pointer, else the selected one.
  const region = regions[hovered ?? fold.selected];
  const { fanOut } = network.layers[0]!;
  const crossing = new Set(sheet.hinges.filter(({ layer }) => layer === 1).map(({ unit }) => unit)).size;
  const flat = count > 0 && network.layers.length > 1 && 2 * crossing < fanOut;
  return (
    <>
      {flat && <p className={styles.why}>{messages.flat(crossing, fanOut)}</p>}
      <div className={styles.views}>
        {region !== undefined && (
          <>
            <div className={`${styles.head} ${styles.beside}`}>
              <h3>{messages.network}</h3>
              {hovered === undefined ? messages.lit : messages.litHere(hovered + 1)}
            </div>
            <div className={styles.beside}>
              <ActiveNetwork network={network} params={params} active={region.active} />
            </div>
            <div className={styles.beside} />
          </>
        )}
        <div className={styles.head}>
          <h3>{messages.inputs(section.axes.length, section.base.length)}</h3>
          {count > 0 && (
            <span className={styles.count}>
              {hovered === undefined ? messages.regions(count) : messages.regionOf(hovered + 1, count)}
            </span>
          )}
          {(count > 1 || lines.length > 0) && <Key layer={count > 1 ? look.layer : 1} />}
        </div>
        <Frame className={styles.frame}>
          {(size) => (
            <InputSquare
              {...size}
              fold={fold}
              layer={look.layer}
              hovered={hovered}
              onHover={setHovered}
              active={active}
            />
          )}
        </Frame>
        <HingeCaption
          fold={fold}
          unit={active.unit}
          later={sheet.hinges.some((hinge) => hinge.layer > 1 && hinge.layer <= look.layer)}
        />
        <div className={styles.head}>
          <h3>{messages.foldedTitle}</h3>
          <Choices network={network} look={look} />
        </div>
        <Frame className={styles.frame}>
          {(size) =>
            look.kind === "three" ? (
              <ThreeView {...size} fold={fold} look={look} share={morph.share} hovered={hovered} />
            ) : (
              <FoldedView
                {...size}
                fold={fold}
                folding={folding!}
                names={namesOf(network, look)}
                layer={look.layer}
                share={morph.share}
                hovered={hovered}
                title={messages.sheetAfter(look.layer, look.kind === "edge")}
              />
            )
          }
        </Frame>
        <div className={styles.note}>
          <AxisChoices network={network} look={look} />
          {morph.share > 0 && morph.share < 1 ? messages.between : noteOf(look, scoreName(network, score))}
        </div>
      </div>
      <Motion morph={morph} />
      {count > 0 && (
        <>
          <RegionCard fold={later} output={score.output} />
          <Disclosure label={messages.list}>
            <RegionTable fold={later} output={score.output} onHover={setHovered} />
          </Disclosure>
        </>
      )}
    </>
  );
}

/** What a view shows. */
function noteOf(look: Look, z: string): string | undefined {
  if (look.kind === "edge") return messages.acrossIs(look.layer, z);
  return look.kind === "three" ? messages.turnIt : undefined;
}

/** The names of the axes of a view. */
function namesOf(network: Network, look: Exclude<Look, { kind: "three" }>): Names {
  if (look.kind === "edge") {
    const up = scoreName(network, look.score);
    const { classifies } = network.head;
    return { across: undefined, up, cut: classifies ? messages.cut(up) : messages.zero(up) };
  }
  const name = (unit: number): string => unitSymbol(network, look.layer, unit).plain;
  return { across: name(look.across), up: look.up === undefined ? undefined : name(look.up), cut: undefined };
}

/** What the tags of the hinges mean. */
function Key({ layer }: { layer: number }) {
  return (
    <span className={styles.key} aria-hidden="true">
      {Array.from({ length: Math.min(2, layer) }, (_, l) => (
        <span key={l}>
          <svg width="18" height="18" viewBox="-9.5 -9.5 19 19">
            <TagShape layer={l + 1} unit={l + 1} />
          </svg>
          {l === 0 ? messages.straight : messages.bent(layer)}
        </span>
      ))}
    </span>
  );
}
