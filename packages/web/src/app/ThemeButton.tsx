import { useSyncExternalStore } from "react";
import { Button } from "../ui/kit/Button.tsx";
import { DarkThemeIcon, LightThemeIcon, SystemThemeIcon } from "../ui/kit/icons.tsx";
import { applyTheme, currentTheme, nextTheme, onThemeChange } from "./theme.ts";
import { useLayout } from "./useLayout.ts";
import { messages } from "#text/app";

const icons = { system: <SystemThemeIcon />, light: <LightThemeIcon />, dark: <DarkThemeIcon /> };

/** Cycles through three themes: the opposite of the system's, the system's fixed, and following the system. */
export function ThemeButton() {
  const theme = useSyncExternalStore(onThemeChange, currentTheme);
  const phone = useLayout() === "phone";
  return (
    <Button
      look="quiet"
      small
      icon={phone}
      aria-label={messages.theme}
      aria-description={messages.themes[theme]}
      onClick={() => applyTheme(nextTheme())}
    >
      {icons[theme]}
      {!phone && messages.theme}
    </Button>
  );
}
