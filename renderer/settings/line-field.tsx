import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";

interface LineFieldProps {
  readonly id?: string;
  readonly label: string;
  readonly hint?: string | null;
  /** Said while nothing stands in it; nothing is saved then. */
  readonly emptyWords: string;
  readonly value: string;
  readonly longest: number;
  readonly onChange: (value: string) => void;
}

/** A line that must not be empty, saved on leaving the field or with Enter. */
export function LineField(props: LineFieldProps) {
  const { id, label, hint = null, emptyWords, value, longest, onChange } = props;
  const [typed, setTyped] = useState(value);
  const isEmpty = typed.trim() === "";
  const save = () => {
    if (!isEmpty && typed.trim() !== value) onChange(typed.trim());
  };
  return (
    <Field
      label={label}
      hint={hint}
      validationState={isEmpty ? "error" : "none"}
      validationMessage={isEmpty ? emptyWords : null}
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
