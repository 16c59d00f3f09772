import type { ProjectionPolicy } from '#policy';

import type { EntryProblem } from '../register/register-rule';
import type { RegisterRow } from '../register/register-rows';
import { COUNTRY_CODES } from './country-codes';
import { listedCountry } from './recruitment-list';

/** Cohorts name a country that exists and may be recruited from, and months in order. */
export function cohortProblems(
  rows: readonly RegisterRow[],
  _otherRows: unknown,
  policy: ProjectionPolicy,
): readonly EntryProblem[] {
  return rows.flatMap((row) => [...monthProblem(row), ...countryProblem(row, policy)]);
}

function monthProblem(row: RegisterRow): readonly EntryProblem[] {
  const first = row.text('firstMonth');
  const last = row.optionalText('lastMonth') ?? first;
  if (last >= first) return [];
  return [
    {
      entry: row.id,
      field: 'lastMonth',
      rule: 'months-in-order',
      message: `offers end in ${last}, before they begin in ${first}`,
      fix: `enter ${first} or a later month, or leave the last month empty`,
    },
  ];
}

function countryProblem(row: RegisterRow, policy: ProjectionPolicy): readonly EntryProblem[] {
  const iso3 = row.text('country');
  const at = { entry: row.id, field: 'country' };
  if (!COUNTRY_CODES.has(iso3)) {
    const message = `"${iso3}" is not a country code`;
    return [
      { ...at, rule: 'country-code', message, fix: 'use the three letters of ISO 3166-1, such as IND' },
    ];
  }
  if (policy.internationalRecruitment === undefined) {
    const message = 'the recruitment list is not among the policy facts, so the country cannot be checked';
    return [{ ...at, rule: 'recruitment-list', message, fix: 'add policy.internationalRecruitment' }];
  }
  const listed = redInAnyMonth(row, policy);
  if (listed === undefined) return [];
  return [
    {
      ...at,
      rule: 'red-list',
      message: `${listed.name} is on the red list of ${listed.from}: no active recruitment`,
      fix: 'choose another country; people from there who apply by themselves are joiners of the wider labour market',
    },
  ];
}

/** The list as at the first and the last month of offers. */
function redInAnyMonth(row: RegisterRow, policy: ProjectionPolicy) {
  const first = row.text('firstMonth');
  const months = [first, row.optionalText('lastMonth') ?? first];
  return months
    .map((month) => listedCountry(policy, row.text('country'), month))
    .find((country) => country?.list === 'red');
}
