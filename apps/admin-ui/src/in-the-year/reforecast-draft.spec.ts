import { nextReforecast, placeOf, textAt } from './reforecast-draft';

const july = { staffGroup: 'midwives', month: '2024-07', line: 'joiners' };
const august = { ...july, month: '2024-08' };
const others = { staffGroup: 'doctors', month: '2024-07', line: 'sickness', value: 0.05 };
const left = [
  { line: 'joiners', unit: 'wte' as const, scale: 100, months: [] },
  { line: 'sickness', unit: 'share' as const, scale: 100_000, months: [] },
];
const latest = { left, expected: [{ ...july, value: 5 }, others] };

describe('a reforecast that is being typed', () => {
  it('goes on from the latest, also for staff groups that are not shown', () => {
    const typed = new Map([[placeOf(august), '7.5']]);
    expect(nextReforecast(latest, typed)).toEqual({
      figures: [{ ...july, value: 5 }, others, { ...august, value: 7.5 }],
      unread: [],
    });
  });

  it('expects as planned what is emptied', () => {
    expect(nextReforecast(latest, new Map([[placeOf(july), ' ']])).figures).toEqual([others]);
  });

  it('names what cannot be read', () => {
    const { figures, unread } = nextReforecast(latest, new Map([[placeOf(july), 'many']]));
    expect([figures, unread]).toEqual([[others], [{ place: placeOf(july), text: 'many' }]]);
  });

  it('shows what is typed before what was saved', () => {
    expect(textAt(new Map(), latest.expected, others, 'share')).toBe('5');
    expect(textAt(new Map([[placeOf(july), '']]), latest.expected, july, 'wte')).toBe('');
  });
});
