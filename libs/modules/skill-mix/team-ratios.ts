import type { ProjectionInput } from '../projection/projection-input';
import type { ProjectionOutput } from '../projection/projection-output';
import { workforceTypeOf } from '../representation/membership';

/** WTE of the clinical team by kind. */
export interface TeamMix {
  /** Registered clinical staff on Agenda for Change bands. */
  readonly registered: number;
  /** Support to clinical staff; nursing associates are in it. */
  readonly support: number;
  /** Medical staff; physician assistants are not in it. */
  readonly doctors: number;
  /** Registered share of registered and support; null where there is neither. */
  readonly registeredShare: number | null;
  /** Support WTE for each registered WTE. */
  readonly supportPerRegistered: number | null;
  /** Registered WTE for each WTE of doctors. */
  readonly registeredPerDoctor: number | null;
}

/** The team in post or required at a month end. Non-clinical groups and groups not classified are not in it. */
export function teamMix(
  { input, output }: { readonly input: ProjectionInput; readonly output: ProjectionOutput },
  measure: 'fte' | 'requirement',
  month: number,
): TeamMix {
  const wte = { registered: 0, support: 0, doctors: 0 };
  output.staffGroups.forEach(({ series }, index) => {
    const group = input.staffGroups[index];
    const type = group && workforceTypeOf(group, input.policy.representation);
    const own = series[measure][month] ?? 0;
    if (type === 'medical') wte.doctors += own;
    else if (group?.registered) wte.registered += own;
    else if (type === 'clinical') wte.support += own;
  });
  return {
    ...wte,
    registeredShare: ratio(wte.registered, wte.registered + wte.support),
    supportPerRegistered: ratio(wte.support, wte.registered),
    registeredPerDoctor: ratio(wte.registered, wte.doctors),
  };
}

function ratio(numerator: number, denominator: number): number | null {
  return denominator > 0 ? numerator / denominator : null;
}
