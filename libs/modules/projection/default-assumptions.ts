import { PARAMETERS } from '../registry';
import type { ProjectionCalendar, ResolvedAssumptions, ResolvedValue } from './projection-input';

/** Every parameter at its national default, the same in all years: the start of a hand-made input. */
export function defaultAssumptions({ years }: Pick<ProjectionCalendar, 'years'>): ResolvedAssumptions {
  const everyYear = (value: number): ResolvedValue => ({ values: new Array<number>(years + 1).fill(value) });
  return Object.fromEntries(
    PARAMETERS.map((parameter) => [
      parameter.key,
      {
        'all-staff': everyYear(parameter.default.value),
        ...Object.fromEntries(
          Object.entries(parameter.defaultByStaffGroup ?? {}).map(([code, own]) => [
            code,
            everyYear(own.value),
          ]),
        ),
      },
    ]),
  );
}
