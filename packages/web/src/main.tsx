import "./styles/tokens.css";
import "./styles/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { startTheme } from "./app/theme.ts";
import { afterFirstPaint } from "./views/kit/afterFirstPaint.ts";
import { ErrorBoundary } from "./views/kit/ErrorBoundary.tsx";

startTheme();
createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <ErrorBoundary area="The page">
      <App />
    </ErrorBoundary>
  </StrictMode>,
);
afterFirstPaint(() => void import("./styles/fonts.ts"));
