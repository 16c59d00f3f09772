import type { Freshness } from './freshness';

/** What the database knows of a unit. */
export interface UnitState {
  readonly inputVersion: number;
  /** Whether an opening position is loaded for it in its round. */
  readonly hasBaseline: boolean;
  readonly published: {
    readonly runId: string;
    readonly version: number;
    /** ISO 8601. */
    readonly at: string;
    /** Whether the sums above the unit include this run. */
    readonly isSummed: boolean;
  } | null;
  readonly quarantine: { readonly version: number; readonly reason: string } | null;
  /** The run of the highest input version, however it stands. */
  readonly newestRun: {
    readonly id: string;
    readonly state: string;
    readonly version: number;
    readonly progress: number;
    readonly error: string | null;
  } | null;
}

/** Freshness of one unit: its newest input against what is published, and what is being done about it. */
export function unitFreshness(unit: UnitState): Freshness {
  const { published } = unit;
  if (published !== null && published.version >= unit.inputVersion) {
    const { at: publishedAt, runId } = published;
    return { state: 'up-to-date', publishedAt, runId, progress: null, message: null };
  }
  const run = unit.newestRun?.version === unit.inputVersion ? unit.newestRun : null;
  const shown = run?.id ?? published?.runId ?? null;
  return { publishedAt: published?.at ?? null, runId: shown, ...staleState(unit, run) };
}

/** A unit whose newest input is not published: either something is in the way, or it is on its way. */
function staleState(
  unit: UnitState,
  run: UnitState['newestRun'],
): Pick<Freshness, 'state' | 'progress' | 'message'> {
  const obstacle = obstacleOf(unit, run);
  if (obstacle !== null) {
    return { ...obstacle, progress: null };
  }
  return {
    state: 'recalculating',
    progress: run?.state === 'running' ? run.progress : 0,
    message: unit.published === null ? 'The first projection is being made.' : null,
  };
}

function obstacleOf(
  unit: UnitState,
  run: UnitState['newestRun'],
): { readonly state: 'failed' | 'never-run'; readonly message: string } | null {
  if (!unit.hasBaseline) {
    return { state: 'never-run', message: 'No opening position is loaded for this organisation.' };
  }
  if (unit.quarantine?.version === unit.inputVersion) {
    return { state: 'failed', message: `Held back until its next change: ${unit.quarantine.reason}` };
  }
  if (run?.state === 'cancelled') {
    return unit.published === null
      ? { state: 'never-run', message: 'The first projection was cancelled.' }
      : { state: 'failed', message: 'Cancelled: the figures are those before the last change.' };
  }
  return run?.state === 'failed'
    ? { state: 'failed', message: `Will be tried again: ${run.error ?? 'the last attempt failed'}` }
    : null;
}

/**
 * Freshness of a sum. It is as fresh as its least fresh unit, and published when its newest part was; it is
 * recalculating while something published is not in it yet.
 *
 * @param units the units under the node; none gives never-run
 */
export function sumFreshness(units: readonly UnitState[]): Freshness {
  const each = units.map((unit) => unitFreshness(unit));
  const publishedAt =
    each.map((unit) => unit.publishedAt ?? '').reduce((a, b) => (a > b ? a : b), '') || null;
  const common = { publishedAt, runId: null };
  const failed = each.filter(({ state }) => state === 'failed').length;
  const open = each.filter(({ state }) => state === 'recalculating').length;
  const awaitsSum = units.some(({ published }) => published !== null && !published.isSummed);
  if (open > 0 || awaitsSum) {
    const done = each.reduce(
      (sum, unit) => sum + (unit.state === 'recalculating' ? (unit.progress ?? 0) : 1),
      0,
    );
    const message = failed > 0 ? failedMessage(failed, units.length) : null;
    return { ...common, state: 'recalculating', progress: done / units.length, message };
  }
  if (failed > 0) {
    return { ...common, state: 'failed', progress: null, message: failedMessage(failed, units.length) };
  }
  return publishedAt === null
    ? { ...common, state: 'never-run', progress: null, message: 'Nothing under it has been projected yet.' }
    : { ...common, state: 'up-to-date', progress: null, message: null };
}

function failedMessage(failed: number, all: number): string {
  return `${failed} of ${all} organisations could not be recalculated; their figures are those before the last change.`;
}
