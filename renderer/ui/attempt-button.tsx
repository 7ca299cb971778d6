import { Button, type ButtonProps } from "@fluentui/react-components";

import type { Result } from "../../main/contract/errors.ts";
import { ProblemLine } from "./problem-line.tsx";
import { useAttempt } from "./state/use-attempt.ts";

interface AttemptButtonProps extends Pick<
  ButtonProps,
  "appearance" | "children" | "className" | "icon" | "id" | "size"
> {
  readonly "data-primary"?: true | undefined;
  readonly ask: () => Promise<Result<unknown>>;
  /** Said once it is done; null where the screen shows it. */
  readonly done: string | null;
}

/** For a press that may fail without the state showing it: why stands beneath. */
export function AttemptButton({ ask, done, ...button }: AttemptButtonProps) {
  const { attempt, problem } = useAttempt();
  return (
    <>
      <Button {...button} onClick={() => void attempt(ask(), done)} />
      <ProblemLine problem={problem} />
    </>
  );
}
