import type { EntityManager } from 'typeorm';
import type { AssignmentRule } from './assignment-rules';
import type { EsrColumn } from './esr-columns';
import { LEAVING_PLACES, readEsrReference, type LeavingPlace } from './esr-reference';

/** What a mapping can name: the columns of an extract, the rules, and the codes that values are read as. */
export interface EsrVocabulary {
  readonly columns: readonly EsrColumn[];
  readonly rules: readonly AssignmentRule[];
  readonly staffGroups: readonly { readonly code: string; readonly name: string }[];
  readonly bands: readonly { readonly code: string; readonly name: string }[];
  readonly places: readonly LeavingPlace[];
}

/** The shipped tables, and the staff groups and bands of the database in their order. */
export async function readEsrVocabulary(manager: EntityManager): Promise<EsrVocabulary> {
  const { columns, rules } = readEsrReference();
  return {
    columns,
    rules: rules.rules,
    staffGroups: await manager.query(
      'SELECT code, name FROM staff_group WHERE is_leaf = 1 ORDER BY position',
    ),
    bands: await manager.query('SELECT code, name FROM band ORDER BY position'),
    places: LEAVING_PLACES,
  };
}
