import { latestSlot, nextSlot, timingFault } from './schedule-slot';

const london = (cron: string) => ({ cron, timeZone: 'Europe/London' });

describe('latestSlot', () => {
  it('is the slot itself at its very instant', () => {
    const slot = new Date('2026-11-22T02:30:00Z');
    expect(latestSlot(london('30 2 * * *'), slot)).toEqual(slot);
  });

  it('is the slot before when the next has not come', () => {
    expect(latestSlot(london('30 2 * * *'), new Date('2026-11-22T02:29:59.999Z'))).toEqual(
      new Date('2026-11-21T02:30:00Z'),
    );
  });

  it('follows the clocks of the time zone over the change to summer time', () => {
    expect(latestSlot(london('0 6 * * *'), new Date('2026-03-28T12:00:00Z'))).toEqual(
      new Date('2026-03-28T06:00:00Z'),
    );
    expect(latestSlot(london('0 6 * * *'), new Date('2026-03-29T12:00:00Z'))).toEqual(
      new Date('2026-03-29T05:00:00Z'),
    );
  });

  it('has one slot in the hour that happens twice', () => {
    const slot = latestSlot(london('30 1 * * *'), new Date('2026-10-25T03:00:00Z'));
    expect(slot).toEqual(new Date('2026-10-25T00:30:00Z'));
    expect(nextSlot(london('30 1 * * *'), slot ?? new Date(0))).toEqual(new Date('2026-10-26T01:30:00Z'));
  });
});

describe('timingFault', () => {
  it.each([
    [{ cron: '0 2 * * *', timeZone: 'Europe/Atlantis' }, '/timeZone'],
    [london('61 2 * * *'), '/cron'],
    [london('every night'), '/cron'],
    [london('0 0 0 2 * *'), '/cron'],
    [london('0 0 31 2 *'), '/cron'],
  ])('refuses %p', (timing, pointer) => {
    expect(timingFault(timing)?.pointer).toBe(pointer);
  });

  it('accepts a nightly pattern', () => {
    expect(timingFault(london('0 2 * * 1-5'))).toBeNull();
  });
});
