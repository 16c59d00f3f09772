import type { PolicyData } from './policy-data';
import type { PolicyRow } from './policy-row';
import {
  CLUSTER_RETURNS,
  CLUSTER_WORKFORCES,
  INDICATOR_KINDS,
  LIKELIHOOD_DIRECTIONS,
  WORKFORCE_TYPES,
  type EqualityClusterFact,
  type EqualityIndicatorFact,
  type PublishedRepresentationFact,
  type WorkforceTypeFact,
} from './representation-data';

/** Facts of representation. */
export type RepresentationFacts = Pick<
  PolicyData,
  'equalityClusters' | 'equalityIndicators' | 'workforceTypes' | 'publishedRepresentation'
>;

/** Reads and checks the facts of representation. @throws PolicyFileError at the first that cannot be used. */
export function loadRepresentation(
  read: (file: string) => readonly PolicyRow[],
  known: ReadonlySet<string>,
): RepresentationFacts {
  return {
    equalityClusters: read('equality_clusters.csv').map((row) => clusterOf(row, known)),
    equalityIndicators: read('equality_indicators.csv').map((row) => indicatorOf(row, known)),
    workforceTypes: read('workforce_types.csv').map((row) => workforceTypeOf(row, known)),
    publishedRepresentation: read('wres_by_band.csv').map((row) => publishedOf(row, known)),
  };
}

function clusterOf(row: PolicyRow, known: ReadonlySet<string>): EqualityClusterFact {
  const workforce = oneOf(row, 'workforce', CLUSTER_WORKFORCES);
  const bands = row
    .optionalText('bands')
    .split(';')
    .filter((band) => band !== '');
  const needsBands = workforce === 'agenda-for-change' || workforce === 'medical';
  if (needsBands !== bands.length > 0)
    throw row.error('bands', needsBands ? 'is empty' : `must be empty for ${workforce}`);
  const effectiveFrom = row.optionalDate('effective_from');
  const effectiveTo = row.optionalDate('effective_to');
  if (effectiveFrom !== null && effectiveTo !== null && effectiveTo < effectiveFrom)
    throw row.error('effective_to', 'is before effective_from');
  return {
    return: oneOf(row, 'return', CLUSTER_RETURNS),
    code: row.text('code'),
    label: row.text('label'),
    workforce,
    bands,
    effectiveFrom,
    effectiveTo,
    ...row.origin(known),
  };
}

function indicatorOf(row: PolicyRow, known: ReadonlySet<string>): EqualityIndicatorFact {
  const kind = oneOf(row, 'kind', INDICATOR_KINDS);
  return {
    standard: oneOf(row, 'standard', ['wres', 'wdes'] as const),
    number: row.number('number'),
    code: row.text('code'),
    label: row.text('label'),
    kind,
    direction: kind === 'relative-likelihood' ? oneOf(row, 'direction', LIKELIHOOD_DIRECTIONS) : null,
    ...row.origin(known),
  };
}

function workforceTypeOf(row: PolicyRow, known: ReadonlySet<string>): WorkforceTypeFact {
  return {
    staffGroup: row.text('staff_group'),
    workforceType: oneOf(row, 'workforce_type', WORKFORCE_TYPES),
    ...row.origin(known),
  };
}

function publishedOf(row: PolicyRow, known: ReadonlySet<string>): PublishedRepresentationFact {
  return {
    year: row.number('year'),
    measure: row.text('measure'),
    value: row.number('value_pct'),
    ...row.origin(known),
  };
}

function oneOf<Code extends string>(row: PolicyRow, column: string, codes: readonly Code[]): Code {
  const text = row.text(column);
  const code = codes.find((each) => each === text);
  if (code === undefined) throw row.error(column, `"${text}" is none of: ${codes.join('; ')}`);
  return code;
}
