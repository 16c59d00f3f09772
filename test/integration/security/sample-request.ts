import { newId } from '#platform';
import type { Operation, Schema } from './described-operations';
import type { SystemObjects } from './two-systems.fixture';

/** What a request is about. */
export interface RequestSubject {
  readonly roundId: string;
  /** The scenario that everyone of the round has. */
  readonly scenarioId: string;
  readonly objects: SystemObjects;
}

/** A request as it goes to the router. */
export interface SampleRequest {
  readonly method: Operation['method'];
  readonly url: string;
  readonly body: object | null;
}

/** Values of parameters by name, for those that a format alone does not make good. */
const WORDS: Readonly<Record<string, string>> = {
  parameter: 'retention.leaver-rate',
  staffGroup: 'midwives',
  year: '2026',
  firstYear: '2026',
  module: 'apprenticeship-levy',
  measure: 'fte',
  register: 'retention.interventions',
  asAt: '2026-03-31',
  format: 'csv',
  kind: 'ledger',
  from: '1',
  to: '1',
  keyId: 'first',
  version: '1',
};

/** What the `id` of a path is an id of, by the beginning of the path. */
const PATH_IDS: readonly (readonly [RegExp, keyof SystemObjects])[] = [
  [/\/runs\//, 'runId'],
  [/\/proposals\//, 'proposalId'],
  [/\/scenarios\//, 'scenarioId'],
  [/\/grants\//, 'grantId'],
  [/\/people\//, 'personId'],
  [/\/(plans|sign-off)\//, 'planId'],
];

/** The field of the system's objects that a parameter of an operation names; null for other parameters. */
export function objectNamedBy({ path }: Operation, parameter: string): keyof SystemObjects | null {
  if (parameter === 'organisationId') return 'organisationId';
  if (parameter === 'delegationId') return 'delegationId';
  if (parameter === 'delegateId') return 'personId';
  if (parameter === 'scenarioId' || parameter === 'baseScenarioId') return 'scenarioId';
  if (parameter !== 'id') return null;
  return PATH_IDS.find(([pattern]) => pattern.test(path))?.[1] ?? null;
}

/** The value of a parameter for a subject. */
export function parameterValue(operation: Operation, name: string, subject: RequestSubject): string {
  if (name === 'scenarioId') return subject.scenarioId;
  if (name === 'roundId') return subject.roundId;
  if (name === 'baseScenarioId') return subject.scenarioId;
  const field = objectNamedBy(operation, name);
  if (field !== null) return subject.objects[field];
  const { enum: choices = [] } = operation.parameters.find((one) => one.name === name)?.schema ?? {};
  const word = WORDS[name];
  const isChoice = choices.length === 0 || choices.includes(word);
  if (word !== undefined && isChoice) return word;
  const [choice] = choices;
  return typeof choice === 'string' ? choice : newId();
}

/** A request with all that an operation requires, and a body of one's own. */
export function requestFor(
  operation: Operation,
  subject: RequestSubject,
  body: object | null,
  changes: Readonly<Record<string, string>> = {},
): SampleRequest {
  const valueOf = (name: string): string => changes[name] ?? parameterValue(operation, name, subject);
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(valueOf(name)));
  const query = operation.parameters.filter(
    ({ name, required, ...parameter }) => parameter.in === 'query' && (required === true || name in changes),
  );
  const search = new URLSearchParams(query.map(({ name }): [string, string] => [name, valueOf(name)]));
  return { method: operation.method, url: search.size === 0 ? path : `${path}?${search.toString()}`, body };
}

/** The least body that a schema lets through; words stand in for fields by name. */
export function leastValue(schema: Schema, words: Readonly<Record<string, unknown>>, name = ''): unknown {
  if (name in words) return words[name];
  const types = [schema.type ?? 'object'].flat();
  if (types.includes('null')) return null;
  const make = LEAST[types[0] ?? 'object'] ?? leastObject;
  return schema.enum === undefined ? make(schema, words, name) : schema.enum[0];
}

type Make = (schema: Schema, words: Readonly<Record<string, unknown>>, name: string) => unknown;

const leastNumber: Make = ({ minimum = 0 }, _, name) => Number(WORDS[name] ?? minimum);
const leastObject: Make = ({ required = [], properties = {} }, words) =>
  Object.fromEntries(required.map((key) => [key, leastValue(properties[key] ?? {}, words, key)]));

const LEAST: Readonly<Record<string, Make>> = {
  string: leastText,
  integer: leastNumber,
  number: leastNumber,
  boolean: () => false,
  array: ({ items = {} }, words) => [leastValue(items, words)],
  object: leastObject,
};

function leastText({ format }: Schema, _: unknown, name: string): string {
  if (format === 'uuid') return newId();
  if (format === 'date') return '2026-04-01';
  if (format === 'email') return 'someone@example.org';
  return WORDS[name] ?? 'text';
}
