import type { ReactNode } from "react";

/** Icons of 16 × 16 units in the color of the text. Each is next to a word or inside something with a name. */
function icon(strokes: ReactNode) {
  return function Icon() {
    return (
      <svg
        viewBox="0 0 16 16"
        width="16"
        height="16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {strokes}
      </svg>
    );
  };
}

export const PlayIcon = icon(<path d="M4.5 2.8v10.4L13 8z" fill="currentColor" />);
export const PauseIcon = icon(<path d="M5 3v10M11 3v10" strokeWidth="3" />);
export const ChevronDownIcon = icon(<path d="M4 6l4 4 4-4" />);
export const ChevronRightIcon = icon(<path d="M6 4l4 4-4 4" />);
export const ChevronLeftIcon = icon(<path d="M10 4l-4 4 4 4" />);
export const MomentsIcon = icon(<path d="M3.5 14V2.5h8l-1.8 3 1.8 3h-8" />);
export const UndoIcon = icon(<path d="M3 6h6.5a3.5 3.5 0 010 7H6M3 6l3-3M3 6l3 3" />);
export const RedoIcon = icon(<path d="M13 6H6.5a3.5 3.5 0 000 7H10M13 6l-3-3M13 6l-3 3" />);
export const MenuIcon = icon(<path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />);
export const ArrowUpIcon = icon(<path d="M8 13V3.5M4 7.5l4-4 4 4" />);
export const ArrowDownIcon = icon(<path d="M8 3v9.5M4 8.5l4 4 4-4" />);
export const RenewIcon = icon(<path d="M13 8a5 5 0 11-1.5-3.5M13 2v3h-3" />);
export const CloseIcon = icon(<path d="M4 4l8 8M12 4l-8 8" />);
export const MinusIcon = icon(<path d="M4 8h8" />);
export const PlusIcon = icon(<path d="M4 8h8M8 4v8" />);
export const DiceIcon = icon(
  <>
    <rect x="2" y="2" width="12" height="12" rx="3" />
    <path d="M5.5 5.5h.01M10.5 5.5h.01M8 8h.01M5.5 10.5h.01M10.5 10.5h.01" strokeWidth="2" />
  </>,
);

export const DataIcon = icon(
  <>
    <circle cx="8" cy="8" r="2.2" />
    <path
      d="M8 1.2l1.3 1.3L8 3.8 6.7 2.5zM8 12.2l1.3 1.3L8 14.8l-1.3-1.3zM2.5 6.7L3.8 8 2.5 9.3 1.2 8zM13.5 6.7L14.8 8l-1.3 1.3L12.2 8z"
      strokeWidth="1"
    />
  </>,
);
export const NetworkIcon = icon(
  <>
    <path d="M5 7.2l6-3M5 8.8l6 3" />
    <circle cx="3.2" cy="8" r="1.9" />
    <circle cx="12.8" cy="3.4" r="1.9" />
    <circle cx="12.8" cy="12.6" r="1.9" />
  </>,
);
export const TrainingIcon = icon(<path d="M1.5 1.5v13h13M3.5 2.5c.8 6 3.5 8.6 10 9" />);

export const SystemThemeIcon = icon(
  <>
    <circle cx="8" cy="8" r="5.5" />
    <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
  </>,
);
export const LightThemeIcon = icon(
  <>
    <circle cx="8" cy="8" r="3" />
    <path d="M8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1.1 1.1M11.9 11.9L13 13M13 3l-1.1 1.1M4.1 11.9L3 13" />
  </>,
);
export const DarkThemeIcon = icon(<path d="M13.5 9.6A6 6 0 0 1 6.4 2.5a6 6 0 1 0 7.1 7.1z" />);

export const TableIcon = icon(<path d="M2 3h12v10H2zM2 6.5h12M2 9.8h12M7 3v10" />);

export const ResultIcon = icon(<path d="M2.5 2.5v11h11M5.5 11l3-3M9 9.5l1.5-3M11.5 5.5l1.5-2" />);

export const LookIcon = icon(<path d="M2 4.5h6M12 4.5h2M2 11.5h2M8 11.5h6M10 2.5v4M6 9.5v4" />);
