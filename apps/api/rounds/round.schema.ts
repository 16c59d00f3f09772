import {
  boolean,
  date,
  id,
  instant,
  integer,
  listOf,
  nullable,
  object,
  oneOf,
  string,
} from '../openapi/schema';
import { FRESHNESS, ORGANISATION } from '../openapi/shared.schema';

const ROUND_YEARS = { id, name: string, firstYear: integer, years: integer };

const PLAN = {
  id,
  organisation: ORGANISATION,
  scenario: object({ id, name: string }),
  state: string,
  version: integer,
  updatedAt: instant,
  freshness: FRESHNESS,
};

export const SCENARIO = object({
  id,
  name: string,
  kind: oneOf('calibration', 'plan', 'what-if'),
  baseScenarioId: nullable(id),
  organisationId: nullable(id),
  isArchived: boolean,
  version: integer,
});

export const ROUNDS = object({
  rounds: listOf(
    object({
      ...ROUND_YEARS,
      state: oneOf('open', 'closed'),
      coverage: string,
      deadlines: listOf(object({ label: string, dueOn: date })),
      scenarios: listOf(SCENARIO),
      plans: listOf(object({ ...PLAN, organisations: integer })),
    }),
  ),
});

export const PLAN_DETAIL = object({
  ...PLAN,
  round: object(ROUND_YEARS),
  organisations: listOf(
    object({ id, code: string, name: string, type: string, basis: nullable(string), freshness: FRESHNESS }),
  ),
});
