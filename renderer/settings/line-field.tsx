import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";

import { shownAt } from "../ui/state/use-attempt.ts";

interface LineFieldProps {
  readonly id?: string;
  readonly label: string;
  readonly hint?: string | null;
  /** Why the last line was not taken. */
  readonly problem?: string | null;
  /** Said while nothing stands in it; nothing is saved then. */
  readonly emptyWords: string;
  readonly value: string;
  readonly longest: number;
  readonly onChange: (value: string) => void;
}

/** A line that must not be empty, saved on leaving the field or with Enter. */
export function LineField(props: LineFieldProps) {
  const { id, label, hint = null, problem = null, emptyWords, value, longest, onChange } = props;
  const [typed, setTyped] = useState(value);
  const isEmpty = typed.trim() === "";
  const save = () => {
    if (!isEmpty && typed.trim() !== value) onChange(typed.trim());
  };
  return (
    <Field
      label={label}
      hint={hint}
      {...(isEmpty
        ? { validationState: "error", validationMessage: emptyWords }
        : shownAt(problem))}
    >
      <Input
        {...(id && { id })}
        value={typed}
        maxLength={longest}
        onChange={(_event, data) => setTyped(data.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === "Enter") save();
        }}
      />
    </Field>
  );
}
