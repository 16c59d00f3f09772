import { project, type ProjectionInput } from '#modules/projection';
import { MODULE_REPORTS, type ModuleReport } from '#modules/reporting';
import { shortfall } from '#modules/sickness-absence';

import { handWorked } from '../support/hand-worked-projection';
import { withShippedFacts } from '../support/representation-policy.fixture';

const NURSES = 'nurses-and-health-visitors';
const SUPPORT = 'support-to-doctors-nurses-and-midwives';

/**
 * 80 nurses in 100 posts, paid 40,000 pounds; 40 support staff in 40 posts, paid 25,000. In 2026/27, 20 support
 * posts are built up, a twelfth of them each month, each covering half a nurse; support posts are filled at once.
 */
function team(floor: number, change: object = {}): ProjectionInput {
  const bands = ['band-3', 'band-5'];
  const groups = [
    { code: NURSES, headcount: 80, fte: 80, establishment: 100, bandShares: [0, 1] },
    { code: SUPPORT, registered: false, headcount: 40, fte: 40, establishment: 40 },
  ];
  const input = withShippedFacts(
    handWorked(groups, bands, {
      'growth.joiners-wider-labour-market': { [SUPPORT]: 600 },
      'growth.share-of-vacancies-filled': { [SUPPORT]: 1 },
      'skill-mix.registered-floor': { [NURSES]: floor },
    }),
  );
  const entry = {
    name: 'Nursing associates',
    staffGroup: NURSES,
    substituteGroup: SUPPORT,
    role: 'nursing-associate',
    substituteFte: { 2026: 20 },
    coverage: 0.5,
    ...change,
  };
  return {
    ...input,
    policy: { ...input.policy, basicPay: { ...input.policy.basicPay, 'band-3': [25e3, 25e3, 25e3, 25e3] } },
    registers: { 'skill-mix.substitutions': [{ id: 'a', values: entry }] },
  };
}

function reportOf(input: ProjectionInput): ModuleReport {
  const report = MODULE_REPORTS['skill-mix']?.({ input, output: project(input) });
  if (report === undefined) throw new Error('no report of skill mix');
  return report;
}

function rowsOf(report: ModuleReport, table: string): ModuleReport['tables'][number]['rows'] {
  return report.tables.find(({ key }) => key === table)?.rows ?? [];
}

describe('from substitution to requirement, shortfall, recruitment and pay, worked by hand', () => {
  const output = project(team(0));
  const [nurses, support] = output.staffGroups.map(({ series }) => series);

  const missing = (month: number): number =>
    shortfall({
      requirement: nurses?.requirement[month] ?? NaN,
      available: nurses?.['available-fte'][month] ?? NaN,
      plannedAbsence: 0,
      temporary: 0,
    });

  it('takes ten nurses off the requirement and half of their shortfall', () => {
    expect([nurses?.requirement[0], nurses?.requirement[6], nurses?.requirement[12]]).toEqual(
      [100, 95, 90].map(close),
    );
    expect([1, 12].map(missing)).toEqual([100 - 10 / 12 - 80, 10].map(close));
    expect(nurses?.establishment[36]).toEqual(close(100));
  });

  it('recruits to the support posts as they come, and pays 50 of them on average in the first year', () => {
    expect([0, 6, 12, 36].map((month) => support?.fte[month])).toEqual([40, 50, 60, 60].map(close));
    const paid = support?.['pay-bill-basic'].slice(1, 13).reduce((sum, pounds) => sum + pounds, 0);
    expect(paid).toBeCloseTo(50 * 25_000, 4);
  });

  it('reports what it costs: 10 WTE years at 25,000 for 5 at 40,000 in the first year, then 20 for 10', () => {
    const report = reportOf(team(0));
    const rows = rowsOf(report, 'substitutions');
    expect(rows.map(({ costOfSubstitutes }) => costOfSubstitutes)).toEqual([250e3, 500e3, 500e3].map(close));
    expect(rows.map(({ costOfCovered }) => costOfCovered)).toEqual([200e3, 400e3, 400e3].map(close));
    expect(rows.map(({ costChange }) => costChange)).toEqual([50e3, 100e3, 100e3].map(close));
    const met = rowsOf(report, 'requirement-met').filter(({ year }) => year === 2028);
    expect(met.map((row) => row['met'])).toEqual([close(80 / 90), close(1)]);
    const ratios = rowsOf(report, 'ratios').filter(({ basis }) => basis === 'In post');
    expect(ratios.map(({ registeredShare }) => registeredShare)).toEqual(
      [80 / 120, 80 / 140, 80 / 140, 80 / 140].map(close),
    );
  });

  it('stops at a floor of 62 %: 13.2 of slack at 0.81 a WTE leave 16.2963', () => {
    const report = reportOf(team(0.62));
    const last = rowsOf(report, 'substitutions').at(-1);
    expect(last?.['allowed']).toEqual(close(13.2 / 0.81));
    expect(last?.['cutOff']).toEqual(close(20 - 13.2 / 0.81));
    const floors = rowsOf(report, 'floors');
    expect(floors.map(({ ofRequirement }) => ofRequirement)).toEqual([0.62, 0.62, 0.62].map(close));
    expect(floors.map(({ warning }) => warning)).toEqual(new Array(3).fill('Staff in post below the floor'));
    expect(report.notes.join(' ')).toContain('Nursing associates: the floor for the registered share');
  });

  it('never counts a physician assistant as a doctor, nor a nursing associate as registered', () => {
    const asNurses = { staffGroup: SUPPORT, substituteGroup: NURSES };
    for (const change of [asNurses, { ...asNurses, role: 'physician-assistant' }]) {
      const report = reportOf(team(0, change));
      expect(rowsOf(report, 'substitutions')).toEqual([]);
      expect(report.notes.join(' ')).toMatch(/counts in .* It is not applied/);
    }
  });
});

describe('the roles that a substitution may name', () => {
  it('are the ones that the policy facts place, and doctors have none of the assistants', () => {
    const roles = team(0).policy.newRoles ?? [];
    const assistants = roles.filter(({ code }) => code.includes('physician-assistant'));
    expect(assistants).toHaveLength(2);
    expect(assistants.flatMap(({ staffGroups }) => staffGroups)).not.toContain('hchs-doctors');
    expect(roles.find(({ code }) => code === 'nursing-associate')?.staffGroups).toEqual([SUPPORT]);
  });
});

function close(value: number): unknown {
  return expect.closeTo(value, 6);
}
