import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";

import { RowField } from "../../ui/fields/row-field.tsx";
import { shownAt } from "../../ui/state/use-attempt.ts";

interface LineFieldProps {
  readonly inRow?: boolean;
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
  const { id, label, inRow = false, hint = null, problem = null } = props;
  const { emptyWords, value, longest, onChange } = props;
  /** Null while it stands as it is saved, which another language may change. */
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? value;
  const isEmpty = shown.trim() === "";
  const save = () => {
    if (!isEmpty && shown.trim() !== value) onChange(shown.trim());
  };
  const Row = inRow ? RowField : Field;
  return (
    <Row
      label={label}
      hint={hint}
      {...(isEmpty
        ? { validationState: "error", validationMessage: emptyWords }
        : shownAt(problem))}
    >
      <Input
        {...(id && { id })}
        value={shown}
        maxLength={longest}
        onChange={(_event, data) => setTyped(data.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === "Enter") save();
        }}
      />
    </Row>
  );
}
