import { parse } from 'csv-parse/sync';
import { canonicalJson } from '#platform';
import type { Observation } from './observation';

import { CSV_HEADER, observationAsCsv, observationAsJson, observationAsLine } from './observation-format';

const row: Observation = {
  seq: 1,
  measure: 'staff-in-post-fte',
  organisationCode: 'QWO',
  organisationName: 'West Yorkshire, "the" system',
  organisationLevel: 'system',
  systemCode: 'QWO',
  regionCode: 'Y63',
  staffGroupCode: 'midwives',
  year: 2026,
  scenario: 'Plan submission',
  planStatus: 'agreed',
  bandCluster: null,
  equalityClass: null,
  value: 1005,
  status: '',
  unit: 'fte',
};

function readBack(csv: string): Record<string, string>[] {
  return parse<Record<string, string>>(CSV_HEADER + csv, { columns: true });
}

describe('published row formats', () => {
  it('survives a round trip through a CSV reader', () => {
    expect(readBack(observationAsCsv(row))[0]).toMatchObject({
      organisation_name: row.organisationName,
      period_end: '2027-03-31',
      value: '1005',
      status: '',
    });
  });

  it('says c for a hidden value in both forms', () => {
    const hidden: Observation = { ...row, value: null, status: 'c' };
    expect(readBack(observationAsCsv(hidden))[0]).toMatchObject({ value: 'c', status: 'c' });
    expect(observationAsJson(hidden)).toMatchObject({ value: null, status: 'c' });
  });

  it.each<Partial<Observation>>([
    {},
    { value: null, status: 'w' },
    { value: 1e-7, organisationName: 'Système "é"\u2028', bandCluster: 'band-2', equalityClass: 'all' },
  ])('are canonical JSON in a line: %p', (change) => {
    const changed = { ...row, ...change };
    expect(observationAsLine(changed)).toBe(canonicalJson(observationAsJson(changed)));
  });

  it('neutralises text that a spreadsheet would run', () => {
    const hostile = { ...row, scenario: '=HYPERLINK("http://x")' };
    expect(readBack(observationAsCsv(hostile))[0]?.['scenario']).toBe(`'=HYPERLINK("http://x")`);
  });
});
