import {
  RECRUITMENT_FEES,
  type InternationalRecruitmentPolicy,
  type RecruitmentFee,
} from './international-data';
import type { DatedValue } from './levy-data';
import type { PolicyData } from './policy-data';

/** Facts of international recruitment. */
export type InternationalFacts = Pick<PolicyData, 'recruitmentFees' | 'recruitmentCountries'>;

/**
 * Dated fees and the recruitment list as a projection reads them.
 *
 * @param used receives item, status and source of every fact handed over.
 * @throws RangeError if a fee is not known at all.
 */
export function internationalPolicy(
  { recruitmentFees, recruitmentCountries }: InternationalFacts,
  used: Set<string>,
): InternationalRecruitmentPolicy {
  const datedValues = (item: string): readonly DatedValue[] => {
    const own = recruitmentFees.filter((fact) => fact.item === item);
    if (own.length === 0) throw new RangeError(`no ${item} is known`);
    for (const { effectiveFrom, status, sources } of own)
      used.add(`${item} from ${effectiveFrom}: ${status} (${sources.join(', ')})`);
    return own
      .map(({ effectiveFrom, value }) => ({ from: effectiveFrom, value }))
      .sort((left, right) => (left.from < right.from ? -1 : 1));
  };
  const names = Object.keys(RECRUITMENT_FEES) as RecruitmentFee[];
  const fees = Object.fromEntries(names.map((name) => [name, datedValues(RECRUITMENT_FEES[name])])) as Record<
    RecruitmentFee,
    readonly DatedValue[]
  >;
  const countries = recruitmentCountries.map(({ iso3, name, list, effectiveFrom, effectiveTo }) => ({
    iso3,
    name,
    list,
    from: effectiveFrom,
    to: effectiveTo,
  }));
  const origins = new Set(
    recruitmentCountries.map(
      ({ list, status, sources }) => `${list} list of countries: ${status} (${sources.join(', ')})`,
    ),
  );
  origins.forEach((origin) => used.add(origin));
  return { fees, countries };
}
