import { lazy, type ReactNode, Suspense, useEffect } from "react";
import { attach, fail, receive } from "../store/actions.ts";
import { useApp } from "../store/store.ts";
import { Badge } from "../views/check/Badge.tsx";
import { Inspector } from "../views/inspector/Inspector.tsx";
import { NetworkBody, NetworkHead } from "../views/network/NetworkPanel.tsx";
import { PanelFrame } from "../views/panels/PanelFrame.tsx";
import { panels } from "../views/panels/index.ts";
import { Tools } from "../views/panels/Tools.tsx";
import { BoundaryBody, BoundaryHead } from "../views/playground/BoundaryPanel.tsx";
import { Buttons, Epoch, ExplainStep, Speed, StartOver } from "../views/playground/Controls.tsx";
import { DataSetup } from "../views/playground/DataSetup.tsx";
import { LossBody, LossHead } from "../views/playground/LossPanel.tsx";
import { NetworkSetup } from "../views/playground/NetworkSetup.tsx";
import { Sentence } from "../views/playground/Sentence.tsx";
import { Status } from "../views/playground/Status.tsx";
import { TrainingSetup } from "../views/playground/TrainingSetup.tsx";
import { History } from "../views/timeline/Branches.tsx";
import { NextEpoch, PreviousEpoch, Timeline } from "../views/timeline/Timeline.tsx";
import { Share } from "../views/share/Share.tsx";
import { useOpening } from "../views/share/useOpening.ts";
import { Question } from "../views/step/Question.tsx";
import { connect } from "../worker/client.ts";
import { classroomOf, type Hideable, type Lockable, reportHeight } from "./classroom.ts";
import { Shell } from "./Shell.tsx";
import { useLayout } from "./useLayout.ts";
import { words } from "../words/app.ts";

/** Loaded when it is first opened: the first view has no use for it. */
const StepPanel = lazy(async () => ({ default: (await import("../views/step/StepPanel.tsx")).StepPanel }));

const { embed, presenter, hidden, locked } = classroomOf(location.search);

/** A control, unless the address hides it. */
const unlessHidden = (name: Hideable, control: ReactNode): ReactNode => !hidden.has(name) && control;

/** A part of the set-up, unless the address hides it; what it locks is seen and does nothing. */
function setupPart(name: Lockable, controls: ReactNode): Partial<Record<Lockable, ReactNode>> {
  if (hidden.has(name)) return {};
  return {
    [name]: locked.has(name) ? (
      <fieldset disabled className="locked" aria-label={words.lockedForThisPage}>
        {controls}
      </fieldset>
    ) : (
      controls
    ),
  };
}

/** The playground: every area with what fills it. */
export function App() {
  const layout = useLayout();
  const phone = layout === "phone";
  const asked = useApp(({ trail }) => trail.length > 0);
  const open = useApp(({ panel }) => panel);
  const panel = open === undefined ? undefined : panels[open.name];
  const stepping = useApp(({ explained }) => explained !== undefined);
  useOpening();
  useEffect(() => {
    const client = connect(receive, fail);
    attach(client.send);
    return client.close;
  }, []);
  useEffect(() => {
    if (embed) reportHeight();
  }, []);
  return (
    <Shell
      embed={embed}
      presenter={presenter}
      bar={
        <>
          {layout !== "desk" && <Badge short />}
          {unlessHidden("tools", <Tools />)}
          {unlessHidden("share", <Share />)}
        </>
      }
      sentence={
        <>
          {stepping ? <Question /> : <Sentence />}
          <Status />
        </>
      }
      setup={{
        ...setupPart("data", <DataSetup />),
        ...setupPart("network", <NetworkSetup />),
        ...setupPart(
          "training",
          <>
            {phone ? <PhoneTraining /> : <TrainingSetup />}
            {layout === "desk" && <Badge />}
          </>,
        ),
      }}
      network={{ head: <NetworkHead />, body: <NetworkBody /> }}
      boundary={{ head: <BoundaryHead />, body: <BoundaryBody /> }}
      loss={{ head: <LossHead />, body: <LossBody /> }}
      {...(stepping
        ? {
            step: (
              <Suspense>
                <StepPanel />
              </Suspense>
            ),
          }
        : {})}
      {...(open === undefined || panel === undefined
        ? {}
        : {
            panel: {
              // With a number asked for, the inspector needs its place.
              place: open.wide && !asked ? ("wide" as const) : panel.place,
              body: <PanelFrame key={open.name} panel={panel} wide={open.wide} />,
            },
          })}
      {...(asked ? { inspector: <Inspector /> } : {})}
      actions={
        phone && (
          <>
            {unlessHidden("explain", <ExplainStep />)}
            {unlessHidden("timeline", <History />)}
          </>
        )
      }
      controls={{
        buttons: unlessHidden(
          "train",
          <>
            <Buttons explain={!phone && !hidden.has("explain")} />
            {!phone && !presenter && <StartOver />}
          </>,
        ),
        track: unlessHidden(
          "timeline",
          phone ? (
            <>
              <PreviousEpoch />
              <Timeline />
              <NextEpoch />
            </>
          ) : (
            <Timeline />
          ),
        ),
        pace: (
          <>
            {!phone && unlessHidden("timeline", <History />)}
            {!phone && !presenter && unlessHidden("timeline", <PreviousEpoch />)}
            <Epoch />
            {!phone && !presenter && unlessHidden("timeline", <NextEpoch />)}
            {!phone && unlessHidden("speed", <Speed />)}
          </>
        ),
      }}
    />
  );
}

/** On a phone, what the bottom bar has no room for stands with the set-up. */
function PhoneTraining() {
  return (
    <>
      <TrainingSetup />
      {unlessHidden("speed", <Speed />)}
      {unlessHidden("train", <StartOver />)}
    </>
  );
}
