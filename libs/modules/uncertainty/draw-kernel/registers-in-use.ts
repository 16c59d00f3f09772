import type { CompileContext } from '../../compilation';

/** Registers whose entries are the same in every draw, or move no headline measure. */
const SAME_IN_EVERY_DRAW: ReadonlySet<string> = new Set([
  'growth.monthly-profiles',
  'growth.service-commitments',
  'growth.workload-standards',
  'retention.interventions',
  'efficiency.schemes',
  'representation.targets',
  'representation.indicators',
  'apprenticeship-levy.opening-funds',
  'apprenticeship-levy.transfers',
]);
/** Registers that act on the staff groups that their entries name; some by moves between groups. */
const OF_NAMED_GROUPS: ReadonlySet<string> = new Set([
  'training-supply.programmes',
  'training-supply.rotational-posts',
  'international-recruitment.cohorts',
  'apprenticeship-levy.starts',
  'apprenticeship-levy.in-training',
  'skill-mix.conversion-programmes',
]);
const WITH_MOVES: ReadonlySet<string> = new Set([
  'apprenticeship-levy.starts',
  'apprenticeship-levy.in-training',
  'skill-mix.conversion-programmes',
]);

/** What of an organisation's registers the modules must draw. */
export interface RegistersInUse {
  /** Codes of the staff groups; null for all of them. */
  readonly groups: ReadonlySet<string> | null;
  readonly hasMoves: boolean;
}

/** Which staff groups, and whether the moves between them, need the modules. */
export function registersInUse({ input, groups }: Pick<CompileContext, 'input' | 'groups'>): RegistersInUse {
  const inUse = Object.entries(input.registers ?? {}).filter(
    ([key, entries]) => entries.length > 0 && !SAME_IN_EVERY_DRAW.has(key),
  );
  const codes = new Set(groups.map(({ group }) => group.code));
  const named = inUse.flatMap(([, entries]) =>
    entries.flatMap(({ values }) =>
      Object.values(values).filter((value): value is string => typeof value === 'string' && codes.has(value)),
    ),
  );
  const isOfNamed = inUse.every(([key]) => OF_NAMED_GROUPS.has(key));
  return {
    groups: isOfNamed ? new Set(named) : null,
    hasMoves: inUse.some(([key]) => WITH_MOVES.has(key)),
  };
}
