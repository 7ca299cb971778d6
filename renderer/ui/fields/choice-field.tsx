import { Field, Select } from "@fluentui/react-components";

import { shownAt } from "../state/use-attempt.ts";

interface ChoiceFieldProps<Value> {
  readonly id?: string;
  readonly label: string;
  readonly className?: string;
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
  const { id, label, className, hint = null, problem = null, value, choices, onChange } = props;
  return (
    <Field {...(className && { className })} label={label} hint={hint} {...shownAt(problem)}>
      <Select
        {...(id && { id })}
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
    </Field>
  );
}
