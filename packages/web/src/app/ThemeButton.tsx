import { useSyncExternalStore } from "react";
import { Button } from "../views/kit/Button.tsx";
import { DarkThemeIcon, LightThemeIcon, SystemThemeIcon } from "../views/kit/icons.tsx";
import { applyTheme, currentTheme, onThemeChange, themes } from "./theme.ts";
import { useLayout } from "./useLayout.ts";

const icons = { system: <SystemThemeIcon />, light: <LightThemeIcon />, dark: <DarkThemeIcon /> };

/** Goes round system → light → dark. */
export function ThemeButton() {
  const theme = useSyncExternalStore(onThemeChange, currentTheme);
  const phone = useLayout() === "phone";
  const next = themes[(themes.indexOf(theme) + 1) % themes.length]!;
  return (
    <Button look="quiet" small icon={phone} aria-label={`Theme: ${theme}`} onClick={() => applyTheme(next)}>
      {icons[theme]}
      {!phone && "Theme"}
    </Button>
  );
}
