import { InvalidInputError, sha256Hex, canonicalJson } from '#platform';

/** Filters of an observations request; each is an exact match. */
export interface ObservationFilter {
  readonly measure?: string;
  readonly organisation?: string;
  readonly system?: string;
  readonly region?: string;
  readonly staffGroup?: string;
  readonly year?: number;
  readonly scenario?: string;
}

const FILTER_COLUMNS: Readonly<Record<keyof ObservationFilter, string>> = {
  measure: 'measure',
  organisation: 'organisation_code',
  system: 'system_code',
  region: 'region_code',
  staffGroup: 'staff_group_code',
  year: 'year',
  scenario: 'scenario',
};

/** SQL conditions and values of a filter, in a fixed order. */
export function filterConditions(filter: ObservationFilter): { sql: string; values: (string | number)[] } {
  const present = (Object.keys(FILTER_COLUMNS) as (keyof ObservationFilter)[]).filter(
    (name) => filter[name] !== undefined,
  );
  return {
    sql: present.map((name) => ` AND ${FILTER_COLUMNS[name]} = ?`).join(''),
    values: present.map((name) => filter[name] ?? ''),
  };
}

/** True when the request wants the whole release. */
export function isUnfiltered(filter: ObservationFilter): boolean {
  return Object.values(filter).every((value) => value === undefined);
}

/** Names a view of an immutable release: equal fingerprints mean equal bytes. */
export function queryFingerprint(releaseId: string, filter: ObservationFilter): string {
  return sha256Hex(canonicalJson({ releaseId, filter })).slice(0, 16);
}

/** Opaque position after row `seq` of one view of one release. */
export function encodeCursor(releaseId: string, filter: ObservationFilter, seq: number): string {
  return Buffer.from(`${queryFingerprint(releaseId, filter)}.${seq}`).toString('base64url');
}

/**
 * Row number after which the next page starts; 0 without a cursor.
 *
 * @throws InvalidInputError when the cursor is damaged or belongs to another release or filter.
 */
export function decodeCursor(
  releaseId: string,
  filter: ObservationFilter,
  cursor: string | undefined,
): number {
  if (cursor === undefined) return 0;
  const [fingerprint, seq, ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split('.');
  const isOurs = fingerprint === queryFingerprint(releaseId, filter) && rest.length === 0;
  if (isOurs && seq !== undefined && /^[1-9]\d{0,9}$/.test(seq)) return Number(seq);
  throw new InvalidInputError([
    {
      pointer: '/cursor',
      rule: 'cursor',
      message: 'The cursor does not belong to this release and these filters.',
      fix: 'Use the value of "next" from the page before with the same filters, or start without a cursor.',
    },
  ]);
}
