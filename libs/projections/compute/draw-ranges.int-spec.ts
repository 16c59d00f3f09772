import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { projectRoot } from '#platform';
import { uncertainProjection } from '../../../test/support/uncertain-projection';
import { ComputationFailedError, ComputationStoppedError } from './compute-errors';
import type { RangesResult, RangesTask } from './computed-result';
import { EngineThreads } from './engine-threads';

const LIMITS = { milliseconds: 60_000, heapMegabytes: 512 };
const INPUT = uncertainProjection(0);

function taskOf(codes: readonly string[], sums: readonly Uint8Array[] = []): RangesTask {
  const inputs = codes.map((code) => JSON.stringify({ ...INPUT, organisation: { code, name: code } }));
  return {
    bundlePath: join(projectRoot(), 'dist/engine/engine.cjs'),
    inputs,
    sums,
    draws: 24,
    seed: '0',
    earlier: null,
  };
}

function hashOf({ members, sum, yearEnds }: Omit<RangesResult, 'shared'>): string {
  const hash = createHash('sha256');
  for (const part of [...members, sum, yearEnds]) hash.update(part ?? 'drawn before');
  return hash.digest('hex');
}

async function withThreads<T>(threads: number, work: (pool: EngineThreads) => Promise<T>): Promise<T> {
  const pool = new EngineThreads(threads, LIMITS);
  try {
    return await work(pool);
  } finally {
    await pool.close();
  }
}

const patient = (): { signal: AbortSignal; onProgress: () => void } => ({
  signal: new AbortController().signal,
  onProgress: () => undefined,
});

describe('the ranges of a sum drawn on several threads', () => {
  it('are the same bytes on any number of them', async () => {
    const hashes: string[] = [];
    for (const threads of [1, 2, 3]) {
      const task = taskOf(['RR1', 'RR2', 'RR3', 'RR4', 'RR5']);
      hashes.push(hashOf(await withThreads(threads, (pool) => pool.drawRanges(task, patient()))));
    }
    expect(new Set(hashes).size).toBe(1);
  });

  it('hold the members in order, and the sums below at year ends', async () => {
    await withThreads(2, async (pool) => {
      const { members, yearEnds } = await pool.drawRanges(taskOf(['RR1', 'RR2', 'RR3']), patient());
      const own = await pool.drawRanges(taskOf(['RR2']), patient());
      expect(members).toHaveLength(3);
      expect(Buffer.from(members[1]!).equals(Buffer.from(own.members[0]!))).toBe(true);
      const { gunzipSync } = await import('node:zlib');
      const above = await pool.drawRanges(taskOf([], [gunzipSync(yearEnds)]), patient());
      expect(above.members).toEqual([]);
      expect(hashOf({ ...above, sum: above.yearEnds })).toBe(
        hashOf({ members: [], sum: yearEnds, yearEnds }),
      );
    });
  });

  it('go on from an earlier sum to the same bytes, drawing what has changed alone', async () => {
    await withThreads(2, async (pool) => {
      const before = taskOf(['RR1', 'RR2', 'RR3', 'RR4']);
      const { shared } = await pool.drawRanges(before, patient());
      const task = taskOf(['RR1', 'RR5', 'RR3', 'RR4']);
      const whole = await pool.drawRanges(task, patient());
      const earlier = { gone: [before.inputs[1]!], places: [1], shared };
      const onward = await pool.drawRanges({ ...task, earlier }, patient());
      expect(onward.members.map((each) => each !== null)).toEqual([false, true, false, false]);
      expect(Buffer.from(onward.members[1]!).equals(Buffer.from(whole.members[1]!))).toBe(true);
      const ofSum = ({ sum, yearEnds }: RangesResult): string => hashOf({ members: [], sum, yearEnds });
      expect(ofSum(onward)).toBe(ofSum(whole));
      // What it went on from stands as it was, and unchanged inputs need no draw at all.
      const again = await pool.drawRanges(
        { ...before, earlier: { gone: [], places: [], shared } },
        patient(),
      );
      expect(again.members).toEqual([null, null, null, null]);
      expect(ofSum(again)).toBe(ofSum(await pool.drawRanges(before, patient())));
    });
  });

  it('are drawn whole where the earlier sum has other months', async () => {
    await withThreads(2, async (pool) => {
      const task = taskOf(['RR1', 'RR2']);
      const whole = await pool.drawRanges(task, patient());
      const { gunzipSync } = await import('node:zlib');
      const ofYearEnds = taskOf(['RR1'], [gunzipSync(whole.yearEnds)]);
      const { shared } = await pool.drawRanges(ofYearEnds, patient());
      const earlier = { gone: [], places: [1], shared };
      const drawn = await pool.drawRanges({ ...task, earlier }, patient());
      expect(hashOf(drawn)).toBe(hashOf(whole));
    });
  });

  it('end on every thread when one fails or the caller stops, and the threads serve again', async () => {
    await withThreads(2, async (pool) => {
      const good = taskOf(['RR1', 'RR2', 'RR3', 'RR4']);
      const damaged = {
        ...good,
        inputs: good.inputs.with(1, good.inputs[1]!.replace(/"fte":[\d.]+/, '"fte":-5')),
      };
      await expect(pool.drawRanges(damaged, patient())).rejects.toThrow(ComputationFailedError);
      const control = new AbortController();
      const stopped = pool.drawRanges(good, { signal: control.signal, onProgress: () => control.abort() });
      await expect(stopped).rejects.toThrow(ComputationStoppedError);
      expect((await pool.drawRanges(good, patient())).members).toHaveLength(4);
    });
  });
});
