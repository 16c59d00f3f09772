import { GOAL_FIGURES, LIMIT_KINDS, PROPOSAL_STATES } from '#optimisation/proposals';
import {
  boolean,
  described,
  id,
  instant,
  integer,
  listOf,
  nullable,
  number,
  object,
  objectWithOptional,
  oneOf,
  sha256,
  string,
  type SchemaObject,
} from '../openapi/schema';

/** A plan within limits, as it is asked for. */
export const ASKED_PLAN = object({
  kind: oneOf('plan'),
  objective: oneOf('least-cost', 'least-shortfall', 'least-risk'),
  staffGroups: { ...listOf(string), minItems: 1, maxItems: 20 },
  limits: {
    ...listOf(
      objectWithOptional(
        {
          kind: oneOf(...LIMIT_KINDS),
          staffGroup: nullable(string),
          year: integer,
          bound: number,
          basis: oneOf('amount', 'of-planned'),
        },
        {
          keptBy: described(
            'Of a question about several systems: whether each must keep it by itself; left out: all together.',
            oneOf('all-together', 'each-system'),
          ),
        },
      ),
    ),
    maxItems: 300,
  },
  levers: {
    ...listOf(
      objectWithOptional(
        {
          lever: { ...string, maxLength: 60 },
          staffGroup: { ...string, maxLength: 60 },
          most: listOf(nullable({ ...number, minimum: 0 })),
          ramp: nullable({ ...number, minimum: 0 }),
          leadMonths: { ...integer, minimum: 0, maximum: 120 },
          unitCost: { ...number, minimum: 0, maximum: 1e9 },
          pool: nullable(listOf({ ...number, minimum: 0 })),
        },
        {
          wholeUpTo: described(
            'Whole units only where an organisation has at most as many in a year; left out: as offered.',
            { ...number, minimum: 0, maximum: 1000 },
          ),
        },
      ),
    ),
    maxItems: 60,
  },
  draws: { ...integer, minimum: 0, maximum: 1000 },
});

/** One assumption for one target, as it is asked for. */
export const ASKED_GOAL = object({
  kind: oneOf('goal'),
  parameter: described(
    'Key of an assumption, or of the register of a lever (`apprenticeship-levy.starts`): then its number a year, all organisations together.',
    { ...string, maxLength: 80 },
  ),
  staffGroup: { ...string, maxLength: 60 },
  low: number,
  high: number,
  fromYear: integer,
  target: object({
    figure: oneOf(...GOAL_FIGURES),
    year: integer,
    sense: oneOf('exactly', 'at-most', 'at-least'),
    value: number,
  }),
});

/** A question to the optimiser. */
const ASKED: SchemaObject = { oneOf: [ASKED_PLAN, ASKED_GOAL] };

const ORGANISATION = object({ id, code: string, name: string });

const SUMMARY = {
  id,
  scenarioId: id,
  organisationId: id,
  kind: oneOf('plan', 'goal'),
  state: oneOf(...PROPOSAL_STATES),
  progress: described('Share done, 0 to 1.', number),
  outcome: nullable(string),
  error: nullable(string),
  requestedBy: nullable(string),
  requestedAt: instant,
  finishedAt: nullable(instant),
};

/** Questions, newest first. */
export const PROPOSALS = object({ proposals: listOf(object(SUMMARY)), canEdit: boolean });

/** A question with its answer. */
export const PROPOSAL_DETAIL = object({
  ...SUMMARY,
  request: ASKED,
  engineVersion: nullable(sha256),
  inputSha256: sha256,
  base: listOf(object({ organisation: ORGANISATION, runId: id, inputSha256: sha256 })),
  years: listOf(object({ year: integer, label: string })),
  lines: listOf(
    object({
      place: integer,
      organisation: ORGANISATION,
      lever: string,
      label: string,
      unit: string,
      amounts: listOf(number),
      cost: number,
      accepted: nullable(
        object({ at: instant, by: nullable(string), scenario: object({ id, name: string }) }),
      ),
    }),
  ),
  content: nullable({
    type: 'object',
    description:
      'The answer: levers with cost and effect, limits as confirmed, what binds and its price, conflict and smallest relaxation, frontier, regret over named futures; or of a goal the value that reaches it.',
    additionalProperties: true,
  }),
});

/** What can be asked: levers with what they usually cost and how far they go, and kinds of limit. */
export const OFFER = object({
  years: listOf(object({ year: integer, label: string })),
  staffGroups: listOf(object({ code: string, name: string })),
  levers: listOf(
    object({
      lever: string,
      staffGroup: string,
      label: string,
      unit: string,
      most: listOf(nullable(number)),
      mostPer: oneOf('organisation', 'head'),
      ramp: nullable(number),
      leadMonths: integer,
      unitCost: number,
      costPer: oneOf('organisation', 'head'),
      wholeUpTo: number,
      source: string,
    }),
  ),
  limits: listOf(
    object({
      kind: oneOf(...LIMIT_KINDS),
      staffGroup: nullable(string),
      label: string,
      sense: oneOf('at-most', 'at-least'),
      unit: oneOf('fte', 'pounds', 'share', 'times-planned'),
      isOfGroup: boolean,
      usual: nullable(number),
    }),
  ),
});
