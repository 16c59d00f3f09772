import { financialYearLabel } from '#modules/report-layout';
import type { CheckMaterial, CheckRule, Finding } from './check-rule';
import { allGroups, allOrganisations, figure, growth, millions, percent, whole } from './figure-sums';

const PLAN = ['system-plan'] as const;
const BOTH = ['system-plan', 'organisation-return'] as const;

/** Groups smaller than this move by large shares with every post. */
const SMALLEST_WTE = 20;

interface GroupGrowth {
  readonly organisation: CheckMaterial['organisations'][number];
  readonly group: string;
  readonly yearly: number;
}

/** Mean yearly growth of each group of each organisation from before the round to its last year. */
function plannedGrowth({ organisations, years }: CheckMaterial): readonly GroupGrowth[] {
  const [first = 0] = years;
  const last = years.at(-1) ?? 0;
  return organisations.flatMap((organisation) =>
    Object.keys(organisation.figures['fte'] ?? {}).flatMap((group) => {
      const from = figure(organisation.figures, 'fte', group, first - 1);
      const total = growth(from, figure(organisation.figures, 'fte', group, last));
      if (total === null || from === null || from < SMALLEST_WTE) return [];
      return [{ organisation, group, yearly: (1 + total) ** (1 / years.length) - 1 }];
    }),
  );
}

const groupName = ({ staffGroups }: CheckMaterial, group: string): string => staffGroups.get(group) ?? group;

/** Figures held against the past, against others, against money and against one another. */
export const FIGURE_RULES: readonly CheckRule[] = [
  {
    code: 'nothing-projected',
    severity: 'error',
    documents: BOTH,
    label: 'Some organisation is in the totals',
    threshold: null,
    find: ({ organisations }) =>
      organisations.length > 0
        ? []
        : [{ subject: 'all', message: 'No organisation is in the totals.', fix: 'Include at least one.' }],
  },
  {
    code: 'partial-organisation',
    severity: 'warning',
    documents: PLAN,
    label: 'The return of every organisation is received',
    threshold: null,
    find: ({ organisations }) => {
      const partial = organisations.filter(({ standing }) => standing === 'partial');
      if (partial.length === 0) return [];
      return [
        {
          subject: partial.map(({ code }) => code).join(','),
          message: `Returns not received: ${partial.map(({ name }) => name).join(', ')}. The plan takes their figures as they stand, marked as partial.`,
          fix: 'Wait for the returns, or say why the plan goes ahead without them.',
        },
      ];
    },
  },
  {
    code: 'growth-against-history',
    severity: 'warning',
    documents: BOTH,
    label: 'Growth of staff in post is like that of the past',
    threshold: { value: 0.05, unit: 'points a year', source: 'Judgement; own published history' },
    find: (material, most) =>
      plannedGrowth(material).flatMap(({ organisation, group, yearly }): readonly Finding[] => {
        const past = organisation.pastGrowth.get(group);
        if (past === undefined || Math.abs(yearly - past) <= most) return [];
        return [
          {
            subject: `${organisation.code} ${group}`,
            message: `${organisation.name}, ${groupName(material, group)}: ${percent(yearly)} a year is planned; it was ${percent(past)} a year before.`,
            fix: 'Look at the assumptions, or say what makes the difference.',
          },
        ];
      }),
  },
  {
    code: 'growth-against-peers',
    severity: 'warning',
    documents: BOTH,
    label: 'Growth of staff in post is one that others have had',
    threshold: {
      value: 0.02,
      unit: 'points a year beyond 8 in 10 of the others',
      source: 'Judgement; published history',
    },
    find: (material, most) =>
      plannedGrowth(material).flatMap(({ organisation, group, yearly }): readonly Finding[] => {
        const range = material.peerGrowth.get(group);
        if (range === undefined) return [];
        const [low, high] = range;
        if (yearly >= low - most && yearly <= high + most) return [];
        return [
          {
            subject: `${organisation.code} ${group}`,
            message: `${organisation.name}, ${groupName(material, group)}: ${percent(yearly)} a year is planned; 8 in 10 other organisations had between ${percent(low)} and ${percent(high)}.`,
            fix: 'Look at the assumptions, or say what makes the difference.',
          },
        ];
      }),
  },
  {
    code: 'pay-bill-per-wte',
    severity: 'warning',
    documents: BOTH,
    label: 'Pay bill and staff in post grow together',
    threshold: { value: 0.07, unit: 'a year for each WTE', source: 'Judgement' },
    find: ({ organisations, years }, most) =>
      organisations.flatMap(({ code, name, figures }) =>
        years.slice(1).flatMap((year): readonly Finding[] => {
          const perWte = (of: number): number | null => {
            const wte = allGroups(figures, 'fte', of);
            const pay = allGroups(figures, 'pay-bill', of);
            return wte === null || pay === null || wte <= 0 ? null : pay / wte;
          };
          const change = growth(perWte(year - 1), perWte(year));
          if (change === null || (change >= 0 && change <= most)) return [];
          return [
            {
              subject: `${code} ${year}`,
              message: `${name}, ${financialYearLabel(year)}: the pay bill for each WTE changes by ${percent(change)}.`,
              fix: 'Look at pay and staff in post of the year, or say what makes the difference.',
            },
          ];
        }),
      ),
  },
  {
    code: 'pay-bill-over-control-total',
    severity: 'warning',
    documents: BOTH,
    label: 'The pay bill is within the control total',
    threshold: { value: 0, unit: '£ over', source: 'Control totals entered in the plan' },
    find: (material, most) =>
      controlTotals(material).flatMap(({ year, total, pay, name }): readonly Finding[] => {
        if (pay === null || pay - total <= most) return [];
        return [
          {
            subject: `${name} ${year}`,
            message: `${name}, ${financialYearLabel(year)}: a pay bill of ${millions(pay)} is ${millions(pay - total)} over the control total.`,
            fix: 'Close the difference, or say how it will be closed.',
          },
        ];
      }),
  },
  {
    code: 'agency-share',
    severity: 'warning',
    documents: BOTH,
    label: 'Agency staff cost no more than their share of the pay bill',
    threshold: {
      value: 0.032,
      unit: 'of the pay bill',
      source: 'Ceiling of 2024/25, from memory, unverified',
    },
    find: ({ organisations, years }, most) =>
      organisations.flatMap(({ code, name, figures }) =>
        years.flatMap((year): readonly Finding[] => {
          const agency = allGroups(figures, 'pay-bill-agency', year) ?? 0;
          const pay = allGroups(figures, 'pay-bill', year);
          if (pay === null || pay <= 0 || agency / pay <= most) return [];
          return [
            {
              subject: `${code} ${year}`,
              message: `${name}, ${financialYearLabel(year)}: agency staff are ${percent(agency / pay).replace('+', '')} of the pay bill (ceiling ${percent(most).replace('+', '')}, unverified).`,
              fix: 'Lower the agency cap, or say why not.',
            },
          ];
        }),
      ),
  },
  {
    code: 'requirement-not-met',
    severity: 'warning',
    documents: BOTH,
    label: 'Staff in post, bank and agency meet the requirement of the planned activity',
    threshold: { value: 0.1, unit: 'of the requirement', source: 'Judgement' },
    find: ({ organisations, years }, most) => {
      const last = years.at(-1) ?? 0;
      return organisations.flatMap(({ code, name, figures }): readonly Finding[] => {
        const requirement = allGroups(figures, 'requirement', last);
        const filled = ['fte', 'bank-fte', 'agency-fte'].reduce(
          (sum, measure) => sum + (allGroups(figures, measure, last) ?? 0),
          0,
        );
        if (requirement === null || requirement <= 0 || 1 - filled / requirement <= most) return [];
        return [
          {
            subject: code,
            message: `${name}, ${financialYearLabel(last)}: ${whole(requirement - filled)} WTE of a requirement of ${whole(requirement)} are not filled, bank and agency included.`,
            fix: 'Close the gap, or say what becomes of the activity.',
          },
        ];
      });
    },
  },
];

interface ControlTotal {
  readonly name: string;
  readonly year: number;
  readonly total: number;
  readonly pay: number | null;
}

/** Control totals entered in the document, each with the pay bill that it is for. */
export function controlTotals({
  contents,
  organisations,
  ownerId,
  kind,
}: CheckMaterial): readonly ControlTotal[] {
  const key = kind === 'system-plan' ? 'financial-positions' : 'financial-position';
  return (contents[key] ?? []).flatMap(({ values }) => {
    const { controlTotal, year, organisation = ownerId } = values;
    if (typeof controlTotal !== 'number' || year === undefined) return [];
    const one = organisations.find(({ id }) => id === organisation);
    const isWhole = organisation === ownerId;
    const pay = isWhole
      ? allOrganisations(organisations, 'pay-bill', Number(year))
      : one === undefined
        ? null
        : allGroups(one.figures, 'pay-bill', Number(year));
    const name = isWhole
      ? 'All organisations of this document'
      : (one?.name ?? 'An organisation outside the totals');
    return [{ name, year: Number(year), total: controlTotal, pay }];
  });
}
