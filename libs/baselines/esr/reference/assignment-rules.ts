import { readReferenceTable } from '#organisations';
import { isEsrField, type EsrField } from './esr-columns';
import { ValuePatterns, type ValuePattern } from '../../reading/value-patterns';

/** What a rule does with an assignment. */
export const RULE_EFFECTS = [
  /** Not in the workforce of this organisation: only counted here. */
  'left-out',
  /** A line of its own beside contracted WTE and headcount. */
  'apart',
  /** In contracted WTE and headcount. */
  'counted',
  /** In both; left out of local turnover. */
  'fixed-term',
  /** In both, shown as trainees; left out of turnover. */
  'trainee',
  /** In contracted WTE; the person is counted already. */
  'person-once',
] as const;
export type RuleEffect = (typeof RULE_EFFECTS)[number];

/** A rule on assignments as it is listed and counted. */
export interface AssignmentRule {
  readonly code: string;
  readonly label: string;
  readonly effect: RuleEffect;
}

/** The values of a field that put an assignment under a rule. */
export interface RuleMatch {
  readonly code: string;
  readonly field: EsrField;
  readonly patterns: readonly string[];
}

/** One bit each, the sign aside. */
const MOST_RULES = 31;
const MOST_REMEMBERED = 5_000;

/** Rules by which an assignment has ended or has not begun. */
export const NOT_IN_POST_RULES: readonly string[] = ['left', 'not-started', 'ended', 'offer'];

/** The rules in order: of two that put an assignment out or apart, the first counts. */
export interface AssignmentRules {
  readonly rules: readonly AssignmentRule[];
  readonly matches: readonly RuleMatch[];
}

/**
 * The rules of `config/reference/esr/assignment-rules.csv`.
 *
 * @throws Error when a row has an effect or field that the import does not know
 */
export function readAssignmentRules(): AssignmentRules {
  const rows = readReferenceTable('esr/assignment-rules.csv', ['code', 'label', 'effect', 'field', 'values']);
  const rules = new Map<string, AssignmentRule>();
  const matches: RuleMatch[] = [];
  for (const { code, label, effect: name, field, values } of rows) {
    const effect = RULE_EFFECTS.find((one) => one === name);
    if (effect === undefined)
      throw new Error(`config/reference/esr/assignment-rules.csv: no effect ${name}.`);
    rules.set(code, { code, label, effect });
    if (field === 'derived') continue;
    if (!isEsrField(field)) throw new Error(`config/reference/esr/assignment-rules.csv: no field ${field}.`);
    matches.push({ code, field, patterns: values.split('|') });
  }
  if (rules.size > MOST_RULES) throw new Error(`There are more than ${MOST_RULES} rules on assignments.`);
  return { rules: [...rules.values()], matches };
}

/** The rules with some effects, as bits. */
export function rulesWith(
  rules: readonly AssignmentRule[],
  isMeant: (rule: AssignmentRule) => boolean,
): number {
  return rules.reduce((bits, rule, index) => (isMeant(rule) ? bits | (1 << index) : bits), 0);
}

/** The rules under which the value of one field puts an assignment. */
export interface FieldRules {
  readonly field: EsrField;
  /** Indices into the rules, ascending. */
  readonly of: (value: string) => readonly number[];
}

/** Matches field by field, several rules to a value. */
export function compileRules({ rules, matches }: AssignmentRules): readonly FieldRules[] {
  const fields = [...new Set(matches.map(({ field }) => field))];
  return fields.map((field) => {
    const byRule = rules.flatMap(({ code }, index) => {
      const patterns = matches
        .filter((match) => match.field === field && match.code === code)
        .flatMap((match) => match.patterns.map((pattern): ValuePattern<true> => ({ pattern, value: true })));
      return patterns.length === 0 ? [] : [{ index, patterns: new ValuePatterns(patterns) }];
    });
    const read = (value: string): readonly number[] =>
      byRule.flatMap(({ index, patterns }) => (patterns.find(value) === true ? [index] : []));
    return { field, of: remembered(read) };
  });
}

/** Values repeat from row to row: what was found for one is kept, up to a number of different values. */
function remembered(read: (value: string) => readonly number[]): FieldRules['of'] {
  const known = new Map<string, readonly number[]>([['', []]]);
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const found = read(value);
    if (known.size < MOST_REMEMBERED) known.set(value, found);
    return found;
  };
}
