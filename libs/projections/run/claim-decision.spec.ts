import { decideClaim, type ClaimFacts } from './claim-decision';

const fresh: ClaimFacts = { inputVersion: 7, publishedVersion: 6, quarantinedVersion: null, run: null };
const running = { state: 'running', isHeld: true, spentAttempts: 0 } as const;

describe('decideClaim', () => {
  it('makes a run for an input that is ahead of what is published', () => {
    expect(decideClaim(fresh)).toEqual({ kind: 'create' });
  });

  it('has nothing to do once the input, or a later one, is published', () => {
    expect(decideClaim({ ...fresh, publishedVersion: 7 })).toMatchObject({ reason: 'up-to-date' });
    expect(decideClaim({ ...fresh, publishedVersion: 8 })).toMatchObject({ reason: 'up-to-date' });
  });

  it('leaves a run to whoever holds it', () => {
    expect(decideClaim({ ...fresh, run: running })).toMatchObject({ reason: 'in-hand' });
  });

  it('takes over from a worker that has gone', () => {
    const run = { ...running, isHeld: false, spentAttempts: 1 };
    expect(decideClaim({ ...fresh, run })).toEqual({ kind: 'retry' });
  });

  it('quarantines after three attempts without an end, and after three failures', () => {
    expect(decideClaim({ ...fresh, run: { ...running, isHeld: false, spentAttempts: 3 } }).kind).toBe(
      'quarantine',
    );
    expect(decideClaim({ ...fresh, run: { state: 'failed', isHeld: false, spentAttempts: 3 } }).kind).toBe(
      'quarantine',
    );
    expect(decideClaim({ ...fresh, run: { state: 'failed', isHeld: false, spentAttempts: 2 } }).kind).toBe(
      'retry',
    );
  });

  it('holds a quarantined unit back until its next input', () => {
    expect(decideClaim({ ...fresh, quarantinedVersion: 7 })).toMatchObject({ reason: 'quarantined' });
    expect(decideClaim({ ...fresh, quarantinedVersion: 6 })).toEqual({ kind: 'create' });
  });

  it('does not start again what a person cancelled', () => {
    const run = { state: 'cancelled', isHeld: false, spentAttempts: 0 } as const;
    expect(decideClaim({ ...fresh, run })).toMatchObject({ reason: 'cancelled' });
  });
});
