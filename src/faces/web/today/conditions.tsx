// Conditions from the screen: a first set where there is none, and one more in the person's own words.

import { useState } from "react";
import type { Problem } from "../contract.ts";
import { act } from "../state.ts";
import { useTexts } from "../texts.ts";
import { FormActs } from "./form-acts.tsx";
import { Opener } from "./opener.tsx";
import { checkTexts } from "./texts-check.ts";

/** Where nothing is written down yet. */
export function FirstConditions() {
  const t = useTexts(checkTexts);
  return (
    <>
      <p className="hint">{t.checkNone}</p>
      <AddCondition>
        <button type="button" className="button" onClick={() => void act("conditions", { starter: true })}>
          {t.starter}
        </button>
      </AddCondition>
    </>
  );
}

/** A button that becomes a form. */
export function AddCondition({ children }: { children?: React.ReactNode }) {
  const t = useTexts(checkTexts);
  const [isOpen, setOpen] = useState<boolean | null>(null);
  if (isOpen) return <ConditionForm onClose={() => setOpen(false)} />;
  return (
    <div className="card-acts">
      {children}
      <Opener isPlain back={isOpen === false} onClick={() => setOpen(true)}>
        {t.addCondition}
      </Opener>
    </div>
  );
}

function ConditionForm({ onClose }: { onClose: () => void }) {
  const t = useTexts(checkTexts);
  const [kind, setKind] = useState<"healthy" | "abnormal">("abnormal");
  const [name, setName] = useState("");
  const [detect, setDetect] = useState("");
  const [refused, setRefused] = useState<Problem | null>(null);
  const save = async (): Promise<void> => {
    setRefused(null);
    const seen = detect.trim();
    const answer = await act(
      "condition-add",
      { kind, name: name.trim(), ...(seen !== "" && { detect: seen }) },
      { kept: name, onRefused: setRefused },
    );
    if (answer !== null) onClose();
  };
  return (
    <form
      className="correction-form"
      aria-label={t.addCondition}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") void save();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <div className="yes-no" role="radiogroup" aria-label={t.conditionKind}>
        {(["abnormal", "healthy"] as const).map((one) => (
          <label key={one} className="chip">
            <input type="radio" name="condition kind" checked={kind === one} onChange={() => setKind(one)} />
            <span>{t[one]}</span>
          </label>
        ))}
      </div>
      <input
        // biome-ignore lint/a11y/noAutofocus: it opens where the person has just asked for it
        autoFocus
        className="field"
        value={name}
        aria-label={t.conditionName}
        placeholder={t.conditionName}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
      <input
        className="field"
        value={detect}
        aria-label={t.conditionDetect}
        placeholder={t.conditionDetectHint}
        autoComplete="off"
        onChange={(event) => setDetect(event.target.value)}
      />
      {refused !== null && (
        <p className="hint is-refused" role="alert">
          {refused.message} {refused.hint}
        </p>
      )}
      <FormActs disabled={name.trim() === ""} onCancel={onClose} />
    </form>
  );
}
