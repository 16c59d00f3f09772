import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { EffectiveEntry, ResolvedUnit } from '#assumptions';
import type { EntityManager } from 'typeorm';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Where a register entry that a run read comes from. */
export interface EntryProvenance {
  readonly scenarioId: string;
  readonly organisationId: string;
  readonly version: number;
  readonly author: string | null;
  readonly note: string | null;
  readonly at: string;
}

/** Where each value that a run read comes from. */
export interface InputProvenance {
  /** By parameter, staff group and year, in the shape of the input's assumptions. */
  readonly assumptions: ResolvedUnit['provenance'];
  /** By register and entry. */
  readonly registers: Readonly<Record<string, Readonly<Record<string, EntryProvenance>>>>;
}

/** The origin of each entry, by register and entry. */
export function entryProvenance(
  entries: ReadonlyMap<string, readonly EffectiveEntry[]>,
): InputProvenance['registers'] {
  return Object.fromEntries(
    [...entries]
      .filter(([, list]) => list.length > 0)
      .map(([register, list]) => [
        register,
        Object.fromEntries(
          list.map(({ entryKey, scenarioId, organisationId, version, author, note, at }) => [
            entryKey,
            {
              scenarioId,
              organisationId,
              version,
              author: author?.name ?? null,
              note,
              at: at.toISOString(),
            },
          ]),
        ),
      ]),
  );
}

/** Keeps the provenance of a run's input; a run has one. */
export async function storeProvenance(
  manager: EntityManager,
  runId: string,
  provenance: InputProvenance,
): Promise<void> {
  const content = await compress(JSON.stringify(provenance));
  await manager.query('REPLACE INTO projection_provenance (run_id, content) VALUES (?, ?)', [runId, content]);
}

/** The provenance of a run's input; null for a run made before it was kept. */
export async function readProvenance(manager: EntityManager, runId: string): Promise<InputProvenance | null> {
  const [row]: { content: Buffer }[] = await manager.query(
    'SELECT content FROM projection_provenance WHERE run_id = ?',
    [runId],
  );
  if (row === undefined) return null;
  return JSON.parse((await decompress(row.content)).toString('utf8')) as InputProvenance;
}
