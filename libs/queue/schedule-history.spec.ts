import { pastSlots, type StoredFiring } from './schedule-history';

const NIGHTLY = { cron: '0 2 * * *', timeZone: 'Europe/London', since: new Date('2026-11-20T12:00:00Z') };
const NOW = new Date('2026-11-24T12:00:00Z');
const firing = (day: string, firedAt: string, firedBy = 'worker'): StoredFiring => ({
  slot: new Date(`2026-11-${day}T02:00:00Z`),
  firedAt: new Date(`2026-11-${firedAt}Z`),
  firedBy,
  unitsRung: 12,
});

describe('what became of the slots of a schedule', () => {
  it('tells those fired in time from late, missed and passed over ones, and says nothing of before it was made', () => {
    const firings = [
      firing('24', '24T02:00:01'),
      firing('23', '23T09:30:00'),
      firing('21', '21T10:00:00', 'passed over while disabled'),
    ];

    expect(pastSlots(NIGHTLY, firings, NOW).map(({ slot, state }) => [slot.slice(8, 10), state])).toEqual([
      ['24', 'fired'],
      ['23', 'late'],
      ['22', 'missed'],
      ['21', 'passed-over'],
    ]);
  });

  it('lists firings by hand, and does not call a slot missed that has only just come due', () => {
    const byHand = { ...firing('24', '24T11:00:00', 'person 1'), slot: new Date('2026-11-24T11:00:00Z') };
    const justDue = new Date('2026-11-25T02:00:30Z');

    expect(pastSlots(NIGHTLY, [byHand], justDue)[0]).toMatchObject({ state: 'by-hand', unitsRung: 12 });
  });
});
