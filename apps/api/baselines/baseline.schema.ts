import { BASELINE_ORIGINS } from '#baselines';
import {
  id,
  instant,
  integer,
  listOf,
  nullable,
  number,
  object,
  oneOf,
  sha256,
  string,
} from '../openapi/schema';
import { ORGANISATION } from '../openapi/shared.schema';

const SNAPSHOT = object({
  id,
  organisation: object({ id, code: string, name: string }),
  asAt: string,
  sha256,
  source: string,
  basis: nullable(string),
  staffGroups: integer,
  headcount: number,
  fte: number,
  notices: listOf(
    object({ code: string, staffGroup: nullable(string), message: string, amount: nullable(number) }),
  ),
  files: listOf(sha256),
  frozenAt: instant,
});

export const SNAPSHOTS = object({ snapshots: listOf(SNAPSHOT) });

export const ROUND_BASELINES = object({
  baselines: listOf(
    object({
      organisation: ORGANISATION,
      snapshot: nullable(SNAPSHOT),
      lastChoice: nullable(object({ reason: string, author: string, at: instant })),
    }),
  ),
});

export const BASELINE_OPTIONS = object({
  options: listOf(object({ origin: oneOf(...BASELINE_ORIGINS), asAt: string })),
});
