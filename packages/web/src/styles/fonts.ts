/** The typefaces, loaded by `main.tsx` once the first frame is on the screen. */
import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/opsz.css";
import "./families.css";
