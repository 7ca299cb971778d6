/** Over restarts, each account by its key. */
export interface Remembered {
  chosen(): string | null;
  choose(key: string | null): void;
  /** Whoever signed out here stays so, whatever file of theirs is put back. */
  hasLeft(key: string): boolean;
  setLeft(key: string, hasLeft: boolean): void;
}
