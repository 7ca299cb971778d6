import { Field, Select, type SelectProps } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { shownAt } from "../state/use-attempt.ts";
import { RowField } from "./row-field.tsx";

interface ChoiceFieldProps<Value> {
  readonly id?: string;
  readonly label: string;
  readonly className?: string;
  /** In one line with its label, which may have an icon. */
  readonly inRow?: boolean;
  readonly icon?: ReactElement;
  readonly size?: SelectProps["size"];
  readonly hint?: string | null;
  /** Why the last choice was not taken. */
  readonly problem?: string | null;
  readonly value: Value;
  /** Each with its words. */
  readonly choices: readonly (readonly [Value, string])[];
  readonly onChange: (value: Value) => void;
}

/** One of a few; null stands among them for none. */
export function ChoiceField<Value extends string | number | null>(props: ChoiceFieldProps<Value>) {
  const { id, label, className, inRow = false, icon, size = "medium" } = props;
  const { hint = null, problem = null, value, choices, onChange } = props;
  const about = { label, hint, ...(className && { className }), ...shownAt(problem) };
  const select = (
    <Select
      {...(id && { id })}
      size={size}
      value={String(value ?? "")}
      onChange={(_event, data) => {
        const chosen = choices.find(([choice]) => String(choice ?? "") === data.value);
        if (chosen) onChange(chosen[0]);
      }}
    >
      {choices.map(([choice, words]) => (
        <option key={choice} value={choice ?? ""}>
          {words}
        </option>
      ))}
    </Select>
  );
  if (!inRow) return <Field {...about}>{select}</Field>;
  return (
    <RowField {...about} {...(icon && { icon })}>
      {select}
    </RowField>
  );
}
