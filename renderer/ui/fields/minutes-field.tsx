import { useTranslation } from "react-i18next";

import { formatDuration } from "../../format.ts";
import { ChoiceField } from "./choice-field.tsx";

interface MinutesFieldProps<Value> {
  readonly label: string;
  readonly className?: string;
  readonly inRow?: boolean;
  readonly hint?: string | null;
  readonly problem?: string | null;
  readonly value: Value;
  readonly offered: readonly number[];
  /** What it is called not to choose one; absent where one must be chosen. */
  readonly none?: string;
  readonly onChange: (value: Value) => void;
}

/** How long: what is offered, and what it is, where that was set in another way. Null stands for none. */
export function MinutesField<Value extends number | null>(props: MinutesFieldProps<Value>) {
  const { offered, none, ...field } = props;
  const { t } = useTranslation();
  const minutes = new Set(props.value === null ? offered : [...offered, props.value]);
  const lengths = [...minutes]
    .toSorted((one, other) => one - other)
    .map((length) => [length, formatDuration(length, t)] as const);
  return (
    <ChoiceField<number | null>
      {...field}
      choices={none === undefined ? lengths : [[null, none], ...lengths]}
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- null is only among them with `none`
      onChange={(value) => props.onChange(value as Value)}
    />
  );
}
