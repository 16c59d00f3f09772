import type { RegisterDefinition, RegisterField } from '../register/register-definition';
import { REGISTERS } from '../register/registers';
import { moduleFeeds } from '../reporting/module-feeds';
import { MODULE_NAMES, PARAMETERS } from './registry';
import {
  isCount,
  PLANNING_MODULES,
  type ParameterDefault,
  type ParameterDefinition,
  type ParameterUncertainty,
} from './parameter-definition';
import { uncertaintyOf } from './parameter-uncertainty';

const UNIT_NAMES: Readonly<Record<ParameterDefinition['unit'], string>> = {
  share: 'share (shown in percent)',
  'share-a-year': 'share a year (shown in percent)',
  'headcount-a-year': 'people a year',
  headcount: 'people',
  fte: 'FTE',
  'fte-per-head': 'FTE per head',
  ratio: 'ratio',
  pounds: 'pounds',
  'pounds-each': 'pounds each',
  months: 'months',
  choice: 'choice',
};

/** The parameter dictionary as Markdown: every parameter with meaning, unit, bounds, defaults and sources. */
export function parameterDictionary(): string {
  const sections = PLANNING_MODULES.flatMap((module) => {
    const own = PARAMETERS.filter((parameter) => parameter.module === module);
    const registers = REGISTERS.filter((register) => register.module === module);
    const fed = moduleFeeds(module).map((other) => MODULE_NAMES[other]);
    return [
      `## ${MODULE_NAMES[module]}`,
      `Feeds: ${fed.length === 0 ? 'no other module' : fed.join(', ')}.`,
      ...own.map(describe),
      ...registers.map(describeRegister),
    ];
  });
  return [INTRODUCTION, ...sections].join('\n\n') + '\n';
}

const INTRODUCTION = `# Parameters and registers

Generated from the parameter registry (\`libs/modules\`); \`docs\` and code cannot differ, a test compares them.
Values are stored as fractions; screens show percentages. Outside the usual range a reason is asked for;
outside the bounds a value is refused. Low and high are P10 and P90; where
a default has both, draws vary it as its line on uncertainty says. A count (people a year) is entered for
one organisation and one staff group without subgroups; a rate cascades from parent to child.`;

function describe(parameter: ParameterDefinition): string {
  return [
    `### ${parameter.label}`,
    `\`${parameter.key}\` – ${parameter.description}`,
    [
      `- Unit: ${UNIT_NAMES[parameter.unit]}; ${scopeOf(parameter)}`,
      ...(parameter.choices ?? []).map(({ value, label }) => `  - ${value}: ${label}`),
      `- Bounds: ${show(parameter.minimum, parameter)} to ${show(parameter.maximum, parameter)}${usualRange(parameter)}`,
      `- Default: ${describeDefault(parameter.default, parameter)}`,
      ...Object.entries(parameter.defaultByStaffGroup ?? {}).map(
        ([code, own]) => `  - ${code}: ${describeDefault(own, parameter)}`,
      ),
      ...(parameter.unit === 'choice' ? [] : [`- Uncertainty: ${describeUncertainty(parameter)}`]),
      `- Feeds: ${parameter.feeds.map((module) => MODULE_NAMES[module]).join(', ')}`,
    ].join('\n'),
  ].join('\n\n');
}

function describeRegister(register: RegisterDefinition): string {
  const reach =
    register.reach === 'subtree' ? 'acts on every organisation below the node' : 'of an organisation';
  return [
    `### Register: ${register.label}`,
    `\`${register.key}\` – ${register.description}`,
    [
      `- Reach: ${reach}`,
      ...register.fields.map(
        (field) => `- ${field.label}${field.isRequired ? '' : ' (optional)'}: ${describeField(field)}`,
      ),
      `- Feeds: ${register.feeds.map((module) => MODULE_NAMES[module]).join(', ')}`,
    ].join('\n'),
  ].join('\n\n');
}

function unitOf({ unit }: Extract<RegisterField, { readonly kind: 'number' | 'number-by-year' }>): string {
  return unit === 'number' ? 'a number' : UNIT_NAMES[unit];
}

function describeField(field: RegisterField): string {
  switch (field.kind) {
    case 'choice':
      return `${field.description} One of: ${field.choices.map(({ label }) => label).join('; ')}.`;
    case 'number':
    case 'number-by-year':
      return `${field.description} ${field.minimum} to ${field.maximum}, ${unitOf(field)}${field.kind === 'number' ? '' : ', by year'}.`;
    default:
      return field.description;
  }
}

function scopeOf(parameter: ParameterDefinition): string {
  const groups = parameter.perStaffGroup ? 'by staff group' : 'for the whole organisation';
  const years = parameter.perYear ? 'by year' : 'one value for all years';
  return `${groups}, ${years}${isCount(parameter) ? ', a count' : ''}`;
}

function usualRange(parameter: ParameterDefinition): string {
  const { plausibleMinimum: least, plausibleMaximum: most } = parameter;
  if (least === undefined && most === undefined) return '';
  if (least === undefined) return `; usually at most ${show(most ?? 0, parameter)}`;
  if (most === undefined) return `; usually at least ${show(least, parameter)}`;
  return `; usually ${show(least, parameter)} to ${show(most, parameter)}`;
}

function describeDefault(
  { value, low, high, source, status }: ParameterDefault,
  parameter: ParameterDefinition,
): string {
  const hasRange = low !== undefined && high !== undefined;
  const range = hasRange ? ` (${show(low, parameter)} to ${show(high, parameter)})` : '';
  return `${show(value, parameter)}${range}, ${status}. ${source}`;
}

const FAMILY_NAMES: Readonly<Record<ParameterUncertainty['family'], string>> = {
  'split-normal': 'split normal',
  'log-split-normal': 'log split normal',
  pert: 'PERT',
};

function describeUncertainty(parameter: ParameterDefinition): string {
  const { family, nationalShare, source, status } = uncertaintyOf(parameter);
  const shared = Number((nationalShare * 100).toFixed(6));
  return `${FAMILY_NAMES[family]}, ${shared} % common to all organisations, ${status}. ${source}`;
}

function show(value: number, { unit }: ParameterDefinition): string {
  const isShare = unit === 'share' || unit === 'share-a-year';
  return isShare ? `${Number((value * 100).toFixed(6))} %` : String(value);
}
