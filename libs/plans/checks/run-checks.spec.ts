import type { CheckedOrganisation, CheckMaterial, Figures } from './check-rule';
import { describeNetting } from './netting';
import { CHECK_RULES, isBlocking, runChecks } from './run-checks';
import { securedLines } from './secured-lines';
import { triangulate } from './triangulation';

const YEARS = [2026, 2027, 2028];

/** Figures of one staff group that grow by shares a year from 2025. */
function figures(growths: Readonly<Record<string, readonly [start: number, yearly: number]>>): Figures {
  return Object.fromEntries(
    Object.entries(growths).map(([measure, [start, yearly]]) => [
      measure,
      {
        midwives: Object.fromEntries(
          [2025, ...YEARS].map((year) => [String(year), String(start * (1 + yearly) ** (year - 2025))]),
        ),
      },
    ]),
  );
}

const SOUND = {
  fte: [100, 0.02],
  establishment: [110, 0.02],
  requirement: [105, 0.02],
  'bank-fte': [3, 0],
  'agency-fte': [1, 0],
  'pay-bill': [5_000_000, 0.05],
  'pay-bill-agency': [60_000, 0],
} as const;

const trust = (changed: Partial<CheckedOrganisation> = {}): CheckedOrganisation => ({
  id: 'one',
  code: 'RR8',
  name: 'Leeds',
  standing: 'received',
  figures: figures(SOUND),
  pastGrowth: new Map([['midwives', 0.02]]),
  ...changed,
});

const STAKEHOLDERS =
  'staff patients local-authority public-health primary-care social-care voluntary governors education';

const sound: CheckMaterial = {
  kind: 'system-plan',
  years: YEARS,
  organisations: [trust()],
  peerGrowth: new Map([['midwives', [-0.01, 0.04] as const]]),
  staffGroups: new Map([['midwives', 'Midwives']]),
  contents: {
    'stakeholder-log': STAKEHOLDERS.split(' ').map((type) => ({ id: type, values: { type } })),
    'service-commitments': [{ id: 'a', values: { commitment: 'cancer', statement: 'workforce-line' } }],
    'financial-positions': [
      { id: 'a', values: { organisation: 'owner', year: '2026', controlTotal: 6_000_000 } },
    ],
    maturity: [{ id: 'a', values: { domain: 'footprint', level: 'maturing', target: 'thriving' } }],
    'talent-pool-diversity': [{ id: 'a', values: { pool: 'now', size: '20-or-more', bme: 25 } }],
    'contingent-lines': [{ id: 'a', values: { line: 'Link workers', wte: 4, from: '2026' } }],
  },
  commitmentsWithLines: new Set(['cancer']),
  unfounded: [],
  proposed: [],
  ownerId: 'owner',
};

const withSection = (key: string, values: Record<string, string | number>): CheckMaterial => ({
  ...sound,
  contents: { ...sound.contents, [key]: [{ id: 'a', values }] },
});
const withTrust = (changed: Partial<CheckedOrganisation>): CheckMaterial => ({
  ...sound,
  organisations: [trust(changed)],
});
const withFigures = (
  changed: Partial<Record<keyof typeof SOUND, readonly [number, number]>>,
): CheckMaterial => withTrust({ figures: figures({ ...SOUND, ...changed }) });

/** One planted inconsistency for each rule. */
const PLANTED: Readonly<Record<string, CheckMaterial>> = {
  'assumption-without-basis': {
    ...sound,
    unfounded: [{ organisation: 'Leeds', parameter: 'Voluntary leavers' }],
  },
  'proposed-without-basis': {
    ...sound,
    proposed: [{ organisation: 'Leeds', parameter: 'Overseas offers' }],
  },
  'commitment-without-line': { ...sound, commitmentsWithLines: new Set() },
  'maturity-goes-back': withSection('maturity', {
    domain: 'footprint',
    level: 'maturing',
    target: 'emerging',
  }),
  'small-pool-shares': withSection('talent-pool-diversity', { pool: 'now', size: 'under-20', bme: 25 }),
  'stakeholder-not-heard': {
    ...sound,
    contents: { ...sound.contents, 'stakeholder-log': sound.contents['stakeholder-log']?.slice(1) ?? [] },
  },
  'money-ends': withSection('contingent-lines', {
    line: 'Link workers',
    wte: 4,
    from: '2026',
    until: '2027',
  }),
  'nothing-projected': { ...sound, organisations: [] },
  'partial-organisation': withTrust({ standing: 'partial' }),
  'growth-against-history': withTrust({ pastGrowth: new Map([['midwives', -0.04]]) }),
  'growth-against-peers': { ...sound, peerGrowth: new Map([['midwives', [-0.03, -0.01] as const]]) },
  'pay-bill-per-wte': withFigures({ 'pay-bill': [5_000_000, 0.005] }),
  'pay-bill-over-control-total': withSection('financial-positions', {
    organisation: 'owner',
    year: '2026',
    controlTotal: 5_000_000,
  }),
  'agency-share': withFigures({ 'pay-bill-agency': [400_000, 0] }),
  'requirement-not-met': withFigures({ requirement: [130, 0.02] }),
};

describe('the checks of a plan', () => {
  it('find nothing in a plan that is consistent', () => {
    expect(runChecks(sound)).toEqual([]);
  });

  it.each(CHECK_RULES.map(({ code }) => code))(
    '%s: find it where it is planted, and nothing else',
    (code) => {
      const findings = runChecks(PLANTED[code] ?? sound);
      expect(
        findings.map((finding) => finding.code).filter((one, index, all) => all.indexOf(one) === index),
      ).toEqual([code]);
      expect(findings.every(({ message, fix }) => message.endsWith('.') && fix.endsWith('.'))).toBe(true);
    },
  );

  it('size what they find', () => {
    const [over] = runChecks(PLANTED['pay-bill-over-control-total'] ?? sound);
    expect(over?.message).toBe(
      'All organisations of this document, 2026/27: a pay bill of £5.3m is £0.3m over the control total.',
    );
  });

  it('let a warning through with a reason, and an error never', () => {
    const [warning] = runChecks(PLANTED['partial-organisation'] ?? sound);
    const [error] = runChecks(PLANTED['commitment-without-line'] ?? sound);
    const reasonFor = (key: string | undefined) => [
      { id: 'r', values: { finding: key ?? '', reason: 'Agreed' } },
    ];
    const explained = (material: CheckMaterial, key: string | undefined) =>
      runChecks({ ...material, contents: { ...material.contents, 'warning-reasons': reasonFor(key) } });

    expect(explained(PLANTED['partial-organisation'] ?? sound, warning?.key).map(isBlocking)).toEqual([
      false,
    ]);
    expect(explained(PLANTED['commitment-without-line'] ?? sound, error?.key).map(isBlocking)).toEqual([
      true,
    ]);
  });
});

describe('triangulation', () => {
  it('holds workforce against money and activity, and shows no figure where one is missing', () => {
    const { lines } = triangulate(sound);
    const valuesOf = (code: string) => lines.find((line) => line.code === code)?.values ?? [];

    expect(valuesOf('fte')[0]).toBeCloseTo(102, 9);
    expect(valuesOf('gap')[0]).toBeCloseTo(105 * 1.02 - 102 - 4, 9);
    expect(valuesOf('over')).toEqual([5_250_000 - 6_000_000, null, null]);
  });
});

describe('contingent lines', () => {
  const contents = {
    'contingent-lines': [
      { id: 'a', values: { wte: 10, funding: 'fair-share', state: 'confirmed', from: '2026' } },
      { id: 'b', values: { wte: 4, funding: 'targeted', state: 'confirmed', from: '2026', until: '2027' } },
      { id: 'c', values: { wte: 3, funding: 'spending-review', state: 'assumed', from: '2028' } },
    ],
  };

  it('of the fair share are secured once the region has agreed', () => {
    expect(securedLines(contents, YEARS, false)).toMatchObject({ secured: [4, 4, 0], atRisk: [10, 10, 13] });
    expect(securedLines(contents, YEARS, true)).toMatchObject({ secured: [14, 14, 10], atRisk: [0, 0, 3] });
  });
});

describe('netted moves', () => {
  it('are said in words, the largest first', () => {
    const { statement, groups } = describeNetting([
      { code: 'midwives', label: 'Midwives', people: 2.4 },
      { code: 'nurses', label: 'Nurses', people: 120.2 },
    ]);
    expect(statement).toBe(
      'System joiners and leavers are lower than the trusts’ sum because 123 moves between our own trusts are counted once.',
    );
    expect(groups[0]?.label).toBe('Nurses');
  });
});
