import {
  sectionsOf,
  type SectionDefinition,
  type SectionEntry,
  type SectionField,
  type SectionValue,
  type SectionValues,
} from '#plans';
import { column, heading, paragraph, tableOf, type PaperBlock, type PaperTable } from '../paper';
import type { PlanSnapshot } from '../plan-snapshot';
import { day, financialYear, pounds, whole } from './words';

/** More columns than this are not read on a page: what is over goes into a last column, each with its label. */
const MOST_COLUMNS = 5;
/** Shares of people by ethnicity or disability, which are told to the nearest 5 % whatever was entered. */
const SHARES_OF_PEOPLE: readonly string[] = ['talent-pool-diversity'];
const SHARE_STEP = 5;

type Document = PlanSnapshot['document'];
type NonEmpty = (values: SectionValues, field: SectionField) => string | null;

/**
 * What stands in a field, as it is read; null where it is empty. A field that is asked for only where another
 * has a certain value is not told where that has not: shares of a pool of fewer than 20 people are such.
 */
export function answerTo(document: Document, section: string): NonEmpty {
  return (values, field) => {
    const { requiredWhen } = field;
    const value = values[field.key];
    const isAsked =
      requiredWhen === undefined || requiredWhen.is.includes(String(values[requiredWhen.field] ?? ''));
    if (value === undefined || value === '' || !isAsked) return null;
    return WORDS[field.kind](value, field, document, section);
  };
}

type Words = (value: SectionValue, field: SectionField, document: Document, section: string) => string;

const asText: Words = (value) => String(value).trim();
const named =
  (namesOf: (document: Document) => Readonly<Record<string, string>>): Words =>
  (value, _, document) =>
    namesOf(document)[String(value)] ?? String(value);

const WORDS: Readonly<Record<SectionField['kind'], Words>> = {
  text: asText,
  'long-text': asText,
  choice: (value, field) =>
    (field.kind === 'choice' ? field.choices.find(({ code }) => code === value)?.label : undefined) ??
    String(value),
  number: numberWords,
  date: (value) => day(String(value)),
  year: (value) => financialYear(Number(value)),
  organisation: named(({ names }) => names),
  scenario: named(({ names }) => names),
  'staff-group': named(({ staffGroups }) => staffGroups),
  'clinical-lead': named(({ content }) => content.people),
};

function numberWords(value: SectionValue, field: SectionField, _: Document, section: string): string {
  const number = Number(value);
  const unit = field.kind === 'number' ? field.unit : 'number';
  if (unit === '£') return pounds(number);
  if (unit === '%') {
    const isCounted = SHARES_OF_PEOPLE.includes(section);
    return `${isCounted ? Math.round(number / SHARE_STEP) * SHARE_STEP : number} %`;
  }
  return unit === 'number' ? String(number) : `${Number.isInteger(number) ? whole(number) : number} ${unit}`;
}

/** A section of one entry: each question as a heading of its own, with what was written under it. */
export function recordBlocks(
  document: Document,
  { key, fields }: SectionDefinition,
  values: SectionValues,
): readonly PaperBlock[] {
  const answer = answerTo(document, key);
  const short = fields.filter(({ kind }) => kind !== 'long-text');
  const long = fields.filter(({ kind }) => kind === 'long-text');
  const rows = short.flatMap((field) => {
    const text = answer(values, field);
    return text === null ? [] : [{ question: field.label, answer: text }];
  });
  const table = tableOf([key, 'In brief'], [column('question', 'What'), column('answer', 'Answer')], rows);
  return [
    ...long.flatMap((field) => {
      const text = answer(values, field);
      return text === null ? [] : [heading(3, field.label), ...paragraphsOf(text)];
    }),
    ...(table === null ? [] : [table]),
  ];
}

/** Text by its paragraphs. */
export function paragraphsOf(text: string): readonly PaperBlock[] {
  return text
    .split(/\r?\n\s*\r?\n|\r?\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => paragraph(part));
}

/** A section of many entries as a table; null where there are none. */
export function listTable(
  document: Document,
  { key, label, fields }: SectionDefinition,
  entries: readonly SectionEntry[],
): PaperTable | null {
  const answer = answerTo(document, key);
  const told = fields.filter((field) => entries.some(({ values }) => answer(values, field) !== null));
  const isWide = told.length > MOST_COLUMNS;
  const own = isWide ? told.slice(0, MOST_COLUMNS - 1) : told;
  const rest = isWide ? told.slice(MOST_COLUMNS - 1) : [];
  const rows = entries.map(({ values }) => ({
    ...Object.fromEntries(own.map((field) => [field.key, answer(values, field)])),
    further: rest
      .flatMap((field) => {
        const text = answer(values, field);
        return text === null ? [] : [`${field.label}: ${text}`];
      })
      .join('. '),
  }));
  const columns = [
    ...own.map((field) => column(field.key, field.label)),
    ...(rest.length === 0 ? [] : [column('further', 'Further')]),
  ];
  return tableOf([key, label], columns, rows);
}

/** The definition of a section of system plans. @throws RangeError for one that there is not */
export function sectionByKey(key: string): SectionDefinition {
  const found = sectionsOf('system-plan').find((definition) => definition.key === key);
  if (found === undefined) throw new RangeError(`a system plan has no section ${key}`);
  return found;
}
