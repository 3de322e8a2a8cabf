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
const Exercises = lazy(async () => ({
  default: (await import("./exercises/Exercises.tsx")).Exercises,
}));
const Reference = lazy(async () => ({
  default: (await import("./reference/Reference.tsx")).Reference,
}));
const ExercisePage = lazy(async () => ({
  default: (await import("../exercise/ExercisePage.tsx")).ExercisePage,
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
    case "exercises":
      return read(<Exercises />);
    case "reference":
      return read(<Reference />);
    case "exercise":
      return read(<ExercisePage key={route.fragment} fragment={route.fragment} />);
  }
}

/** Opens what comes from outside, as soon as the code that reads it has loaded. */
function startOpening(): () => void {
  const beginning = { state: store.getState(), hash: location.hash };
  const held = holdFiles();
  let closed = false;
  let stop = (): void => void held();
  const open = async (): Promise<void> => {
    const [opening, { openChosen }] = await Promise.all([
      import("../panels/share/opening.ts"),
      import("../store/visit/navigation.ts"),
    ]);
    if (closed) return;
    const file = held();
    stop = opening.startOpening(beginning);
    if (file !== undefined) await openChosen(file);
  };
  afterFirstPaint(() => void open());
  return () => {
    closed = true;
    stop();
  };
}

/** Keeps a file that is dropped so early. The returned function stops that, and returns the file. */
function holdFiles(): () => File | undefined {
  let file: File | undefined;
  const over = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes("Files") === true) event.preventDefault();
  };
  const drop = (event: DragEvent): void => {
    file = event.dataTransfer?.files[0];
    if (file !== undefined) event.preventDefault();
  };
  window.addEventListener("dragover", over);
  window.addEventListener("drop", drop);
  return () => {
    window.removeEventListener("dragover", over);
    window.removeEventListener("drop", drop);
    return file;
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
