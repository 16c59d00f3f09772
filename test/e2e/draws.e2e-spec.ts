import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type * as Engine from '#modules/projection';
import type { DrawRange, ProjectionDraws, ProjectionInput } from '#modules/projection';
import { uncertainProjection, uncertainSmallTeams } from '../support/uncertain-projection';

const BUNDLE = join(__dirname, '../../dist/engine/engine.cjs');
const THREAD = join(__dirname, '../support/draws.thread.cjs');
const { joinDraws, projectDraws, restoreDraws, sumDraws } = createRequire(__filename)(
  BUNDLE,
) as typeof Engine;
const DRAWS = 61;
const INPUTS = {
  'with all flows expected': uncertainProjection(60),
  'with small teams': uncertainSmallTeams(60),
};

/** The draws of a range, computed by a thread of its own. */
function inThread(input: ProjectionInput, range: DrawRange): Promise<ProjectionDraws> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(THREAD, { workerData: { bundle: BUNDLE, input, range } });
    thread.once('message', resolve).once('error', reject);
  });
}

/** Ranges of about the same length, the last ones first. */
function shareOut(threads: number): readonly DrawRange[] {
  const ends = Array.from({ length: threads + 1 }, (_, place) => Math.round((DRAWS * place) / threads));
  return ends
    .slice(1)
    .map((to, place) => ({ from: ends[place] ?? 0, to }))
    .reverse();
}

function hashOf({ table }: ProjectionDraws): string {
  return createHash('sha256').update(new Uint8Array(table.values.buffer)).digest('hex');
}

describe.each(Object.entries(INPUTS))('the draws of an organisation %s', (_, input) => {
  const expected = hashOf(projectDraws(input));

  it.each([1, 2, 4])('are the same bytes from %p threads', async (threads) => {
    const parts = await Promise.all(shareOut(threads).map((range) => inThread(input, range)));
    const joined = joinDraws(parts.map(restoreDraws));
    expect(hashOf(joined)).toBe(expected);
    expect(sumDraws([joined]).table.at(0, 0)).toHaveLength(DRAWS);
  });

  it('are other bytes under another seed', () => {
    expect(hashOf(projectDraws({ ...input, seed: '1' }))).not.toBe(expected);
  });
});
