import type { RepresentationPolicy } from '#policy';

import type { ProjectionInput } from '../projection/projection-input';
import type { ProjectionOutput } from '../projection/projection-output';
import type { ClassCounts } from './equality-indicators';
import type { Membership } from './membership';
import { addCounts, countClasses, type ProtectedAxis } from './protected-axis';

/** A projection as the reports of representation read it. */
export interface ReportedWorkforce {
  readonly input: ProjectionInput;
  readonly output: ProjectionOutput;
  readonly axis: ProtectedAxis;
  readonly policy: RepresentationPolicy;
}

const NOBODY: ClassCounts = { characteristic: 0, reference: 0, unknown: 0 };

/** The opening and each 31 March, as `YYYY-MM`. */
export function yearEndMonths({ output }: Pick<ReportedWorkforce, 'output'>): readonly string[] {
  return (output.staffGroups[0]?.headcountByBandAndEthnicity ?? []).map(({ month }) => month);
}

/** People of a part of the workforce by class at a year end (a place in `yearEndMonths`). */
export function countsAt(
  { input, output, axis }: ReportedWorkforce,
  place: number,
  isMember: Membership,
): ClassCounts {
  const width = input.ethnicities.length;
  return output.staffGroups.reduce((counts, { headcountByBandAndEthnicity }, index) => {
    const group = input.staffGroups[index];
    const values = headcountByBandAndEthnicity[place]?.values ?? [];
    const own = input.bands.map((band, row) =>
      group !== undefined && isMember(group, band)
        ? countClasses(
            input.ethnicities.map((code, column) => [code, values[row * width + column] ?? 0] as const),
            axis,
          )
        : NOBODY,
    );
    return own.reduce(addCounts, counts);
  }, NOBODY);
}

/** Everybody. */
export const everybody: Membership = () => true;
