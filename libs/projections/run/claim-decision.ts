import { ATTEMPTS_ALLOWED, type RunState } from './run-state';

/** What is known of a unit and of its run on the newest input, read under the unit's row lock. */
export interface ClaimFacts {
  readonly inputVersion: number;
  readonly publishedVersion: number;
  readonly quarantinedVersion: number | null;
  /** The run of this very input, engine, seed and draws, if there is one. */
  readonly run: {
    readonly state: RunState;
    /** Whether the lease of whoever works on it still holds, by the clock of the database. */
    readonly isHeld: boolean;
    /** Attempts that failed, crashed, or have no end although the lease has run out. */
    readonly spentAttempts: number;
  } | null;
}

/** Why there is nothing to do. */
export type NothingToDo = 'up-to-date' | 'quarantined' | 'in-hand' | 'cancelled' | 'superseded';

export type ClaimDecision =
  | { readonly kind: 'create' }
  | { readonly kind: 'retry' }
  | { readonly kind: 'quarantine' }
  | { readonly kind: 'nothing-to-do'; readonly reason: NothingToDo };

/** What a worker that was rung for a unit does about it. */
export function decideClaim(facts: ClaimFacts): ClaimDecision {
  if (facts.publishedVersion >= facts.inputVersion) {
    return nothing('up-to-date');
  }
  if (facts.quarantinedVersion === facts.inputVersion) {
    return nothing('quarantined');
  }
  return facts.run === null ? { kind: 'create' } : decideForRun(facts.run);
}

function decideForRun(run: NonNullable<ClaimFacts['run']>): ClaimDecision {
  switch (run.state) {
    case 'cancelled':
      return nothing('cancelled');
    case 'published':
    case 'superseded':
      return nothing('superseded');
    case 'failed':
      return afterAttempts(run.spentAttempts);
    case 'running':
      return run.isHeld ? nothing('in-hand') : afterAttempts(run.spentAttempts);
  }
}

function afterAttempts(spent: number): ClaimDecision {
  return spent >= ATTEMPTS_ALLOWED ? { kind: 'quarantine' } : { kind: 'retry' };
}

function nothing(reason: NothingToDo): ClaimDecision {
  return { kind: 'nothing-to-do', reason };
}
