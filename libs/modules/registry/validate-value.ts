import { isCount, type ParameterDefinition, type ParameterUnit } from './parameter-definition';

/** `error` refuses the value; `give-a-reason` accepts it with a reason. */
export interface ValueFinding {
  readonly severity: 'error' | 'give-a-reason';
  /** Machine name of the rule, for instance `within-bounds`. */
  readonly rule: string;
  readonly message: string;
}

/** A value as entered, with its range if one was given. */
export interface EnteredValue {
  readonly operation: 'set' | 'add' | 'multiply';
  readonly value: number;
  readonly low?: number | null;
  readonly high?: number | null;
}

/** The place where a value is entered. */
export interface EntryScope {
  readonly staffGroupIsLeaf: boolean;
  /** True where people are employed (trust, icb …), false for a system, region or nation. */
  readonly organisationIsEmployer: boolean;
}

/**
 * Checks one value that is to stand as it is: the same rules for the grid, the workbook and the server.
 * An empty list means that the value is accepted.
 */
export function validateValue(definition: ParameterDefinition, value: number): readonly ValueFinding[] {
  const refusal = refusalOf(definition, value);
  return refusal === null ? plausibility(definition, value) : [refusal];
}

/** Why a value cannot stand; null for a value that can, with a reason or without. */
export function refusalOf(definition: ParameterDefinition, value: number): ValueFinding | null {
  if (!Number.isFinite(value)) {
    return { severity: 'error', rule: 'number', message: `${definition.label}: enter a number.` };
  }
  const { minimum, maximum } = definition;
  if (value < minimum || value > maximum) {
    const range = `${show(minimum, definition)} and ${show(maximum, definition)}`;
    const message = `${definition.label}: ${show(value, definition)} is not between ${range}.`;
    return { severity: 'error', rule: 'within-bounds', message };
  }
  return unknownChoice(definition, value);
}

function unknownChoice({ label, choices }: ParameterDefinition, value: number): ValueFinding | null {
  if (choices === undefined || choices.some((choice) => choice.value === value)) return null;
  const known = choices.map((choice) => `${choice.value} (${choice.label})`).join(', ');
  const message = `${label}: ${value} is none of ${known}.`;
  return { severity: 'error', rule: 'known-choice', message };
}

/**
 * Checks an entry: its operation, value and range. `add` and `multiply` are held within the bounds when
 * they resolve, so only their form is checked here.
 */
export function validateEntry(definition: ParameterDefinition, entry: EnteredValue): readonly ValueFinding[] {
  if (entry.operation !== 'set') return validateChange(definition, entry);
  const findings = [...validateValue(definition, entry.value)];
  for (const bound of [entry.low, entry.high]) {
    if (bound === null || bound === undefined) continue;
    findings.push(...validateValue(definition, bound).filter(({ severity }) => severity === 'error'));
  }
  return [...findings, ...rangeOrder(definition, entry)];
}

/** Checks where a value is entered: counts belong to one leaf staff group of one employer. */
export function validateScope(
  definition: ParameterDefinition,
  operation: EnteredValue['operation'],
  scope: EntryScope,
): readonly ValueFinding[] {
  if (!isCount(definition) || operation === 'multiply') return [];
  if (!scope.organisationIsEmployer) {
    const message = `${definition.label} counts ${unitName(definition.unit)}: enter it for the organisation that employs them, or multiply here.`;
    return [{ severity: 'error', rule: 'count-at-employer', message }];
  }
  if (definition.perStaffGroup && !scope.staffGroupIsLeaf) {
    const message = `${definition.label} counts ${unitName(definition.unit)}: enter it for a staff group without subgroups, or multiply here.`;
    return [{ severity: 'error', rule: 'count-at-leaf', message }];
  }
  return [];
}

function validateChange(definition: ParameterDefinition, entry: EnteredValue): readonly ValueFinding[] {
  if (definition.choices !== undefined) {
    const message = `${definition.label}: choose one of the answers; they cannot be added to or multiplied.`;
    return [{ severity: 'error', rule: 'choice-is-set', message }];
  }
  if (!Number.isFinite(entry.value)) {
    return [{ severity: 'error', rule: 'number', message: `${definition.label}: enter a number.` }];
  }
  if (entry.operation === 'multiply' && entry.value < 0) {
    const message = `${definition.label}: multiply by 0 or more, not by ${entry.value}.`;
    return [{ severity: 'error', rule: 'factor-not-negative', message }];
  }
  return rangeOrder(definition, entry);
}

function rangeOrder(definition: ParameterDefinition, entry: EnteredValue): readonly ValueFinding[] {
  const { value, low, high } = entry;
  const isLowWrong = low !== null && low !== undefined && low > value;
  const isHighWrong = high !== null && high !== undefined && high < value;
  if (!isLowWrong && !isHighWrong) return [];
  const message = `${definition.label}: low, value and high must be in ascending order.`;
  return [{ severity: 'error', rule: 'range-in-order', message }];
}

function plausibility(definition: ParameterDefinition, value: number): readonly ValueFinding[] {
  const { plausibleMinimum = -Infinity, plausibleMaximum = Infinity } = definition;
  if (value >= plausibleMinimum && value <= plausibleMaximum) return [];
  const side = value < plausibleMinimum ? 'below' : 'above';
  const bound = value < plausibleMinimum ? plausibleMinimum : plausibleMaximum;
  const message = `${definition.label}: ${show(value, definition)} is ${side} the usual ${show(bound, definition)}. Give a reason.`;
  return [{ severity: 'give-a-reason', rule: 'plausible', message }];
}

/** A value as planners write it: fractions as percentages. */
function show(value: number, { unit, decimals }: ParameterDefinition): string {
  const isShare = unit === 'share' || unit === 'share-a-year';
  if (isShare) return `${(value * 100).toFixed(decimals)} %`;
  return String(Number(value.toFixed(decimals)));
}

function unitName(unit: ParameterUnit): string {
  if (unit === 'fte') return 'posts';
  return unit === 'pounds' ? 'money' : 'people';
}
