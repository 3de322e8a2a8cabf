/** The typefaces, loaded by `main.tsx` after the first frame. */
import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/opsz.css";
import "./families.css";
