import { DOCUMENT_KINDS } from '#plans';
import {
  boolean,
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
import { ORGANISATION } from '../openapi/shared.schema';

const day: SchemaObject = { type: 'string', format: 'date' };

const PERSON = object({ id, name: string });

export const FAULT = object({ pointer: string, rule: string, message: string, fix: string });

const MILESTONE_STANDING = object({
  state: string,
  dueOn: day,
  reachedOn: nullable(day),
  isLate: boolean,
  daysLeft: nullable(integer),
});

const STATE = { code: string, label: string, meaning: string, isEditable: boolean, isShared: boolean };

const STEP = object({
  revision: integer,
  version: integer,
  action: string,
  label: string,
  slot: nullable(string),
  slotLabel: nullable(string),
  from: string,
  to: string,
  person: string,
  principal: nullable(string),
  reason: nullable(string),
  decidedOn: nullable(day),
  contentSha256: nullable(sha256),
  at: instant,
});

const SLOT = object({
  code: string,
  label: string,
  group: string,
  mayBeNotApplicable: boolean,
  holders: listOf(PERSON),
  isMine: boolean,
  settledBy: { nullable: true, allOf: [STEP] },
});

const OFFERED_STEP = object({
  action: string,
  label: string,
  slot: nullable(string),
  slotLabel: nullable(string),
  isForward: boolean,
  needs: listOf(oneOf('reason', 'date')),
  refusal: {
    nullable: true,
    allOf: [object({ code: string, message: string, fix: string, faults: listOf(FAULT) })],
  },
});

const DELEGATION = object({
  id,
  slot: string,
  principalId: id,
  principal: string,
  delegateId: id,
  delegate: string,
  validTo: nullable(day),
  isMine: boolean,
});

export const DOCUMENT = object({
  id,
  kind: oneOf(...DOCUMENT_KINDS),
  label: string,
  organisation: ORGANISATION,
  round: object({ id, name: string, firstYear: integer, years: integer, state: oneOf('open', 'closed') }),
  scenario: PERSON,
  state: object(STATE),
  version: integer,
  revision: integer,
  updatedAt: instant,
  states: listOf(object({ ...STATE, milestone: { nullable: true, allOf: [MILESTONE_STANDING] } })),
  slots: listOf(SLOT),
  steps: listOf(STEP),
  offered: listOf(OFFERED_STEP),
  next: listOf(object({ label: string, people: listOf(PERSON) })),
  missing: listOf(FAULT),
  delegations: listOf(DELEGATION),
  delegates: listOf(PERSON),
  versions: listOf(object({ version: integer, contentSha256: sha256, person: string, frozenAt: instant })),
  versionInForce: nullable(integer),
  canEdit: boolean,
});

export const MILESTONES = object({
  milestones: listOf(object({ kind: oneOf(...DOCUMENT_KINDS), state: string, dueOn: day })),
});

export const ROUND_DOCUMENTS = object({
  round: object({ id, name: string, state: oneOf('open', 'closed') }),
  milestones: listOf(object({ kind: oneOf(...DOCUMENT_KINDS), state: string, dueOn: day })),
  documents: listOf(
    object({
      id: nullable(id),
      kind: oneOf(...DOCUMENT_KINDS),
      organisation: ORGANISATION,
      systemId: nullable(id),
      state: string,
      stateLabel: string,
      version: nullable(integer),
      updatedAt: nullable(instant),
      milestone: { nullable: true, allOf: [MILESTONE_STANDING] },
    }),
  ),
});

export const TAKEN_STEP = object({ state: string, version: integer, revision: integer });

export const BEGUN = object({ id });

const RUN_LABEL: SchemaObject = {
  nullable: true,
  allOf: [
    object({
      runId: id,
      standing: oneOf('own', 'received', 'partial'),
      resultSha256: sha256,
      scenario: string,
    }),
  ],
};

const CELL: SchemaObject = { nullable: true, oneOf: [{ type: 'string' }, { type: 'number' }] };

export const DIFFERENCE = object({
  from: integer,
  to: integer,
  runs: listOf(object({ organisation: string, from: RUN_LABEL, to: RUN_LABEL })),
  entries: listOf(
    object({
      section: string,
      label: string,
      entry: string,
      change: oneOf('added', 'changed', 'removed'),
      fields: listOf(object({ field: string, label: string, from: CELL, to: CELL })),
    }),
  ),
});
