import type { ReactNode } from 'react';

/** Line icons, 20 units square, coloured by the text around them; hidden from screen readers. */
function Icon({ children, size = 18 }: { readonly children: ReactNode; readonly size?: number }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width={size}
      height={size}
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="icon"
    >
      {children}
    </svg>
  );
}

export function CodeIcon() {
  return (
    <Icon>
      <path d="m7 6-4 4 4 4M13 6l4 4-4 4" />
    </Icon>
  );
}

export function PaperIcon() {
  return (
    <Icon>
      <path d="M5 2.75h6.5L15.25 6.5v10.75H5zM11.25 2.75V6.75h4M7.5 10h5M7.5 13h5" />
    </Icon>
  );
}

export function CheckIcon() {
  return (
    <Icon>
      <path d="m4 10.5 4 4 8-9" />
    </Icon>
  );
}

export function DownloadIcon() {
  return (
    <Icon>
      <path d="M10 3v9.5M6 9l4 4 4-4M3.5 16.5h13" />
    </Icon>
  );
}

export function CopyIcon() {
  return (
    <Icon>
      <path d="M7 7V3.5h9.5V13H13M3.5 7H13v9.5H3.5z" />
    </Icon>
  );
}

export function SearchIcon() {
  return (
    <Icon>
      <path d="M8.75 14.5a5.75 5.75 0 1 0 0-11.5 5.75 5.75 0 0 0 0 11.5M13 13l4 4" />
    </Icon>
  );
}
