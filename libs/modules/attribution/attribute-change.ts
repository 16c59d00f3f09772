import { shapley, type Attribution } from '#engine';

import { checkProjectionInput } from '../projection/check-projection-input';
import type { ProjectionInput, ResolvedAssumptions, ResolvedValue } from '../projection/projection-input';
import { REGISTERS } from '../register/registers';
import type { Registers } from '../register/register-definition';
import { PARAMETERS, PLANNING_MODULES, type PlanningModule } from '../registry';
import { prepareFigures, type Figure, type FiguresUnder } from '../uncertainty/figure';

/** What can make two projections of an organisation differ: a module's assumptions and registers, or the data. */
export const CHANGE_SOURCES = [...PLANNING_MODULES, 'baseline', 'policy'] as const;
export type ChangeSource = (typeof CHANGE_SOURCES)[number];

/** Inputs that no switching of modules leads from one to the other. */
export class NotComparableError extends Error {
  readonly code = 'not-comparable';

  constructor(what: string) {
    super(
      `the two inputs differ in their ${what}: compare projections of one organisation over the same months`,
    );
    this.name = 'NotComparableError';
  }
}

/** How much of each figure's change comes from which module. */
export interface ChangeAttribution extends Attribution {
  readonly figures: readonly Figure[];
}

/**
 * Splits the change of figures between two projections of an organisation (a scenario against its base)
 * over the modules whose assumptions or registers differ, by Shapley values on the central case. For each
 * figure the parts add up to the change to the bit. The baseline and the policy facts count as sources of
 * their own where they differ.
 *
 * @throws NotComparableError if organisation, calendar or dimensions differ.
 * @throws ProjectionInputError if an input contradicts itself.
 * @throws UnknownFigureError if a figure is not in the projections.
 */
export function attributeChange(
  base: ProjectionInput,
  changed: ProjectionInput,
  figures: readonly Figure[],
): ChangeAttribution {
  assertComparable(base, changed);
  checkProjectionInput(base);
  checkProjectionInput(changed);
  const prepared = new Map<string, FiguresUnder>();
  const valueOf = (coalition: ReadonlySet<string>): readonly number[] => {
    const input = mixed(base, changed, coalition);
    const fixed = fixedParts(base, changed, coalition);
    const under = prepared.get(fixed) ?? prepareFigures(input, figures);
    prepared.set(fixed, under);
    return under(input.assumptions);
  };
  return { figures, ...shapley(sourcesOfChange(base, changed), valueOf) };
}

/** Modules and data in which the two inputs differ, in the order of CHANGE_SOURCES. */
export function sourcesOfChange(base: ProjectionInput, changed: ProjectionInput): readonly ChangeSource[] {
  const isChanged = (module: PlanningModule): boolean =>
    parametersOf(module).some((key) => valuesOf(base, key) !== valuesOf(changed, key)) ||
    registersDiffer(module, base, changed);
  return [
    ...PLANNING_MODULES.filter(isChanged),
    ...(isSame(base.staffGroups, changed.staffGroups) ? [] : (['baseline'] as const)),
    ...(isSame(base.policy, changed.policy) ? [] : (['policy'] as const)),
  ];
}

/** The base with what belongs to the coalition taken from the changed input. */
function mixed(
  base: ProjectionInput,
  changed: ProjectionInput,
  coalition: ReadonlySet<string>,
): ProjectionInput {
  const assumptions: Record<string, Readonly<Record<string, ResolvedValue>>> = {};
  for (const { key, module } of PARAMETERS) {
    const source: ResolvedAssumptions = coalition.has(module) ? changed.assumptions : base.assumptions;
    assumptions[key] = source[key] ?? {};
  }
  const registers: Record<string, Registers[string]> = {};
  for (const { key, module } of REGISTERS) {
    const entries = (coalition.has(module) ? changed : base).registers?.[key];
    if (entries !== undefined) registers[key] = entries;
  }
  return {
    ...base,
    assumptions,
    registers,
    staffGroups: coalition.has('baseline') ? changed.staffGroups : base.staffGroups,
    policy: coalition.has('policy') ? changed.policy : base.policy,
  };
}

/** Names what of the coalition is not an assumption: inputs that agree in it can share a compilation. */
function fixedParts(base: ProjectionInput, changed: ProjectionInput, coalition: ReadonlySet<string>): string {
  const modules = PLANNING_MODULES.filter((module) => registersDiffer(module, base, changed));
  return [...modules, 'baseline', 'policy'].filter((source) => coalition.has(source)).join(' ');
}

function parametersOf(module: PlanningModule): readonly string[] {
  return PARAMETERS.filter((parameter) => parameter.module === module).map(({ key }) => key);
}

/** Values by staff group and year, without ranges: these do not move the central case. */
function valuesOf({ assumptions }: ProjectionInput, key: string): string {
  const byGroup = Object.entries(assumptions[key] ?? {}).sort(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify(byGroup.map(([code, { values }]) => [code, values]));
}

function registersDiffer(module: PlanningModule, base: ProjectionInput, changed: ProjectionInput): boolean {
  return REGISTERS.filter((register) => register.module === module).some(
    ({ key }) => !isSame(base.registers?.[key] ?? [], changed.registers?.[key] ?? []),
  );
}

function isSame(left: unknown, right: unknown): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}

function assertComparable(base: ProjectionInput, changed: ProjectionInput): void {
  const codes = ({ staffGroups }: ProjectionInput): readonly string[] => staffGroups.map(({ code }) => code);
  const differences = [
    { what: 'organisation', isEqual: base.organisation.code === changed.organisation.code },
    { what: 'calendar', isEqual: isSame(base.calendar, changed.calendar) },
    { what: 'bands', isEqual: isSame(base.bands, changed.bands) },
    { what: 'age bands', isEqual: isSame(base.ageBands, changed.ageBands) },
    { what: 'ethnicity classes', isEqual: isSame(base.ethnicities, changed.ethnicities) },
    { what: 'staff groups', isEqual: isSame(codes(base), codes(changed)) },
  ].filter(({ isEqual }) => !isEqual);
  if (differences.length > 0) throw new NotComparableError(differences.map(({ what }) => what).join(', '));
}
