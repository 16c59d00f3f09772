import { FOUR_LINES, LINE_SOURCES, PERIOD_KINDS, RETURN_EMPLOYMENTS, WORKED_PARTS } from '#monitoring';
import {
  described,
  id,
  instant,
  integer,
  listOf,
  nullable,
  object,
  oneOf,
  sha256,
  string,
  type SchemaObject,
} from '../openapi/schema';

const of = (keys: readonly string[], schema: SchemaObject): SchemaObject =>
  object(Object.fromEntries(keys.map((key) => [key, schema])));

const UNITS = described('Hundred-thousandths of a WTE.', integer);
const RESULT = object({
  id,
  kind: oneOf('run', 'roll-up'),
  engineVersion: string,
  inputSha256: sha256,
  resultSha256: sha256,
  publishedAt: instant,
});
const ORGANISATION = object({ id, code: string, name: string });
const SCENARIO = object({ id, name: string });

/** The four lines of a year; contracted and the parts add up to worked exactly. */
export const FOUR_LINES_OF_YEAR = object({
  organisation: ORGANISATION,
  scenario: SCENARIO,
  result: nullable(RESULT),
  firstYear: integer,
  months: listOf(
    object({
      month: string,
      sources: of(FOUR_LINES, nullable(oneOf(...LINE_SOURCES))),
      rows: listOf(
        object({
          staffGroup: string,
          name: string,
          lines: of(FOUR_LINES, nullable(UNITS)),
          vacancies: nullable(UNITS),
          unfunded: nullable(UNITS),
          difference: nullable(UNITS),
          parts: nullable(of(WORKED_PARTS, UNITS)),
        }),
      ),
    }),
  ),
});

const LINE_SET = object({
  version: integer,
  name: string,
  validFrom: string,
  status: string,
  source: string,
  lines: listOf(object({ code: string, label: string, staffGroups: listOf(string) })),
});
export const RETURN_LINE_SET = LINE_SET;
export const RETURN_LINE_SETS = object({ lineSets: listOf(LINE_SET) });

const FIGURES = of([...RETURN_EMPLOYMENTS, 'total'], integer);
const DISPLAYED = object({ lines: listOf(FIGURES), total: FIGURES });

/** A return; what is displayed adds up down and across. */
export const WORKFORCE_RETURN = object({
  organisation: ORGANISATION,
  scenario: SCENARIO,
  result: RESULT,
  runIds: listOf(id),
  lineSet: LINE_SET,
  periods: listOf(
    object({
      kind: oneOf(...PERIOD_KINDS),
      month: string,
      moneyFrom: nullable(string),
      wte: described('Tenths of a WTE.', DISPLAYED),
      pounds: nullable(DISPLAYED),
    }),
  ),
});
