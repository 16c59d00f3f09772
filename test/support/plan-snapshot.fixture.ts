import { sectionsOf, type SectionDefinition, type SectionField, type SectionValue } from '#plans';
import type { SumOfRuns } from '#projections';
import type { PlanSnapshot } from '../../libs/papers/plan-snapshot';

const FIRST_YEAR = 2026;
const YEARS = [2025, 2026, 2027, 2028, 2029, 2030];
const HASH = (sign: string) => sign.repeat(64);

const GROUPS = [
  ['all-staff', 'All staff', 0, false],
  ['nurses', 'Nurses and health visitors', 1, true],
  ['midwives', 'Midwives', 1, true],
  ['doctors', 'Consultants and resident doctors', 1, true],
  ['support', 'Support to clinical staff', 1, true],
  ['managers', 'Senior managers', 1, true],
] as const;
const OPENINGS: Readonly<Record<string, number>> = {
  nurses: 4210.4,
  midwives: 301.7,
  doctors: 1810.2,
  support: 3920.9,
  managers: 3.2,
};

/** Whole-time equivalents of a leaf in a year, growing by a share each year. */
const grown = (code: string, year: number, share: number): number =>
  (OPENINGS[code] ?? 0) * (1 + share) ** (year - 2025);

function valuesOf(code: string, share: number): readonly number[] {
  const leaves = code === 'all-staff' ? Object.keys(OPENINGS) : [code];
  return YEARS.map((year) => leaves.reduce((sum, leaf) => sum + grown(leaf, year, share), 0));
}

function sumOfRuns(): SumOfRuns {
  const staffGroups = GROUPS.map(([code, name, depth, isLeaf]): SumOfRuns['staffGroups'][number] => {
    const [staffInPost, requirement] = [valuesOf(code, 0.012), valuesOf(code, 0.021)];
    const nothing = YEARS.map(() => null);
    return {
      code,
      name,
      parentCode: depth === 0 ? null : 'all-staff',
      depth,
      isLeaf,
      lines: {
        staffInPost,
        requirement,
        headcount: staffInPost,
        availableFte: staffInPost,
        establishment: valuesOf(code, 0.016),
        payBill: nothing,
      },
      establishmentBasis: 'loaded',
      vacancyRate: nothing,
      gap: requirement.map((value, place) => value - (staffInPost[place] ?? 0)),
    };
  });
  const opening = staffGroups[0]?.lines.staffInPost[0] ?? 0;
  const closing = staffGroups[0]?.lines.staffInPost.at(-1) ?? 0;
  const parts = [
    { code: 'joiners-newly-qualified', label: 'Newly qualified', value: 900 },
    { code: 'joiners-international', label: 'International recruits', value: 420 },
    { code: 'exits-voluntary', label: 'Left of their own accord', value: -1100 },
    { code: 'moves', label: 'Other', value: closing - opening - 220 },
  ];
  const bridge = {
    staffGroup: 'all-staff',
    unit: 'fte' as const,
    opening: { label: '31 March 2026', value: opening },
    parts,
    closing: { label: '31 March 2031', value: closing },
  };
  return {
    years: YEARS.map((year) => ({
      year,
      label: `${year}/${String((year + 1) % 100)}`,
      kind: year < FIRST_YEAR ? 'estimate' : 'projected',
    })),
    staffGroups,
    bridge,
    bridges: { 'all-staff': bridge },
    baseline: { month: '2026-03', openingFte: opening },
  };
}

const VALUES: Readonly<Record<SectionField['kind'], (field: SectionField) => SectionValue>> = {
  text: ({ label }) => `${label}, in a line`,
  'long-text': ({ label }) =>
    `${label}: we work with every trust of the system, primary care and the councils. <Nobody> is left out & nothing is hidden.\n\nA second paragraph says how far we are.`,
  choice: (field) => (field.kind === 'choice' ? (field.choices[0]?.code ?? '') : ''),
  number: () => 12,
  date: () => '2026-12-01',
  year: () => String(FIRST_YEAR),
  organisation: () => 'trust-1',
  'staff-group': () => 'nurses',
  scenario: () => 'scenario-1',
  'clinical-lead': () => 'lead-1',
};

function entriesOf({ fields, fixedRows }: SectionDefinition) {
  const rows = fixedRows === undefined ? [null] : fixedRows.codes;
  return rows.map((code, place) => ({
    id: `entry-${place + 1}`,
    values: {
      ...Object.fromEntries(fields.map((field) => [field.key, VALUES[field.kind](field)])),
      ...(fixedRows === undefined || code === null ? {} : { [fixedRows.field]: code }),
    },
  }));
}

const STEP = {
  revision: 1,
  version: 1,
  slot: null,
  slotLabel: null,
  principal: null,
  decidedOn: null,
  contentSha256: HASH('a'),
};

/** A made-up plan of two trusts with something in every section. Each call gives an equal one. */
export function planSnapshot(): PlanSnapshot {
  const run = (code: string, name: string) => ({
    organisation: { id: `trust-${code}`, code, name },
    standing: code === 'RR8' ? ('received' as const) : ('partial' as const),
    returnVersion: code === 'RR8' ? 1 : null,
    scenario: { id: 'scenario-1', name: 'Submission' },
    runId: `0197b2aa-0000-7000-8000-00000000${code === 'RR8' ? '0001' : '0002'}`,
    inputSha256: HASH('1'),
    resultSha256: HASH('2'),
    engineVersion: HASH('3'),
    seed: '42',
    draws: 200,
    baselineSha256: HASH('4'),
    figures: {},
  });
  const years = YEARS.slice(1);
  const sections = Object.fromEntries(
    sectionsOf('system-plan')
      .filter(({ key }) => key !== 'warning-reasons')
      .map((definition) => [definition.key, entriesOf(definition)]),
  );
  const assumption = {
    parameter: 'retention.leaver-rate',
    firstYear: 2026,
    lastYear: 2030,
    value: 0.095,
    level: 'scenario' as const,
    source: 'Exit interviews 2025',
    scenario: 'Submission',
    organisation: 'Leeds Teaching Hospitals',
    author: 'Amira Khan',
  };
  return {
    document: {
      content: {
        format: 'wholetime-plan-version/1',
        kind: 'system-plan',
        documentId: 'plan-1',
        version: 1,
        organisation: { id: 'system-1', code: 'QWO', name: 'West Yorkshire', type: 'system' },
        round: { id: 'round-1', name: '2026/27', firstYear: FIRST_YEAR, years: 5 },
        scenario: { id: 'scenario-1', name: 'Submission' },
        runs: [run('RR8', 'Leeds Teaching Hospitals'), run('RWY', 'Calderdale and Huddersfield')],
        leftOut: [],
        sections,
        checks: {
          findings: [
            {
              subject: 'RR8 nurses',
              message:
                'Nurses of Leeds Teaching Hospitals grow by 4.1 % a year; 8 in 10 organisations lie between -1.2 % and 3.6 %.',
              fix: 'Say why.',
              key: 'growth RR8 nurses',
              code: 'growth',
              severity: 'warning',
              rule: 'Growth outside that of peers',
              reason: '=cmd: the new wing opens in 2027.',
            },
          ],
          triangulation: {
            years,
            lines: [
              {
                code: 'fte',
                label: 'Staff in post',
                unit: 'WTE',
                values: years.map((year) => 10_000 + year),
              },
              {
                code: 'pay-bill',
                label: 'Pay bill',
                unit: '£',
                values: years.map((year) => 6e8 + year * 1e4),
              },
              { code: 'control-total', label: 'Control total', unit: '£', values: years.map(() => null) },
            ],
          },
          contingent: { years, secured: years.map(() => 0), atRisk: years.map(() => 12) },
          netting: {
            statement:
              'System joiners and leavers are lower than the trusts’ sum because 31 moves between our own trusts are counted once.',
            groups: [{ code: 'nurses', label: 'Nurses and health visitors', people: 31 }],
          },
        },
        people: { 'lead-1': 'Dr Sara Lindqvist' },
      },
      version: {
        version: 1,
        contentSha256: HASH('a'),
        person: 'Jo Marsh',
        frozenAt: new Date('2026-11-20T10:30:00Z'),
      },
      steps: [
        {
          ...STEP,
          action: 'submit',
          label: 'Submit',
          from: 'Draft',
          to: 'Submitted',
          person: 'Jo Marsh',
          reason: null,
          at: '2026-11-20T10:30:00.000Z',
        },
        {
          ...STEP,
          revision: 2,
          action: 'sign',
          label: 'Sign',
          slotLabel: 'Cancer',
          from: 'Submitted',
          to: 'Submitted',
          person: 'Dr Sara Lindqvist',
          reason: null,
          at: '2026-11-23T09:00:00.000Z',
        },
      ],
      state: { code: 'submitted', label: 'Submitted' },
      names: { 'trust-1': 'Leeds Teaching Hospitals', 'scenario-1': 'Submission' },
      staffGroups: Object.fromEntries(GROUPS.map(([code, name]) => [code, name])),
    },
    sum: sumOfRuns(),
    assumptions: [
      [
        { ...assumption, staffGroup: 'nurses' },
        { ...assumption, staffGroup: 'midwives' },
        {
          ...assumption,
          parameter: 'sickness-absence.rate',
          staffGroup: 'nurses',
          level: 'national-default',
          value: 0.045,
          source: 'NHS Digital sickness absence 2024',
        },
      ],
      null,
    ],
    finishedAt: { '0197b2aa-0000-7000-8000-000000000001': '2026-11-19T08:00:00.000Z' },
  };
}
