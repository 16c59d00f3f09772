import { financialYearLabel } from '#modules/report-layout';
import { STAKEHOLDER_TYPES } from '../sections';
import { whole } from './figure-sums';
import type { CheckRule, Finding, UnfoundedAssumption } from './check-rule';

const PLAN = ['system-plan'] as const;
const BOTH = ['system-plan', 'organisation-return'] as const;

const LEVELS = ['emerging', 'developing', 'maturing', 'thriving'];

/** One finding for each organisation, with the names of its first assumptions. */
function byOrganisation(
  found: readonly UnfoundedAssumption[],
  { says, fix }: { readonly says: (count: number, names: string) => string; readonly fix: string },
): readonly Finding[] {
  const organisations = [...new Set(found.map(({ organisation }) => organisation))];
  return organisations.map((organisation) => {
    const own = found.filter((each) => each.organisation === organisation);
    const names = [...new Set(own.map(({ parameter }) => parameter))];
    const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
    const message = `${organisation}: ${says(own.length, `${names.slice(0, 3).join(', ')}${more}`)}.`;
    return { subject: organisation, message, fix };
  });
}

/** What sections say, held against one another and against the assumptions. */
export const CONTENT_RULES: readonly CheckRule[] = [
  {
    code: 'assumption-without-basis',
    severity: 'error',
    documents: BOTH,
    label: 'Every assumption that was entered has a basis or a note',
    threshold: null,
    find: ({ unfounded }) =>
      byOrganisation(unfounded, {
        says: (count, names) => `${count} assumptions have no basis (${names})`,
        fix: 'Say in the assumptions where each comes from.',
      }),
  },
  {
    code: 'proposed-without-basis',
    severity: 'error',
    documents: BOTH,
    label: 'What was accepted from the optimiser has a basis that a person gave',
    threshold: null,
    find: ({ proposed }) =>
      byOrganisation(proposed, {
        says: (count, names) => `${count} values stand as proposed by optimiser and nothing else (${names})`,
        fix: 'Give each a basis of your own in the assumptions or the register, or take it back.',
      }),
  },
  {
    code: 'commitment-without-line',
    severity: 'error',
    documents: PLAN,
    label: 'A commitment with a workforce line has one in the assumptions',
    threshold: null,
    find: ({ contents, commitmentsWithLines }) =>
      (contents['service-commitments'] ?? [])
        .filter(({ values }) => values['statement'] === 'workforce-line')
        .map(({ values }) => String(values['commitment'] ?? ''))
        .filter((commitment) => !commitmentsWithLines.has(commitment))
        .map((commitment) => ({
          subject: commitment,
          message: `${commitment.replaceAll('-', ' ')}: no organisation of the plan has a workforce line for it.`,
          fix: 'Enter the line under service commitments in the assumptions, or state a nil.',
        })),
  },
  {
    code: 'maturity-goes-back',
    severity: 'error',
    documents: PLAN,
    label: 'The maturity level aimed for is not below the level now',
    threshold: null,
    find: ({ contents }) =>
      (contents['maturity'] ?? [])
        .filter(
          ({ values }) => LEVELS.indexOf(String(values['target'])) < LEVELS.indexOf(String(values['level'])),
        )
        .map(({ values }) => ({
          subject: String(values['domain']),
          message: `Maturity, ${String(values['domain'])}: the level aimed for is below the level now.`,
          fix: 'Aim for the same level or a higher one.',
        })),
  },
  {
    code: 'small-pool-shares',
    severity: 'error',
    documents: PLAN,
    label: 'Shares of a talent pool are given for 20 people or more, to the nearest 5 %',
    threshold: { value: 5, unit: '%', source: 'Disclosure rule of the product' },
    find: ({ contents }, step) =>
      (contents['talent-pool-diversity'] ?? []).flatMap(({ values }) => {
        const shares = [values['bme'], values['disabled'], values['women']].filter(
          (value) => value !== undefined,
        );
        const isSmall = values['size'] !== '20-or-more' && shares.length > 0;
        const isFine = shares.every((share) => Number(share) % step === 0);
        if (!isSmall && isFine) return [];
        return [
          {
            subject: String(values['pool']),
            message: 'Diversity of the talent pool: a share could tell who somebody is.',
            fix: `Leave shares of pools under 20 people empty; round others to ${step} %.`,
          },
        ];
      }),
  },
  {
    code: 'stakeholder-not-heard',
    severity: 'warning',
    documents: PLAN,
    label: 'Every kind of stakeholder was heard',
    threshold: null,
    find: ({ contents }) => {
      const heard = new Set((contents['stakeholder-log'] ?? []).map(({ values }) => values['type']));
      const missing = STAKEHOLDER_TYPES.filter(({ code }) => !heard.has(code));
      if (missing.length === 0) return [];
      return [
        {
          subject: missing.map(({ code }) => code).join(','),
          message: `Stakeholder log: nothing yet from ${missing.map(({ label }) => label.toLowerCase()).join(', ')}.`,
          fix: 'Enter when they were heard, or say why not.',
        },
      ];
    },
  },
  {
    code: 'money-ends',
    severity: 'warning',
    documents: PLAN,
    label: 'Posts do not outlive their money',
    threshold: null,
    find: ({ contents, years }) =>
      (contents['contingent-lines'] ?? [])
        .filter(
          ({ values }) => values['until'] !== undefined && Number(values['until']) < (years.at(-1) ?? 0),
        )
        .map(({ id, values }) => ({
          subject: id,
          message: `${String(values['line'])}: the money for ${whole(Number(values['wte'] ?? 0))} WTE ends with ${financialYearLabel(Number(values['until']))}, before the plan does.`,
          fix: 'Say what becomes of the posts.',
        })),
  },
];
