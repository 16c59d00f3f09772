import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { parse } from 'csv-parse/sync';

import { recruitmentCountryOf, recruitmentFeeOf } from './load-international';
import { fundingBandOf, levyRuleOf, standardOf } from './load-levy';
import { highCostAreaOf } from './high-cost-area';
import type {
  DatedFact,
  DefaultRangeFact,
  PayScaleFact,
  PolicyData,
  PublishedRateFact,
  SourceFact,
} from './policy-data';
import { loadRepresentation } from './load-representation';
import { newRoleOf } from './new-roles';
import { PolicyFileError } from './policy-file-error';
import { PolicyRow } from './policy-row';

const FACTS_DIRECTORY = join('config', 'reference', 'policy');
const AGENDA_FOR_CHANGE_BAND = /^[1-9][a-d]?$/;

/**
 * Reads and checks every policy fact.
 *
 * @param directory where the files are; `config/reference/policy` of this repository by default.
 * @throws PolicyFileError naming file, entry and column of the first fact that cannot be used.
 */
export function loadPolicy(directory: string = factsDirectory()): PolicyData {
  const read = (file: string): readonly PolicyRow[] => readRows(join(directory, file), file);
  const sources = read('sources.csv').map(sourceOf);
  const known = new Set(sources.map((source) => source.id));
  const payScales = [...read('afc_pay.csv'), ...read('medical_and_senior_pay.csv')];
  const fundingBands = read('levy_bands.csv').map((row) => fundingBandOf(row, known));
  return {
    payScales: payScales.map((row) => payScaleOf(row, known)),
    onCosts: read('on_costs.json').flatMap((row) => onCostOf(row, known)),
    highCostAreas: read('on_costs.json').flatMap((row) => highCostAreaOf(row, known)),
    defaultRanges: read('default_ranges.csv').map(defaultRangeOf),
    leaverRates: read('leaver_rates.csv').flatMap((row) => rateOf(row, 'leaver_rate_pct', known)),
    sickness: read('sickness.csv').flatMap((row) => rateOf(row, 'rate_pct', known)),
    levyRules: read('levy_rules.json').flatMap((row) => levyRuleOf(row, known)),
    fundingBands,
    apprenticeshipStandards: read('apprenticeship_standards.csv').map((row) =>
      standardOf(row, known, fundingBands),
    ),
    recruitmentFees: read('international_recruitment.csv').flatMap((row) => recruitmentFeeOf(row, known)),
    recruitmentCountries: read('red_list.csv').map((row) => recruitmentCountryOf(row, known)),
    nationalAmbitions: read('cross_checks.csv').map((row) => ambitionOf(row, known)),
    newRoles: read('new_roles.csv').map((row) => newRoleOf(row, known)),
    ...loadRepresentation(read, known),
    sources,
  };
}

/** The nearest directory upwards that holds the facts: the same from source and from the build. */
function factsDirectory(): string {
  for (let at = __dirname; at !== dirname(at); at = dirname(at)) {
    const candidate = join(at, FACTS_DIRECTORY);
    if (existsSync(candidate)) return candidate;
  }
  throw new PolicyFileError(FACTS_DIRECTORY, 0, 'directory', `was not found above ${__dirname}`);
}

function readRows(path: string, file: string): readonly PolicyRow[] {
  if (!existsSync(path)) throw new PolicyFileError(file, 0, 'file', 'does not exist');
  const text = readFileSync(path, 'utf8');
  const isJson = file.endsWith('.json');
  return records(text, file).map((record, index) => new PolicyRow(file, isJson ? index : index + 2, record));
}

function records(text: string, file: string): readonly Record<string, unknown>[] {
  try {
    const parsed: unknown = file.endsWith('.json')
      ? JSON.parse(text)
      : parse(text, { columns: true, bom: true });
    if (Array.isArray(parsed) && parsed.every(isRecord)) return parsed;
  } catch (error) {
    throw new PolicyFileError(file, 0, 'file', error instanceof Error ? error.message : String(error));
  }
  throw new PolicyFileError(file, 0, 'file', 'is not a list of records');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sourceOf(row: PolicyRow): SourceFact {
  return {
    id: row.text('id'),
    url: row.optionalText('url'),
    title: row.text('title'),
    kind: row.text('kind'),
  };
}

function payScaleOf(row: PolicyRow, known: ReadonlySet<string>): PayScaleFact {
  const name = row.text('band');
  const entry = row.number('entry');
  const top = row.number('top');
  if (top < entry) throw row.error('top', `${top} is below the entry of ${entry}`);
  const band = AGENDA_FOR_CHANGE_BAND.test(name) ? `band-${name}` : name;
  return { year: row.financialYear('year'), band, entry, top, ...row.origin(known) };
}

/** Only dated numbers: supplements have their own reader, rules in words none. */
function onCostOf(row: PolicyRow, known: ReadonlySet<string>): readonly DatedFact[] {
  const item = row.text('item');
  if (!/^(employer_ni|nhs_pension)\./.test(item)) return [];
  const effectiveFrom = row.optionalDate('effective_from');
  if (effectiveFrom === null) throw row.error('effective_from', 'is empty');
  const effectiveTo = row.optionalDate('effective_to');
  if (effectiveTo !== null && effectiveTo < effectiveFrom)
    throw row.error('effective_to', 'is before effective_from');
  return [{ item, value: row.number('value'), effectiveFrom, effectiveTo, ...row.origin(known) }];
}

function ambitionOf(row: PolicyRow, known: ReadonlySet<string>): DatedFact {
  const effectiveFrom = row.optionalDate('effective_from');
  if (effectiveFrom === null) throw row.error('effective_from', 'is empty');
  return {
    item: row.text('item'),
    value: row.number('value'),
    effectiveFrom,
    effectiveTo: row.optionalDate('effective_to'),
    ...row.origin(known),
  };
}

function defaultRangeOf(row: PolicyRow): DefaultRangeFact {
  return {
    parameter: row.text('parameter'),
    staffGroup: row.text('staff_group'),
    central: row.number('central'),
    low: signedOrNull(row, 'low'),
    high: signedOrNull(row, 'high'),
    basis: row.text('basis'),
  };
}

/** Premiums may be negative at their low end. */
function signedOrNull(row: PolicyRow, column: string): number | null {
  const text = row.optionalText(column);
  if (text === '') return null;
  const value = Number(text);
  if (!Number.isFinite(value)) throw row.error(column, `"${text}" is not a number`);
  return value;
}

function rateOf(row: PolicyRow, column: string, known: ReadonlySet<string>): readonly PublishedRateFact[] {
  const ratePercent = row.optionalNumber(column);
  if (ratePercent === null) return [];
  return [{ group: row.text('group'), period: row.text('period'), ratePercent, ...row.origin(known) }];
}
