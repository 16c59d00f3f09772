import fc from 'fast-check';
import type { Operation } from './described-operations';
import { leastValue, requestFor, type RequestSubject } from './sample-request';

/** A request as bytes, hostile or odd. */
export interface HostileRequest {
  readonly method: Operation['method'];
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string | Buffer | undefined;
}

/** Values that are of no type that a field asks for, or are at its edge. */
const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  0.1,
  2 ** 53,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e‮',
  '💥'.repeat(300),
  'x'.repeat(70_000),
  "'; DROP TABLE person; --",
  '%',
  '../../etc/passwd',
  '=1+1',
  '2026-02-30',
  '9999-99-99',
  'NaN',
  '00000000-0000-0000-0000-000000000000',
  [],
  [[]],
  [null],
  {},
  { $ne: null },
  { length: 1e9 },
  { toString: 1 },
];

const oddValue = fc.oneof(fc.constantFrom(...ODD_VALUES), fc.jsonValue({ maxDepth: 3 }));
/** Texts for parameters. */
export const oddText = fc.oneof(
  fc.constantFrom(...ODD_VALUES.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

/** Bodies that are no JSON, or JSON that is meant to harm. */
const RAW_BODIES: readonly string[] = [
  '',
  '{',
  '[]',
  'null',
  '"text"',
  '1e999',
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{"isAdmin":true}}}',
  '{"organisationId":1,"organisationId":2}',
  `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  `${'{"a":'.repeat(500)}1${'}'.repeat(500)}`,
  JSON.stringify(Array.from({ length: 20_000 }, (_, index) => index)),
  '\ufeff{}',
  '\u0000',
];

const CONTENT_TYPES = [
  'application/json',
  'application/json; charset=utf-16',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'nonsense',
];

/** The least good body of an operation with one field or entry replaced, added or left out. */
export function oddBody(
  operation: Operation,
  words: Readonly<Record<string, unknown>>,
): fc.Arbitrary<string> {
  const least = leastValue(operation.body ?? {}, words) as Record<string, unknown>;
  const keys = [
    ...Object.keys(operation.body?.properties ?? {}),
    'no-such-field',
    '__proto__',
    'constructor',
  ];
  const changed = fc
    .tuple(fc.constantFrom(...keys), oddValue)
    .map(([key, value]) => JSON.stringify(Object.fromEntries([...Object.entries(least), [key, value]])));
  const nested = fc
    .tuple(fc.constantFrom(...keys), fc.constantFrom('', 'a', '__proto__'), oddValue)
    .map(([key, inner, value]) => {
      const [first] = Array.isArray(least[key]) ? (least[key] as unknown[]) : [least[key]];
      const object = typeof first === 'object' && first !== null ? first : {};
      const innerKey = inner === '' ? (Object.keys(object)[0] ?? 'a') : inner;
      return JSON.stringify({ ...least, [key]: [{ ...object, [innerKey]: value }] });
    });
  return fc.oneof(
    { weight: 4, arbitrary: changed },
    { weight: 3, arbitrary: nested },
    fc.constantFrom(...RAW_BODIES),
  );
}

/** Requests of one operation, each odd in one way or another. */
export function hostileRequests(operation: Operation, subject: RequestSubject): fc.Arbitrary<HostileRequest> {
  const { objects, scenarioId, roundId } = subject;
  const words = { organisationId: objects.organisationId, scenarioId, baseScenarioId: scenarioId, roundId };
  const names = operation.parameters.map(({ name }) => name);
  const changes = fc.oneof(
    fc.constant({}),
    names.length === 0
      ? fc.constant({})
      : fc.tuple(fc.constantFrom(...names), oddText).map(([name, text]) => ({ [name]: text })),
  );
  const hasBody = operation.body !== null || operation.files.length > 0;
  const payload = hasBody ? oddBody(operation, words) : fc.constantFrom(undefined, ...RAW_BODIES);
  const contentType = fc.oneof(
    { weight: 8, arbitrary: fc.constant('application/json') },
    fc.constantFrom(...CONTENT_TYPES),
  );
  const tail = fc.constantFrom(
    '',
    '',
    '',
    '?organisationId=a&organisationId=b',
    '&__proto__[a]=b',
    '&x=%00',
    '&x=%ff',
  );
  return fc
    .record({ changes, payload, contentType, tail })
    .map(({ changes: changed, tail: end, ...sent }) => ({
      method: operation.method,
      url: withTail(requestFor(operation, subject, null, wellFormed(changed)).url, end),
      headers: sent.payload === undefined ? {} : { 'content-type': sent.contentType },
      payload: operation.method === 'GET' ? undefined : sent.payload,
    }));
}

/** Lone surrogates cannot stand in an address. */
const wellFormed = (changes: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(changes).map(([key, value]) => [key, value.replace(/\p{Cs}/gu, '�')]));

const withTail = (url: string, tail: string): string =>
  tail.startsWith('&') && !url.includes('?') ? `${url}?${tail.slice(1)}` : `${url}${tail}`;
