import type { ExplainedNumber } from '../api/analysis-types';
import { explainedRows, originWords } from '#modules/report-layout';
import { explanationSentence } from './explanation-sentence';
import { questionOf } from './number-question';

const RATE = {
  parameter: 'retention.leaver-rate',
  label: 'Turnover',
  unit: 'share-a-year' as const,
  staffGroup: 'midwives',
  values: [{ year: 2027, index: 2, value: 0.08, low: null, high: null }],
};

const ORIGIN = {
  year: 2027,
  level: 'scenario' as const,
  source: 'Own history',
  scenario: 'Plan',
  organisation: 'Leeds',
  author: 'A Planner',
};

const step = (label: string) => ({
  measure: 'exits-voluntary' as const,
  label,
  unit: 'headcount' as const,
  amount: -10,
  formula: '',
  assumptions: [RATE],
  registers: [],
});

const NUMBER: ExplainedNumber = {
  runId: 'run',
  engineVersion: 'e',
  inputSha256: 'i',
  explanation: {
    staffGroup: 'midwives',
    measure: 'headcount',
    label: 'Headcount',
    unit: 'headcount',
    kind: 'stock',
    formula: '',
    from: '2027-03',
    to: '2028-03',
    value: 90,
    opening: 110,
    steps: [step('Voluntary leavers'), step('Retirement')],
    assumptions: [],
    registers: [],
  },
  origins: { 'retention.leaver-rate midwives': [ORIGIN] },
  entries: [],
};

describe('the assumptions behind a number', () => {
  it('are listed once, with their origin and every step that reads them', () => {
    expect(explainedRows(NUMBER)).toEqual([
      {
        assumption: RATE,
        value: RATE.values[0],
        origin: ORIGIN,
        usedIn: ['Voluntary leavers', 'Retirement'],
      },
    ]);
  });

  it('say who entered them where, and admit what was not kept', () => {
    expect(originWords(ORIGIN)).toBe('Entered at Leeds by A Planner');
    expect(originWords({ ...ORIGIN, level: 'national-default' })).toBe('National default');
    expect(originWords(null)).toBe('Not kept for this run');
  });
});

describe('a number in words', () => {
  it('says what it is, when, for whom, and where it started', () => {
    expect(explanationSentence(NUMBER.explanation, 'Midwives', 'year')).toBe(
      'Headcount, Midwives, at the end of March 2028: 90 people. It was 110 people at the end of March 2027; ' +
        'the steps below lead from there.',
    );
  });

  it('says over which time a flow runs', () => {
    const flow = { ...NUMBER.explanation, kind: 'flow' as const, opening: null };
    expect(explanationSentence(flow, 'Midwives', 'year')).toContain(
      'from the end of March 2027 to March 2028',
    );
    expect(explanationSentence(flow, 'Midwives', 'month')).toContain('in March 2028: 90 people.');
  });
});

describe('the number that an address asks about', () => {
  it('is complete or it is nothing', () => {
    const search = 'staffGroup=midwives&measure=fte&month=2028-03';
    expect(questionOf(new URLSearchParams(search))).toEqual({
      staffGroup: 'midwives',
      measure: 'fte',
      month: '2028-03',
      span: 'year',
    });
    expect(questionOf(new URLSearchParams('staffGroup=midwives&measure=fte'))).toBeNull();
    expect(questionOf(new URLSearchParams(search.replace('-03', '-13')))).toBeNull();
  });
});
