/** What happened to one intent's events, whatever is left of them. */
export interface EventTally {
  made: number;
  /** How often each address was asked to come; who was told not to come may be asked anew. */
  readonly invitations: ReadonlyMap<string, number>;
  /** Invitations to somebody who had one already. */
  secondInvitations: number;
  /** Taken away by other means than the one whose purpose it is to tell the invited. */
  untold: number;
}

/** By transactionId. */
export interface EventTallies {
  all(): ReadonlyMap<string, EventTally>;
  /** Whether anybody was ever invited. */
  hasInvited(id: string): boolean;
  made(id: string, invited: readonly string[]): void;
  changed(id: string, before: readonly string[], after: readonly string[]): void;
  ended(id: string, invited: readonly string[], isTold: boolean): void;
}

export function createEventTallies(): EventTallies {
  const tallies = new Map<string, EventTally & { readonly invitations: Map<string, number> }>();
  const everInvited = new Set<string>();

  function tallyOf(id: string) {
    const tally = tallies.get(id) ?? {
      made: 0,
      invitations: new Map<string, number>(),
      secondInvitations: 0,
      untold: 0,
    };
    tallies.set(id, tally);
    return tally;
  }

  function invite(id: string, addresses: readonly string[]): void {
    const tally = tallyOf(id);
    for (const address of addresses) {
      const earlier = tally.invitations.get(address) ?? 0;
      tally.invitations.set(address, earlier + 1);
      if (earlier > 0) tally.secondInvitations += 1;
      everInvited.add(id);
    }
  }

  return {
    all: () => tallies,
    hasInvited: (id) => everInvited.has(id),
    made(id, invited) {
      tallyOf(id).made += 1;
      invite(id, invited);
    },
    changed(id, before, after) {
      const { invitations } = tallyOf(id);
      for (const address of before) if (!after.includes(address)) invitations.delete(address);
      invite(
        id,
        after.filter((address) => !before.includes(address)),
      );
    },
    ended(id, invited, isTold) {
      if (!isTold && invited.length > 0) tallyOf(id).untold += 1;
    },
  };
}
