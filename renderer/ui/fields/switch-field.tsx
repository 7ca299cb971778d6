import { Switch } from "@fluentui/react-components";

import { shownAt } from "../state/use-attempt.ts";
import { RowField } from "./row-field.tsx";

interface SwitchFieldProps {
  readonly label: string;
  readonly hint?: string | null;
  /** What it should be known for as long as it is on. */
  readonly warning?: string | null;
  /** Why the last change was not taken. */
  readonly problem?: string | null;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (isOn: boolean) => void;
}

export function SwitchField(props: SwitchFieldProps) {
  const { label, hint = null, warning = null, problem = null, onChange, ...state } = props;
  const shown =
    warning !== null && problem === null
      ? ({ validationState: "warning", validationMessage: warning } as const)
      : shownAt(problem);
  return (
    <RowField label={label} hint={hint} {...shown}>
      <Switch {...state} onChange={(_event, { checked }) => onChange(checked)} />
    </RowField>
  );
}
