import { canonicalJson } from '#platform';
import type { EffectiveEntry } from '../registers/effective-entries';
import type { UnitContext } from '../unit-context';
import type { DifferentEntry } from './scenario-difference';

/** The register entries that are in force on one side only, or with other values. */
export function differentEntries(
  base: readonly EffectiveEntry[],
  changed: readonly EffectiveEntry[],
  { ancestry }: Pick<UnitContext, 'ancestry'>,
): readonly DifferentEntry[] {
  const left = new Map(base.map((entry) => [placeOf(entry), entry]));
  const right = new Map(changed.map((entry) => [placeOf(entry), entry]));
  const all = new Map([...left, ...right]);
  return [...all].flatMap(([place, { register, entryKey, organisationId }]) => {
    const before = left.get(place)?.values ?? null;
    const after = right.get(place)?.values ?? null;
    if (before !== null && after !== null && canonicalJson(before) === canonicalJson(after)) return [];
    const node = ancestry.find(({ id }) => id === organisationId);
    const organisation = node === undefined ? null : { id: node.id, code: node.code, name: node.name };
    return [{ register, entryKey, organisation, base: before, changed: after }];
  });
}

const placeOf = ({ register, organisationId, entryKey }: EffectiveEntry): string =>
  `${register} ${organisationId} ${entryKey}`;
