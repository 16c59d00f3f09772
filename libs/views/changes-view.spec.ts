import type { PlanChange } from '#assumptions';
import { changesView } from './changes-view';
import { csvOf } from './files/csv-file';

const ABOUT = {
  at: '2026-11-22T09:00:00.000Z',
  author: 'Edith Planner',
  origin: 'web',
  organisation: { id: 'o', code: 'RR8', name: 'Leeds' },
  reason: 'Board paper 7',
};
const SCHEME = { name: 'Wards', kind: 'cash-releasing', wte: 10, owner: 'Chief nurse' };

const CHANGES: readonly PlanChange[] = [
  {
    ...ABOUT,
    kind: 'entry',
    seq: 2,
    register: 'efficiency.schemes',
    entryKey: 'scheme-1',
    before: SCHEME,
    after: { ...SCHEME, kind: 'technology', wte: 12.25 },
  },
  {
    ...ABOUT,
    kind: 'assumption',
    seq: 9,
    parameter: 'retention.leaver-rate',
    staffGroup: { code: 'midwives', name: 'Midwives' },
    year: 2026,
    before: null,
    after: { operation: 'set', value: 0.085 },
  },
];

it('changes as a file have one line for each assumption and each field of a register entry that differs', () => {
  const { scenario, organisation } = {
    scenario: { id: 's', name: 'Plan' },
    organisation: ABOUT.organisation,
  };
  const view = changesView({ scenario, organisation, changes: CHANGES, next: null });
  const [table] = view.tables;
  const keys = table?.columns.map(({ key }) => key) ?? [];
  const rows = table?.rows.map((row): Record<string, unknown> =>
    Object.fromEntries(row.map(({ value }, at) => [keys[at] ?? '', value])),
  );

  const entry = { author: 'Edith Planner', origin: 'Web', entry: 'Wards', done: 'changed' };
  expect(rows).toMatchObject([
    {
      ...entry,
      field: 'Kind',
      before: 'Cash-releasing: removes posts',
    },
    { ...entry, field: 'WTE', before: 10, after: 12.25, reason: 'Board paper 7' },
    { staffGroup: 'Midwives', year: 2026, before: null, after: 8.5, unit: '% a year', entry: null },
  ]);
  expect(csvOf(view).split('\r\n')).toHaveLength(5);
});
