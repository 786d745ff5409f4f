// The end of a form in a card: what saves it and what gives it up.

import { useTexts } from "../texts.ts";
import { checkTexts } from "./texts-check.ts";

/** @param disabled while there is nothing to save */
export function FormActs({ disabled = false, onCancel }: { disabled?: boolean; onCancel: () => void }) {
  const t = useTexts(checkTexts);
  return (
    <div className="card-acts">
      <button type="submit" className="button is-main" disabled={disabled}>
        {t.save}
      </button>
      <button type="button" className="button is-plain" onClick={onCancel}>
        {t.cancel}
      </button>
    </div>
  );
}
