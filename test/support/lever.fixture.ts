import type { Lever } from '#optimisation/model';
import { NURSES } from './example-projection';

/** A lever of nurses that costs nothing, may move by 100 a year and organisation, and is whole as asked. */
export function lever(part: Pick<Lever, 'key' | 'action'> & Partial<Lever>): Lever {
  return {
    label: part.key,
    unit: 'unit',
    staffGroup: NURSES,
    most: [100, 100],
    mostPer: 'organisation',
    ramp: null,
    leadMonths: 0,
    unitCost: 0,
    costPer: 'organisation',
    wholeUpTo: 0,
    pool: null,
    funded: 'own-means',
    ...part,
  };
}

/** What a unit of a lever does to an assumption of nurses. */
export function acting(parameter: string, effect: number): Lever['action'] {
  return { kind: 'assumption', parameter, staffGroup: NURSES, effect };
}
