import { FEW_PEOPLE } from './draft-variables';
import type { DatedFigures, EqualityRelease, OrganisationFigures } from './equality-release';
import { vintageKey, type DisclosureRegister } from './release-register';

/**
 * The release with small changes of projected figures left out: where an organisation's figures at a date differ from
 * those last published by three people or fewer in all, the published ones stay. What is subtracted from release to
 * release then never shows a few people; changes add up until there are more. Counted people are released as they
 * are, and audited as corrections.
 */
export function withoutSmallCorrections(
  register: DisclosureRegister,
  release: EqualityRelease,
): EqualityRelease {
  const dates = release.dates.map((dated) =>
    dated.kind === 'whole'
      ? dated
      : { ...dated, organisations: dated.organisations.map((own) => settled(register, dated, own)) },
  );
  return { ...release, dates };
}

function settled(
  { vintages }: DisclosureRegister,
  { date }: DatedFigures,
  figures: OrganisationFigures,
): OrganisationFigures {
  const people = vintages.get(vintageKey(figures.organisation, date, 'headcount'));
  const equivalents = vintages.get(vintageKey(figures.organisation, date, 'fte'));
  if (people === undefined || (equivalents === undefined) !== (figures.fte === null)) return figures;
  const isSameShape =
    people.values.length === figures.headcount.length &&
    figures.isImpossible.every((isZero, cell) => isZero === (people.variables[cell] === null));
  const touched = figures.headcount.reduce(
    (sum, value, cell) => sum + Math.abs(value - (people.values[cell] ?? 0)),
    0,
  );
  if (!isSameShape || touched > FEW_PEOPLE) return figures;
  return { ...figures, headcount: people.values, fte: equivalents?.values ?? null };
}
