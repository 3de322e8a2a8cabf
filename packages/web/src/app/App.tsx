import { lazy, type ReactNode, Suspense, useEffect } from "react";
import { attach, fail, receive } from "../store/mailbox.ts";
import { sayInPage } from "../store/visit/notices.ts";
import { store, useApp } from "../store/store.ts";
import { afterFirstPaint } from "../ui/kit/afterFirstPaint.ts";
import { openHere, openWorker } from "../worker/client.ts";
import { superviseTrainer } from "../worker/supervisor.ts";
import { Page } from "./Page.tsx";
import { Playground } from "./Playground.tsx";
import { useTitle } from "./useTitle.ts";

/** Loaded when they are first opened. */
const LessonList = lazy(async () => ({
  default: (await import("../lessons/player/LessonList.tsx")).LessonList,
}));

const Beliefs = lazy(async () => ({ default: (await import("../lessons/beliefs/Beliefs.tsx")).Beliefs }));
const Reference = lazy(async () => ({
  default: (await import("./reference/Reference.tsx")).Reference,
}));

/** All pages. They share one run, which continues on every page. */
export function App() {
  const route = useApp((state) => state.route);
  useEffect(startOpening, []);
  useTitle(route);
  useEffect(
    () =>
      superviseTrainer({ openWorker, openHere, every }, { receive, attach, inPage: sayInPage, failed: fail }),
    [],
  );
  switch (route.page) {
    case "playground":
      return <Playground />;
    case "lesson":
      return <Playground lesson={route} />;
    case "lessons":
      return read(<LessonList />);
    case "check":
      return read(<Beliefs />);
    case "reference":
      return read(<Reference />);
  }
}

/** Opens what comes from outside, as soon as the code that reads it has loaded. */
function startOpening(): () => void {
  const beginning = { state: store.getState(), hash: location.hash };
  let closed = false;
  let stop = (): void => {};
  const open = async (): Promise<void> => {
    const opening = await import("../panels/share/opening.ts");
    if (!closed) stop = opening.startOpening(beginning);
  };
  afterFirstPaint(() => void open());
  return () => {
    closed = true;
    stop();
  };
}

const read = (content: ReactNode) => (
  <Page>
    <Suspense>{content}</Suspense>
  </Page>
);

function every(milliseconds: number, callback: () => void): () => void {
  const timer = setInterval(callback, milliseconds);
  return () => clearInterval(timer);
}
