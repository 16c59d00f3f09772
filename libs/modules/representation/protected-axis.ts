import type { ClassCounts } from './equality-indicators';

/** The protected characteristic that a projection carries: one per run. */
export interface ProtectedAxis {
  readonly standard: 'wres' | 'wdes';
  /** Class with the characteristic, as in the input. */
  readonly characteristic: string;
  /** Class known to be without it. */
  readonly reference: string;
  /** Words for those with the characteristic. */
  readonly label: string;
}

const AXES: readonly ProtectedAxis[] = [
  { standard: 'wres', characteristic: 'bme', reference: 'white', label: 'BME' },
  { standard: 'wdes', characteristic: 'disabled', reference: 'not-disabled', label: 'Disabled' },
];

/** The axis whose two known classes are among those of the input; null where there is none. */
export function protectedAxis(classes: readonly string[]): ProtectedAxis | null {
  return (
    AXES.find(
      ({ characteristic, reference }) => classes.includes(characteristic) && classes.includes(reference),
    ) ?? null
  );
}

/** Adds up people by class; every class that is neither of the two known ones is unknown. */
export function countClasses(
  people: Iterable<readonly [code: string, people: number]>,
  axis: ProtectedAxis,
): ClassCounts {
  const counts = { characteristic: 0, reference: 0, unknown: 0 };
  for (const [code, number] of people) {
    if (code === axis.characteristic) counts.characteristic += number;
    else if (code === axis.reference) counts.reference += number;
    else counts.unknown += number;
  }
  return counts;
}

export function addCounts(left: ClassCounts, right: ClassCounts): ClassCounts {
  return {
    characteristic: left.characteristic + right.characteristic,
    reference: left.reference + right.reference,
    unknown: left.unknown + right.unknown,
  };
}
