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
  return { bundlePath: join(projectRoot(), 'dist/engine/engine.cjs'), inputs, sums, draws: 24, seed: '0' };
}

function hashOf({ members, sum, yearEnds }: RangesResult): string {
  const hash = createHash('sha256');
  for (const part of [...members, sum, yearEnds]) hash.update(part);
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
