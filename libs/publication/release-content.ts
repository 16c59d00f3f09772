import { DISCLOSURE_RULE, type ReleasedCell } from './disclosure';
import { equalityRows } from './england/equality-rows';
import { PUBLISHED_MEASURES } from './observation';
import type { ReleaseContent } from './release-publisher';
import type { ReleaseSource } from './release-source';

/** Tables that passed the disclosure gate, and the audit that they passed by. */
export interface AuditedTables {
  readonly cells: readonly ReleasedCell[];
  readonly auditId: string;
  /** Codes of organisations that are in no table. */
  readonly withoutTable: readonly string[];
}

/** Lays out rows and the facts of the manifest. Pure: same source and tables, same rows. */
export function buildReleaseContent(source: ReleaseSource, tables: AuditedTables): ReleaseContent {
  const equality = equalityRows(tables.cells, source.places, source.scenario.name);
  return {
    rows: [...source.planning, ...equality].map((row, index) => ({ ...row, seq: index + 1 })),
    facts: {
      scenario: source.scenario,
      measures: PUBLISHED_MEASURES,
      disclosure: {
        rule: DISCLOSURE_RULE,
        auditId: tables.auditId,
        organisationsWithoutTable: tables.withoutTable,
      },
      provenance: source.provenance,
    },
  };
}
