import { BASE, NURSES } from '../../../test/support/example-projection';
import { loadPolicy, projectionPolicy } from '#policy';
import { project, type ProjectionInput } from '../projection';
import { internationalReport } from './report';

const INPUT: ProjectionInput = {
  ...BASE,
  policy: projectionPolicy(loadPolicy(), BASE.calendar.firstYear, BASE.calendar.years),
  registers: {
    'international-recruitment.cohorts': [
      {
        id: 'one',
        values: { name: 'Kerala', staffGroup: NURSES, country: 'IND', offers: 30, firstMonth: '2025-09' },
      },
      {
        id: 'two',
        values: {
          name: 'Nairobi',
          staffGroup: NURSES,
          country: 'KEN',
          offers: 12,
          firstMonth: '2027-06',
          lastMonth: '2027-11',
        },
      },
    ],
  },
};
const report = internationalReport({ input: INPUT, output: project(INPUT) });
const table = (key: string) => report.tables.find((each) => each.key === key)?.rows ?? [];
const figure = (key: string) => report.figures.find((each) => each.key === key)?.value ?? NaN;
const sum = (values: readonly unknown[]) => values.reduce<number>((total, value) => total + Number(value), 0);

describe('the report of international recruitment', () => {
  it('follows offers made before the baseline: arrivals of autumn wait at the baseline already', () => {
    const [first] = table('pipeline');
    expect(first?.['month']).toBe('2025-12');
    expect(first?.['offers']).toBe(0);
    expect(first?.['arrivals']).toBeGreaterThan(0);
  });

  it('accounts for every offer: not arrived, left unregistered, registered by the end or later', () => {
    for (const row of table('cohorts')) {
      expect(Number(row['registrations']) + Number(row['later'])).toBeCloseTo(
        Number(row['offers']) * 0.85 * 0.96,
        9,
      );
    }
  });

  it('flags the amber list with its date and says what it asks for', () => {
    expect(table('cohorts').map(({ list }) => list)).toEqual(['not listed', 'amber list of 2021-11-11']);
    expect(report.notes.join(' ')).toContain('Amber list');
  });

  it('adds the cost of stages to years and of years to the figure', () => {
    const years = table('cost');
    for (const { year, total, ...stages } of years) {
      expect(year).toBeGreaterThan(2024);
      expect(sum(Object.values(stages))).toBeCloseTo(Number(total), 6);
    }
    expect(sum(years.map(({ total }) => total))).toBeCloseTo(figure('cost'), 6);
  });

  it('states the international share on joiners, of all staff and of each group', () => {
    const rows = table('share-of-joiners').filter(({ year }) => year === 2026);
    const [all, nurses] = [rows[0], rows.find(({ staffGroup }) => staffGroup !== 'All staff')];
    expect(Number(nurses?.['share'])).toBeGreaterThan(Number(all?.['share']));
    expect(Number(all?.['share'])).toBeCloseTo(Number(all?.['international']) / Number(all?.['joiners']), 12);
  });
});
