import { lazy, type ReactNode, Suspense, useEffect } from "react";
import { messages } from "#text/app";
import { closePanel } from "../store/panels/open.ts";
import { sayDamage } from "../store/visit/notices.ts";
import { networkOf } from "../store/derived.ts";
import { useApp } from "../store/store.ts";
import { NetworkBody, NetworkHead } from "../areas/network/NetworkPanel.tsx";
import { type PanelName, placementOf } from "../panels/placements.ts";
import { Tools } from "../panels/Tools.tsx";
import { BoundaryBody, BoundaryHead } from "../areas/fit/BoundaryPanel.tsx";
import { Buttons, ExplainStep, Speed, Restart } from "../areas/controls/Controls.tsx";
import { Lockable } from "../areas/setup/Lockable.tsx";
import { Sentence } from "../areas/controls/Sentence.tsx";
import { Disclosure } from "../ui/kit/Disclosure.tsx";
import { fetchParts, later } from "../ui/kit/later.tsx";
import { Status } from "../areas/controls/Status.tsx";
import { Share } from "../panels/share/Share.tsx";
import { fetchUnits } from "../store/inspector/focus.ts";
import { classroomOf, type Hideable } from "./classroom.ts";
import type { SetupContent } from "./Setup.tsx";
import { Shell } from "./Shell.tsx";
import { useLayout } from "./useLayout.ts";

/** Loaded when they are first opened, because the first view doesn't need them. */
const Advice = later(async () => (await import("../areas/notices/Advice.tsx")).Advice);
const Clicker = lazy(async () => ({ default: (await import("./Clicker.tsx")).Clicker }));
const Lesson = lazy(async () => ({ default: (await import("../lessons/player/Lesson.tsx")).Lesson }));
const Caption = lazy(async () => ({ default: (await import("../panels/scenes/Caption.tsx")).Caption }));
const LessonHead = lazy(async () => ({
  default: (await import("../lessons/player/LessonHead.tsx")).LessonHead,
}));
const Inspector = later(async () => (await import("../panels/inspector/Inspector.tsx")).Inspector);
const FirstSentence = later(async () => (await import("../areas/first/FirstSentence.tsx")).FirstSentence);
const Ledgers = later(async () => (await import("../areas/first/Ledgers.tsx")).Ledgers);
const OneUpdate = later(async () => (await import("../areas/first/OneUpdate.tsx")).OneUpdate);
const LossAlong = later(async () => (await import("../areas/first/LossAlong.tsx")).LossAlong);
const SlopePicture = later(async () => (await import("../panels/inspector/SlopePicture.tsx")).SlopePicture);
const PredictedDrop = later(async () => (await import("../areas/first/PredictedDrop.tsx")).PredictedDrop);
const FoldedData = later(async () => (await import("../areas/setup/FoldedSetup.tsx")).FoldedData);
const FoldedNetwork = later(async () => (await import("../areas/setup/FoldedSetup.tsx")).FoldedNetwork);
const FoldedTraining = later(async () => (await import("../areas/setup/FoldedSetup.tsx")).FoldedTraining);
const DataSetup = later(async () => (await import("../areas/setup/DataSetup.tsx")).DataSetup);
const NetworkSetup = later(async () => (await import("../areas/setup/NetworkSetup.tsx")).NetworkSetup);
const TrainingSetup = later(async () => (await import("../areas/setup/TrainingSetup.tsx")).TrainingSetup);
const LossBody = later(async () => (await import("../areas/loss/LossPanel.tsx")).LossBody);
const LossHead = later(async () => (await import("../areas/loss/LossPanel.tsx")).LossHead);
const Epoch = later(async () => (await import("../areas/timeline/Epoch.tsx")).Epoch);
const NextEpoch = later(async () => (await import("../areas/timeline/Timeline.tsx")).NextEpoch);
const PreviousEpoch = later(async () => (await import("../areas/timeline/Timeline.tsx")).PreviousEpoch);
const Timeline = later(async () => (await import("../areas/timeline/Timeline.tsx")).Timeline);
const History = later(async () => (await import("../areas/timeline/History.tsx")).History);
const PanelFrame = later(async () => (await import("../panels/PanelFrame.tsx")).PanelFrame);
const Badge = later(async () => (await import("../areas/badge/Badge.tsx")).Badge);
const Strip = later(async () => (await import("../areas/strip/Strip.tsx")).Strip);
const Question = later(async () => (await import("../panels/step/Question.tsx")).Question);
const StepPanel = later(async () => (await import("../panels/step/StepPanel.tsx")).StepPanel);

const { embed, presenter, hidden } = classroomOf(location.search);

/** A control, unless the address hides it. */
const unlessHidden = (name: Hideable, control: ReactNode): ReactNode => !hidden.has(name) && control;

/** A part of the setup, unless the address hides it. */
function setupPart(name: keyof SetupContent, controls: ReactNode): SetupContent {
  return hidden.has(name) ? {} : { [name]: <Lockable by={[name]}>{controls}</Lockable> };
}

/** Hides what would give away the answer, while a question is open. */
function Unasked({ children }: { children: ReactNode }) {
  const asking = useApp(({ question }) => question !== undefined);
  return asking ? (
    <fieldset disabled className="locked" aria-label={messages.lockedUntilGuessed}>
      {children}
    </fieldset>
  ) : (
    children
  );
}

interface PlaygroundProps {
  /** The open lesson, and its step. */
  lesson?: { readonly name: string; readonly step: number };
}

/** The playground: every area with its content. */
export function Playground({ lesson }: PlaygroundProps) {
  const layout = useLayout();
  const phone = layout === "phone";
  const fits = useApp((state) => !networkOf(state).head.classifies);
  const asked = useApp(({ inspectorHistory }) => inspectorHistory.length > 0);
  const open = useApp(({ panel }) => panel);
  const placement = open && placementOf(open.name);
  const unknown = open !== undefined && placement === undefined ? open.name : undefined;
  useEffect(() => {
    if (unknown !== undefined) refuseTool(unknown);
  }, [unknown]);
  const stepping = useApp(({ explained }) => explained !== undefined);
  useEffect(() => {
    // Sooner or later a number or a button is pressed, and its answer must be there at once.
    void fetchParts().then(fetchUnits);
  }, []);
  // With a step, a tool or a lesson open, the network has less room.
  const watching = !stepping && placement === undefined && lesson === undefined && !presenter;
  const moment = useApp(({ first }) => first?.moment);
  const folded = moment !== undefined && layout === "desktop";
  const underNetwork =
    moment === "ledgers" ? (
      <Ledgers />
    ) : moment === "slope" ? (
      <>
        <OneUpdate />
        {phone && (
          <>
            <LossAlong picture={SlopePicture} inline />
            <PredictedDrop inline />
          </>
        )}
      </>
    ) : (
      <Strip height={layout === "desktop" ? 116 : 82} />
    );
  const talking = useApp(({ scene }) => scene !== undefined) || presenter;
  return (
    <>
      <Shell
        embed={embed}
        presenter={presenter}
        bar={
          <>
            {layout !== "desktop" && <Badge short />}
            {unlessHidden(
              "tools",
              <Unasked>
                <Tools />
              </Unasked>,
            )}
            {unlessHidden("share", <Share />)}
          </>
        }
        sentence={
          <>
            <Sentences stepping={stepping} lesson={lesson?.name} />
            <Status />
          </>
        }
        {...(lesson === undefined
          ? {}
          : {
              lesson: (
                <Suspense>
                  <Lesson key={lesson.name} name={lesson.name} step={lesson.step} />
                </Suspense>
              ),
            })}
        setup={{
          ...setupPart("data", folded ? <FoldedData /> : <DataSetup />),
          ...setupPart("network", folded ? <FoldedNetwork /> : <NetworkSetup />),
          ...setupPart(
            "training",
            <>
              {phone ? <PhoneTraining /> : folded ? <FoldedTraining /> : <TrainingSetup />}
              {layout === "desktop" && <Badge />}
            </>,
          ),
        }}
        network={{
          head: <NetworkHead />,
          body: (
            <NetworkBody
              {...(watching && !phone ? { strip: underNetwork } : {})}
              tagged={watching}
              numbers={presenter}
            >
              <Advice />
            </NetworkBody>
          ),
        }}
        boundary={
          moment === "slope" && !phone
            ? {
                title: messages.lossAlong,
                body: <LossAlong picture={SlopePicture} />,
              }
            : {
                head: <BoundaryHead />,
                body: <BoundaryBody />,
                ...(fits ? { title: messages.fit } : {}),
              }
        }
        loss={
          moment === "slope" && !phone
            ? { title: messages.howFarDoesItFall, body: <PredictedDrop /> }
            : { head: <LossHead />, body: <LossBody /> }
        }
        {...(stepping
          ? {
              step: <StepPanel />,
            }
          : {})}
        {...(open === undefined || placement === undefined
          ? {}
          : {
              panel: {
                // While the inspector is open, it needs the tool's place.
                placement: open.wide && !asked ? ("wide" as const) : placement,
                body: <PanelFrame key={open.name} name={open.name as PanelName} wide={open.wide} />,
              },
            })}
        {...(asked
          ? {
              inspector: <Inspector />,
            }
          : {})}
        {...(watching && phone
          ? {
              strip:
                moment === undefined || moment === "ask" ? (
                  <Disclosure label={messages.theStrip}>{underNetwork}</Disclosure>
                ) : (
                  underNetwork
                ),
            }
          : {})}
        large={moment === "found" || moment === "watch" || moment === "ledgers" ? "boundary" : undefined}
        actions={
          phone && (
            <>
              {unlessHidden(
                "explain",
                <Unasked>
                  <ExplainStep />
                </Unasked>,
              )}
              {unlessHidden(
                "timeline",
                <Unasked>
                  <History />
                </Unasked>,
              )}
            </>
          )
        }
        controls={{
          buttons: unlessHidden(
            "train",
            <Unasked>
              <Buttons explain={!phone && !hidden.has("explain")} />
              {!phone && !presenter && <Restart />}
            </Unasked>,
          ),
          track: unlessHidden(
            "timeline",
            <Unasked>
              {phone && <PreviousEpoch />}
              <Timeline />
              {phone && <NextEpoch />}
            </Unasked>,
          ),
          pace: (
            <>
              {!phone &&
                unlessHidden(
                  "timeline",
                  <Unasked>
                    <History />
                    {!presenter && <PreviousEpoch />}
                  </Unasked>,
                )}
              <Epoch fixed={hidden.has("timeline")} />
              {!phone &&
                !presenter &&
                unlessHidden(
                  "timeline",
                  <Unasked>
                    <NextEpoch />
                  </Unasked>,
                )}
              {!phone && unlessHidden("speed", <Speed />)}
            </>
          ),
        }}
      />
      {talking && (
        <Suspense>
          <Clicker large={presenter} />
        </Suspense>
      )}
    </>
  );
}

/** A link or an earlier visit named a tool that doesn't exist. */
function refuseTool(name: string): void {
  closePanel();
  sayDamage({ what: "address", why: messages.unknownTool(name) });
}

/** The line above everything: a step's question, a lesson's title, a scene's caption, or the status of the run. */
function Sentences({ stepping, lesson }: { stepping: boolean; lesson: string | undefined }) {
  const scene = useApp((state) => state.scene);
  const asked = useApp(({ first }) => first !== undefined);
  if (stepping) return <Question />;
  if (asked && lesson === undefined) return <FirstSentence />;
  if (lesson === undefined && scene === undefined) return <Sentence />;
  return (
    <Suspense>{lesson === undefined ? <Caption scene={scene!} /> : <LessonHead name={lesson} />}</Suspense>
  );
}

/** On a phone, what doesn't fit into the bottom bar goes with the setup. */
function PhoneTraining() {
  return (
    <>
      <TrainingSetup />
      {unlessHidden("speed", <Speed />)}
      {unlessHidden("train", <Restart />)}
    </>
  );
}
