import {
  isPercentage,
  PARAMETER_UNIT_WORDS,
  shiftDecimals,
  type ParameterDefinition,
  type ParameterUnit,
} from '#modules/registry';

export { isPercentage };
/** The unit in words, as it follows a parameter's name. */
export const UNIT_WORDS = PARAMETER_UNIT_WORDS;

type Definition = Pick<ParameterDefinition, 'unit' | 'decimals' | 'choices'>;

/** A parameter's name with its unit; a choice has none. */
export function withUnit({ label, unit }: Pick<ParameterDefinition, 'label' | 'unit'>): string {
  return unit === 'choice' ? label : `${label}, ${UNIT_WORDS[unit]}`;
}

function choiceLabel(value: number, { choices }: Definition): string | undefined {
  return choices?.find((choice) => choice.value === value)?.label;
}

/** A stored value in the unit shown, exactly. */
export function shownNumber(value: number, unit: ParameterUnit): number {
  return isPercentage(unit) ? Number(shiftDecimals(value, 2).toPrecision(12)) : value;
}

/** A value as the grid shows it, rounded to the parameter's decimals; empty for none. */
export function formatCell(value: number | null, definition: Definition): string {
  if (value === null) return '';
  const { unit, decimals } = definition;
  const label = choiceLabel(value, definition);
  if (label !== undefined) return label;
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return shownNumber(value, unit).toLocaleString('en-GB', options).replace('-', '−');
}

/** A value as it is edited and copied: every digit, no separators. */
export function exactText(value: number | null, definition: Definition): string {
  if (value === null) return '';
  return choiceLabel(value, definition) ?? String(shownNumber(value, definition.unit));
}

/** A value with its unit, for a sentence: `8.5%`, `120 people a year`, `£1,200`. */
export function valueInWords(value: number | null, definition: Definition): string {
  if (value === null) return 'no value';
  const text = formatCell(value, definition);
  if (definition.unit === 'choice') return text;
  if (definition.unit === 'pounds') return `£${text}`;
  if (definition.unit === 'pounds-each') return `£${text} each`;
  const unit = UNIT_WORDS[definition.unit];
  return isPercentage(definition.unit) ? `${text}${unit}` : `${text} ${unit}`;
}
