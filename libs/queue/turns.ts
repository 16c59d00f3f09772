/** A job that nobody has taken yet: whose it is, and when its turn comes. */
export interface WaitingTurn {
  readonly lane: string;
  readonly turn: number;
}

/** The highest priority number that BullMQ knows; jobs of the same number go first come, first served. */
const LAST_TURN = 2_097_152;

/**
 * Gives new jobs their turns, so that lanes are served in rounds: a lane that asks for much waits for itself, never
 * the others for it. A job's turn follows the last one of its lane, and is not before the turn that is being served,
 * so that no lane saves up turns by asking seldom, and none is overtaken for ever (start-time fair queueing, Goyal,
 * Vin and Cheng 1996, with jobs of equal weight).
 *
 * @param lanes of the new jobs, in the order in which they were asked for
 * @param waiting turns of the jobs that nobody has taken
 * @returns the turn of each new job, from 1; lower is sooner
 */
export function takeTurns(lanes: readonly string[], waiting: readonly WaitingTurn[]): readonly number[] {
  const served = waiting.reduce((lowest, { turn }) => Math.min(lowest, turn), LAST_TURN);
  const now = waiting.length === 0 ? 1 : Math.max(1, served);
  const last = new Map<string, number>();
  for (const { lane, turn } of waiting) last.set(lane, Math.max(last.get(lane) ?? 0, turn));
  return lanes.map((lane) => {
    const turn = Math.min(LAST_TURN, Math.max(now, (last.get(lane) ?? 0) + 1));
    last.set(lane, turn);
    return turn;
  });
}
