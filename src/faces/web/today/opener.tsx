// A button that a form takes the place of. When the form closes, the button has the focus again.

import type { ReactNode } from "react";

interface OpenerProps {
  /** Whether its form was just closed. */
  back: boolean;
  isPlain?: boolean;
  onClick: () => void;
  children: ReactNode;
}

export function Opener({ back, isPlain = false, onClick, children }: OpenerProps) {
  return (
    <button
      // biome-ignore lint/a11y/noAutofocus: it gives the focus back to where it came from
      autoFocus={back}
      type="button"
      className={isPlain ? "button is-plain" : "button"}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
