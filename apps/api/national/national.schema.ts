import { CROSS_CHECKS } from '#national';
import { PLAN_STATUSES } from '#plans';
import {
  described,
  id,
  integer,
  listOf,
  mapOf,
  nullable,
  number,
  object,
  oneOf,
  string,
} from '../openapi/schema';

const STATUS = described(
  'agreed by the region, submitted and not yet agreed, or default: projected without a submission.',
  oneOf(...PLAN_STATUSES),
);
const PLACE = { code: string, name: string };
const ROUND = object({ name: string, scenario: string, years: listOf(integer) });
const BY_YEAR = described('By financial year, named by its first calendar year.', mapOf(number));

/** England by year, and every plan behind each figure. */
export const NATIONAL_PICTURE = object({
  round: ROUND,
  cells: listOf(
    object({
      year: integer,
      total: number,
      byStatus: object({ agreed: number, submitted: number, default: number }),
    }),
  ),
  systems: listOf(
    object({
      ...PLACE,
      region: nullable(object(PLACE)),
      status: STATUS,
      version: nullable(integer),
      signedOn: nullable(string),
      documentId: nullable(id),
      figures: BY_YEAR,
      organisations: listOf(object({ ...PLACE, figures: BY_YEAR })),
      leftOut: listOf(object({ ...PLACE, reason: string })),
    }),
  ),
});

/** What plans together exceed. */
export const NATIONAL_CROSS_CHECKS = object({
  round: ROUND,
  breaches: listOf(
    object({
      check: oneOf(...CROSS_CHECKS),
      label: string,
      unit: oneOf('people', 'pounds'),
      area: string,
      year: integer,
      staffGroup: nullable(string),
      standard: nullable(string),
      planned: number,
      available: number,
      excess: described('By how much: planned less available.', number),
      drivers: listOf(
        object({
          system: object({ ...PLACE, status: STATUS }),
          planned: number,
          share: described('Share of what is planned in all, 0 to 1.', number),
          toGive: described('How much less of it would do, if everyone gave the same share.', number),
          organisations: listOf(object({ ...PLACE, planned: number })),
        }),
      ),
      resolution: string,
      basis: string,
    }),
  ),
  yearsWithEnvelopes: listOf(integer),
  yearsWithTrainingSupply: listOf(integer),
});
