import { canonicalJson } from '#platform';
import { sectionsOf, type SectionDefinition, type SectionEntry, type SectionField } from '../sections';
import type { FrozenRun, VersionContent } from './version-content';

/** One field that differs; null where a version does not have it. */
export interface FieldDifference {
  readonly field: string;
  readonly label: string;
  readonly from: string | number | null;
  readonly to: string | number | null;
}

/** One entry that was added, changed or removed. */
export interface EntryDifference {
  readonly section: string;
  readonly label: string;
  readonly entry: string;
  readonly change: 'added' | 'changed' | 'removed';
  readonly fields: readonly FieldDifference[];
}

/** One organisation whose run, or standing in the plan, is another. */
export interface RunDifference {
  readonly organisation: string;
  readonly from: RunLabel | null;
  readonly to: RunLabel | null;
}

/** A run in a difference. */
export type RunLabel = Pick<FrozenRun, 'runId' | 'standing' | 'resultSha256'> & { readonly scenario: string };

/** What one version has that another has not. */
export interface VersionDifference {
  readonly from: number;
  readonly to: number;
  readonly runs: readonly RunDifference[];
  readonly entries: readonly EntryDifference[];
}

/** Compares two versions of one document, in the order of its sections. Pure. */
export function differenceOf(from: VersionContent, to: VersionContent): VersionDifference {
  return {
    from: from.version,
    to: to.version,
    runs: runDifferences(from.runs, to.runs),
    entries: sectionsOf(to.kind).flatMap((definition) =>
      entryDifferences(definition, from.sections[definition.key] ?? [], to.sections[definition.key] ?? []),
    ),
  };
}

function runDifferences(from: readonly FrozenRun[], to: readonly FrozenRun[]): readonly RunDifference[] {
  const labels = (runs: readonly FrozenRun[]) =>
    new Map(
      runs.map(({ organisation, runId, standing, resultSha256, scenario }) => [
        organisation.name,
        { runId, standing, resultSha256, scenario: scenario.name },
      ]),
    );
  const before = labels(from);
  const after = labels(to);
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((organisation) => ({
      organisation,
      from: before.get(organisation) ?? null,
      to: after.get(organisation) ?? null,
    }))
    .filter((each) => canonicalJson(each.from) !== canonicalJson(each.to));
}

function entryDifferences(
  { key, label, fields, fixedRows }: SectionDefinition,
  from: readonly SectionEntry[],
  to: readonly SectionEntry[],
): readonly EntryDifference[] {
  // Fixed rows are told by what they answer, whatever ids their entries were given.
  const keyOf = ({ id, values }: SectionEntry): string =>
    fixedRows === undefined ? id : String(values[fixedRows.field] ?? id);
  const before = new Map(from.map((entry) => [keyOf(entry), entry]));
  const after = new Map(to.map((entry) => [keyOf(entry), entry]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((entry) => {
    const old = before.get(entry);
    const now = after.get(entry);
    const changed = fieldDifferences(fields, old, now);
    if (changed.length === 0) return [];
    const change = old === undefined ? 'added' : now === undefined ? 'removed' : 'changed';
    return [{ section: key, label, entry, change, fields: changed } as const];
  });
}

function fieldDifferences(
  fields: readonly SectionField[],
  from: SectionEntry | undefined,
  to: SectionEntry | undefined,
): readonly FieldDifference[] {
  return fields
    .map(({ key, label }) => ({
      field: key,
      label,
      from: from?.values[key] ?? null,
      to: to?.values[key] ?? null,
    }))
    .filter((each) => each.from !== each.to);
}
