import {
  boolean,
  id,
  instant,
  integer,
  listOf,
  mapOf,
  nullable,
  number,
  object,
  oneOf,
  sha256,
  string,
} from '../openapi/schema';
import { FRESHNESS, ORGANISATION } from '../openapi/shared.schema';

const FIGURES = listOf(nullable(number));

const STAFF_GROUP = object({
  code: string,
  name: string,
  parentCode: nullable(string),
  depth: integer,
  isLeaf: boolean,
  lines: object({
    staffInPost: FIGURES,
    headcount: FIGURES,
    availableFte: FIGURES,
    establishment: FIGURES,
    requirement: FIGURES,
    payBill: FIGURES,
  }),
  establishmentBasis: oneOf('loaded', 'assumed', 'not-loaded'),
  vacancyRate: FIGURES,
  gap: FIGURES,
});

const LABELLED_VALUE = object({ label: string, value: number });

const BRIDGE = object({
  staffGroup: string,
  unit: oneOf('fte'),
  opening: LABELLED_VALUE,
  parts: listOf(object({ code: string, label: string, value: number })),
  closing: LABELLED_VALUE,
});

const COVERAGE = object({
  statement: string,
  organisationsIncluded: integer,
  organisationsExpected: integer,
  bases: listOf(object({ basis: string, label: string, fte: number })),
  missing: listOf(object({ code: string, name: string })),
});

const RESULT = object({
  id,
  kind: oneOf('run', 'roll-up'),
  engineVersion: string,
  inputSha256: sha256,
  resultSha256: sha256,
  publishedAt: instant,
});

const YEARS = listOf(object({ year: integer, label: string, kind: oneOf('estimate', 'projected') }));

export const OVERVIEW = object({
  scenario: object({ id, name: string, roundId: id }),
  organisation: ORGANISATION,
  result: nullable(RESULT),
  freshness: FRESHNESS,
  coverage: COVERAGE,
  years: YEARS,
  staffGroups: listOf(STAFF_GROUP),
  bridge: nullable(BRIDGE),
  bridges: mapOf(BRIDGE),
  netting: object({ joiners: number, leavers: number, statement: string }),
  baseline: nullable(object({ month: string, openingFte: number })),
  notices: listOf(
    object({ code: string, staffGroup: nullable(string), message: string, amount: nullable(number) }),
  ),
});

export const EARLIER = object({
  earlier: nullable(
    object({
      result: object({ id, kind: oneOf('run', 'roll-up'), publishedAt: instant }),
      years: YEARS,
      staffGroups: listOf(STAFF_GROUP),
    }),
  ),
});

export const STATUS = object({
  freshness: FRESHNESS,
  units: listOf(
    object({
      organisation: object({ id, code: string, name: string }),
      freshness: FRESHNESS,
      quarantineReason: nullable(string),
    }),
  ),
});

export const REQUESTED = object({ requested: integer });
