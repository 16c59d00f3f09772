import { ApiError } from '../../api/api-error';
import type { AssumptionPatch, AssumptionPatchResult } from '../../api/types';
import { plainValue } from './cell-content';
import { EditingSession } from './editing-session';
import type { Draft } from './draft';
import type { Kept } from '../../unsent/kept';
import { addressOf, gridData, ownCell } from './grid.fixture';

const unit = { scenarioId: 'scenario', organisationId: 'trust' };

/** What a server that takes everything answers. */
function taken(patch: AssumptionPatch): AssumptionPatchResult {
  const cells = patch.edits.map(({ parameter, staffGroup, year, value, baseVersion }) => ({
    parameter,
    staffGroup,
    year,
    cell: ownCell(year, value ?? 0, baseVersion + 1),
  }));
  return { cells, inputVersion: 2 };
}

function openSession(send: (patch: AssumptionPatch) => Promise<AssumptionPatchResult>, kept?: Kept<Draft>) {
  const sent: AssumptionPatch[] = [];
  const onSignedOut = jest.fn();
  const session = new EditingSession(unit, {
    send: (patch) => {
      sent.push(patch);
      return send(patch);
    },
    onSaved: () => undefined,
    onSignedOut,
    ...(kept === undefined ? {} : { kept }),
  });
  session.receive(gridData());
  const type = (staffGroup: string, value: number) =>
    session.enter([{ address: addressOf(staffGroup, 2026), content: plainValue(value) }], staffGroup);
  return { session, sent, type, onSignedOut };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('saving by itself', () => {
  it('sends edits made together in one batch, and says when they are saved', async () => {
    const { session, sent, type } = openSession((patch) => Promise.resolve(taken(patch)));
    type('midwives', 0.08);
    type('managers', 0.09);
    expect(session.snapshot().save.kind).toBe('waiting');
    await jest.runAllTimersAsync();
    expect(sent.map(({ edits }) => edits.map(({ staffGroup }) => staffGroup))).toEqual([
      ['midwives', 'managers'],
    ]);
    expect(session.snapshot().save.kind).toBe('saved');
    expect(session.hasUnsaved()).toBe(false);
  });

  it('keeps the entries and tries again while the server can’t be reached', async () => {
    let isDown = true;
    const { session, sent, type } = openSession((patch) =>
      isDown ? Promise.reject(new ApiError(0, {})) : Promise.resolve(taken(patch)),
    );
    type('midwives', 0.08);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(session.snapshot().save).toMatchObject({ kind: 'failed', retries: true });
    expect(session.hasUnsaved()).toBe(true);
    isDown = false;
    await jest.runAllTimersAsync();
    expect(session.snapshot().save.kind).toBe('saved');
    expect(sent).toHaveLength(2);
  });

  it('saves the other cells of a batch in which one meets a conflict', async () => {
    const theirs = { value: 0.2, version: 5, author: 'Sam', at: null };
    const { session, sent, type } = openSession((patch) => {
      const stale = patch.edits.find(
        ({ staffGroup, baseVersion }) => staffGroup === 'midwives' && baseVersion < 5,
      );
      if (stale === undefined) return Promise.resolve(taken(patch));
      const conflict = { ...stale, mine: { operation: 'set', value: stale.value }, theirs };
      return Promise.reject(new ApiError(409, { conflicts: [conflict] }));
    });
    type('midwives', 0.08);
    type('managers', 0.09);
    await jest.runAllTimersAsync();
    expect(sent).toHaveLength(2);
    expect([...session.snapshot().book.drafts.values()]).toMatchObject([
      { address: { staffGroup: 'midwives' }, state: 'conflict', theirs },
    ]);
    session.keepMine(['retention.leaver-rate|midwives|2026']);
    await jest.runAllTimersAsync();
    expect(sent[2]?.edits).toMatchObject([{ staffGroup: 'midwives', value: 0.08, baseVersion: 5 }]);
    expect(session.hasUnsaved()).toBe(false);
  });

  it('keeps the entries for the next sign-in when the session has ended', async () => {
    const { session, type, onSignedOut } = openSession(() => Promise.reject(new ApiError(401, {})));
    type('midwives', 0.08);
    await jest.runAllTimersAsync();
    expect(onSignedOut).toHaveBeenCalledTimes(1);
    expect(session.hasUnsaved()).toBe(true);
  });

  it('says in words what undo restored', async () => {
    const { session, type } = openSession((patch) => Promise.resolve(taken(patch)));
    expect(session.undo()).toBe('Nothing to undo.');
    type('midwives', 0.08);
    expect(session.undo()).toBe('Undone: midwives. Turnover (left this organisation) is inherited.');
    expect(session.redo()).toBe('Redone: midwives. Turnover (left this organisation) is 8.0% a year.');
    await jest.runAllTimersAsync();
  });
});

describe('entries that outlive the page', () => {
  /** A browser's storage, as far as a session sees it. */
  function storage(): Kept<Draft> & { readonly held: () => readonly Draft[] } {
    let drafts: readonly Draft[] = [];
    return { read: () => drafts, write: (next) => (drafts = next), held: () => drafts };
  }

  it('are kept while the network is down, sent by the next visit, and then forgotten', async () => {
    const kept = storage();
    const cut = openSession(() => Promise.reject(new ApiError(0, {})), kept);
    cut.type('midwives', 0.08);
    await jest.advanceTimersByTimeAsync(10 * 60_000);
    expect(kept.held()).toMatchObject([{ address: { staffGroup: 'midwives' }, state: 'waiting' }]);

    const next = openSession((patch) => Promise.resolve(taken(patch)), kept);
    expect(next.session.hasUnsaved()).toBe(true);
    await next.session.flush();
    expect(next.sent[0]?.edits).toMatchObject([{ staffGroup: 'midwives', value: 0.08, baseVersion: 0 }]);
    expect(kept.held()).toEqual([]);
  });

  it('are saved, not in conflict, where only the answer of the server was lost', async () => {
    const theirs = { operation: 'set', value: 0.08, version: 1, author: 'Me', at: null };
    const conflict = { ...addressOf('midwives', 2026), mine: { operation: 'set', value: 0.08 }, theirs };
    const { session, type } = openSession(() => Promise.reject(new ApiError(409, { conflicts: [conflict] })));
    type('midwives', 0.08);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(session.hasUnsaved()).toBe(false);
  });
});
