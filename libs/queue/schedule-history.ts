import { Cron } from 'croner';
import type { ScheduleTiming } from './schedule-slot';

/** A slot older than this was missed, not merely noticed late. */
export const PUNCTUAL_MILLISECONDS = 60_000;

/** `fired_by` of a firing that only notes a slot that passed while the schedule was disabled. */
export const PASSED_OVER = 'passed over while disabled';

/** `fired_by` of a firing that a person asked for begins so; their id follows. */
export const BY_HAND = 'person ';

/** What became of a slot. */
export const SLOT_STATES = ['fired', 'late', 'missed', 'passed-over', 'by-hand'] as const;
export type SlotState = (typeof SLOT_STATES)[number];

/** A slot of a schedule, or a firing by hand. */
export interface PastSlot {
  /** ISO 8601. */
  readonly slot: string;
  readonly state: SlotState;
  /** Null for a slot that was missed. */
  readonly firedAt: string | null;
  readonly unitsRung: number;
}

/** A firing as stored. */
export interface StoredFiring {
  readonly slot: Date;
  readonly firedAt: Date;
  readonly firedBy: string;
  readonly unitsRung: number;
}

const SLOTS_SHOWN = 10;

/**
 * What became of the latest slots of a schedule, the newest first: fired in time, late (caught up), missed,
 * or passed over while it was disabled; and the firings by hand among them.
 *
 * @param since when the schedule was made: slots before it are none
 */
export function pastSlots(
  timing: ScheduleTiming & { readonly since: Date },
  firings: readonly StoredFiring[],
  now: Date,
): readonly PastSlot[] {
  const { cron, timeZone, since } = timing;
  const pattern = new Cron(cron, { timezone: timeZone, mode: '5-part', paused: true });
  const settled = now.getTime() - PUNCTUAL_MILLISECONDS;
  const due = pattern.previousRuns(SLOTS_SHOWN, new Date(now.getTime() + 1)).filter((slot) => slot > since);
  const stored = new Map(firings.map((firing) => [firing.slot.getTime(), firing]));
  const missed = due
    .filter((slot) => !stored.has(slot.getTime()) && slot.getTime() < settled)
    .map((slot): PastSlot => ({ slot: slot.toISOString(), state: 'missed', firedAt: null, unitsRung: 0 }));
  return [...missed, ...firings.map(firedSlot)]
    .sort((a, b) => (a.slot < b.slot ? 1 : -1))
    .slice(0, SLOTS_SHOWN);
}

function firedSlot({ slot, firedAt, firedBy, unitsRung }: StoredFiring): PastSlot {
  return {
    slot: slot.toISOString(),
    state: stateOf({ slot, firedAt, firedBy }),
    firedAt: firedAt.toISOString(),
    unitsRung,
  };
}

function stateOf({ slot, firedAt, firedBy }: Omit<StoredFiring, 'unitsRung'>): SlotState {
  if (firedBy === PASSED_OVER) return 'passed-over';
  if (firedBy.startsWith(BY_HAND)) return 'by-hand';
  return firedAt.getTime() - slot.getTime() > PUNCTUAL_MILLISECONDS ? 'late' : 'fired';
}
