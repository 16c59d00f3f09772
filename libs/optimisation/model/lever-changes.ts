import type { ProjectionInput, ResolvedAssumptions } from '#modules/projection';
import type { RegisterEntry, Registers } from '#modules/register';
import { parameterByKey } from '#modules/registry';
import { PROPOSED_BY_OPTIMISER, type Lever, type LeverAmounts, type YearlyAmounts } from './lever';

const ALL_STAFF = 'all-staff';
const STARTS = { retention: 'retention.interventions' } as const;
/** Amounts below this are none. */
const NOTHING = 1e-9;

/** An assumption of a year as a proposal sets it. */
export interface ProposedAssumption {
  readonly parameter: string;
  readonly staffGroup: string;
  /** First calendar year of the financial year. */
  readonly year: number;
  readonly before: number;
  readonly value: number;
}

/** A register entry that a proposal adds. */
export interface ProposedEntry {
  readonly register: string;
  readonly entry: RegisterEntry;
}

/** Everything that a proposal changes in an organisation's input. */
export interface ProposedChanges {
  readonly assumptions: readonly ProposedAssumption[];
  readonly entries: readonly ProposedEntry[];
}

/** What the levers' amounts change in an organisation. */
export function proposedChanges(
  input: ProjectionInput,
  levers: readonly Lever[],
  amounts: LeverAmounts,
): ProposedChanges {
  const added = new Map<string, { lever: Lever; byYear: number[] }>();
  const entries: ProposedEntry[] = [];
  for (const lever of levers) {
    const own = amounts[lever.key] ?? [];
    if (!own.some((amount) => Math.abs(amount) > NOTHING)) continue;
    const { action } = lever;
    if (action.kind !== 'assumption' && action.kind !== 'cap') {
      entries.push(...entriesOf(lever, own, input));
      continue;
    }
    const place = `${action.parameter}|${action.staffGroup}`;
    const sum = added.get(place) ?? { lever, byYear: own.map(() => 0) };
    own.forEach((amount, year) => (sum.byYear[year] = (sum.byYear[year] ?? 0) + amount * action.effect));
    added.set(place, sum);
  }
  return {
    assumptions: [...added.values()].flatMap(({ lever, byYear }) => assumptionsOf(lever, byYear, input)),
    entries,
  };
}

function assumptionsOf(
  { action }: Lever,
  changes: readonly number[],
  input: ProjectionInput,
): readonly ProposedAssumption[] {
  if (action.kind !== 'assumption' && action.kind !== 'cap') return [];
  const { parameter, staffGroup } = action;
  const values = valuesOf(input.assumptions, parameter, staffGroup);
  const { minimum = -Infinity, maximum = Infinity } = parameterByKey(parameter) ?? {};
  return changes.flatMap((change, year) => {
    if (Math.abs(change) <= NOTHING) return [];
    const before = values[year + 1] ?? 0;
    const from = action.kind === 'cap' ? capFrom(action, input, year) : before;
    const value = Math.min(maximum, Math.max(minimum, from + change));
    return [{ parameter, staffGroup, year: input.calendar.firstYear + year, before, value }];
  });
}

/**
 * Share of funded posts from which a cap is lowered in a year of the round: what is in use, where that is known and
 * below the cap in force.
 */
export function capFrom(
  { parameter, staffGroup, inUse }: Extract<Lever['action'], { readonly kind: 'cap' }>,
  { assumptions, staffGroups }: ProjectionInput,
  year: number,
): number {
  const inForce = valuesOf(assumptions, parameter, staffGroup)[year + 1] ?? 0;
  const used = valuesOf(assumptions, inUse, staffGroup)[0] ?? 0;
  const posts = staffGroups.find(({ code }) => code === staffGroup)?.establishment ?? 0;
  return used > 0 && posts > 0 ? Math.min(inForce, used / posts) : inForce;
}

/** Values by year of an assumption, index 0 being the year before the round's first. @throws RangeError if it has none */
export function valuesOf(
  assumptions: ResolvedAssumptions,
  parameter: string,
  staffGroup: string,
): readonly number[] {
  const values = (assumptions[parameter]?.[staffGroup] ?? assumptions[parameter]?.[ALL_STAFF])?.values;
  if (values === undefined) throw new RangeError(`there is no assumption ${parameter} for ${staffGroup}`);
  return values;
}

function entriesOf(lever: Lever, amounts: YearlyAmounts, input: ProjectionInput): readonly ProposedEntry[] {
  const { action, key } = lever;
  const { firstYear } = input.calendar;
  if (action.kind === 'register-number') {
    const byYear = Object.fromEntries(amounts.map((amount, year) => [String(firstYear + year), amount]));
    const values = { ...action.values, [action.field]: byYear };
    return [{ register: action.register, entry: { id: `optimiser-${key}`, values } }];
  }
  if (action.kind !== 'retention-coverage') return [];
  const heads = input.staffGroups.find(({ code }) => code === action.staffGroup)?.headcount ?? 0;
  return amounts.flatMap((amount, year) => {
    const coverage = amount - (amounts[year - 1] ?? 0);
    if (coverage <= NOTHING) return [];
    const values = {
      name: `${action.name}, from ${firstYear + year}`,
      staffGroup: action.staffGroup,
      effect: action.effect,
      coverage: Math.min(1, coverage),
      startMonth: `${firstYear + year}-04`,
      fullMonth: `${firstYear + year + 1}-03`,
      costAYear: Math.round(coverage * lever.unitCost * (lever.costPer === 'head' ? heads : 1)),
      evidence: `${action.evidence} (${PROPOSED_BY_OPTIMISER})`,
    };
    return [{ register: STARTS.retention, entry: { id: `optimiser-${key}-${firstYear + year}`, values } }];
  });
}

/** The input with the changes; assumptions that are not changed stay the same objects. */
export function inputWithChanges(input: ProjectionInput, changes: ProposedChanges): ProjectionInput {
  const assumptions = withAssumptions(input, changes.assumptions);
  if (changes.entries.length === 0) return { ...input, assumptions };
  return { ...input, assumptions, registers: withEntries(input.registers ?? {}, changes.entries) };
}

function withAssumptions(
  { assumptions, calendar }: ProjectionInput,
  proposed: readonly ProposedAssumption[],
): ResolvedAssumptions {
  const changed: Record<string, Record<string, { values: number[] }>> = {};
  for (const { parameter, staffGroup, year, value } of proposed) {
    const known = changed[parameter]?.[staffGroup];
    const values = known?.values ?? [...valuesOf(assumptions, parameter, staffGroup)];
    values[year - calendar.firstYear + 1] = value;
    if (known === undefined) (changed[parameter] ??= {})[staffGroup] = { values };
  }
  const parameters = Object.entries(changed).map(
    ([parameter, byGroup]) => [parameter, { ...assumptions[parameter], ...byGroup }] as const,
  );
  return { ...assumptions, ...Object.fromEntries(parameters) };
}

function withEntries(registers: Registers, entries: readonly ProposedEntry[]): Registers {
  const all: Record<string, readonly RegisterEntry[]> = { ...registers };
  for (const { register, entry } of entries) all[register] = [...(all[register] ?? []), entry];
  return all;
}
