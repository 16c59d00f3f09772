import type { EntityManager } from 'typeorm';
import type { InputProvenance } from '../run/input-provenance';

/** Names of what a provenance points to, by id. */
export interface Names {
  readonly scenarios: ReadonlyMap<string, string>;
  readonly organisations: ReadonlyMap<string, string>;
  /** Who entered a version of an assumption, by `<assumption id> <version>`. */
  readonly authors: ReadonlyMap<string, string>;
}

/** Reads the names that a provenance needs. */
export async function readNames(manager: EntityManager, provenance: InputProvenance | null): Promise<Names> {
  const marks = Object.values(provenance?.assumptions ?? {})
    .flatMap((byGroup) => Object.values(byGroup).flat())
    .filter((mark) => mark.level === 'scenario');
  const entries = Object.values(provenance?.registers ?? {}).flatMap((byEntry) => Object.values(byEntry));
  const all = [...marks, ...entries];
  return {
    scenarios: await namesOf(
      manager,
      'SELECT id, name FROM scenario WHERE id IN (?)',
      all.map((mark) => mark.scenarioId),
    ),
    organisations: await namesOf(
      manager,
      'SELECT organisation_id AS id, name FROM organisation_period WHERE organisation_id IN (?) ORDER BY valid_from',
      all.map((mark) => mark.organisationId),
    ),
    authors: await namesOf(
      manager,
      `SELECT CONCAT(h.assumption_id, ' ', h.version) AS id, p.name
         FROM assumption_history h JOIN person p ON p.id = h.author_id WHERE h.assumption_id IN (?)`,
      marks.map((mark) => mark.assumptionId),
    ),
  };
}

async function namesOf(
  manager: EntityManager,
  sql: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows: { id: string; name: string }[] = await manager.query(sql, [wanted]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
