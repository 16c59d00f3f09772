import { dueSlot } from './scheduler';

const nightly = {
  cron: '0 2 * * *',
  timeZone: 'Europe/London',
  catchUp: 'latest',
  createdAt: new Date('2026-11-01T12:00:00Z'),
  lastSlot: new Date('2026-11-20T02:00:00Z'),
};

describe('dueSlot', () => {
  it('is the slot that has just come', () => {
    expect(dueSlot({ ...nightly, now: new Date('2026-11-21T02:00:01Z') })).toEqual(
      new Date('2026-11-21T02:00:00Z'),
    );
  });

  it('is nothing once the slot has fired', () => {
    expect(dueSlot({ ...nightly, now: new Date('2026-11-20T23:00:00Z') })).toBeNull();
  });

  it('is only the latest of the slots missed while nothing ran', () => {
    expect(dueSlot({ ...nightly, now: new Date('2026-11-25T09:00:00Z') })).toEqual(
      new Date('2026-11-25T02:00:00Z'),
    );
  });

  it('is nothing for a missed slot when the schedule does not catch up', () => {
    const now = new Date('2026-11-25T09:00:00Z');
    expect(dueSlot({ ...nightly, catchUp: 'none', now })).toBeNull();
  });

  it('is nothing for a slot before the schedule was made', () => {
    const createdAt = new Date('2026-11-21T08:00:00Z');
    const now = new Date('2026-11-21T09:00:00Z');
    expect(dueSlot({ ...nightly, createdAt, lastSlot: null, now })).toBeNull();
  });
});
