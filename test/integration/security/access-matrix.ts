import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ROLE_DEFINITIONS, roleAllows, type Role } from '#access';
import type { EndpointAccess, PermissionPlace } from '../../../apps/api/access/endpoint-access';
import type { Operation } from './described-operations';
import { requestFor, type RequestSubject, type SampleRequest } from './sample-request';
import { CANARY } from './two-systems.fixture';

/** Someone who calls, and what that lets them expect. */
export interface Actor {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Null for whoever has no session that counts. */
  readonly grant: { readonly role: Role; readonly at: Place } | null;
  /** Whether unsafe requests carry the session's own token. */
  readonly hasCsrfToken: boolean;
  /** Whether the session counts though the grants do not. */
  readonly isSignedIn: boolean;
}

/** Organisations of the two systems, by code. */
export type Place = keyof typeof LINEAGE;

/** Each organisation with all above it. */
const LINEAGE = {
  RR8: ['RR8', 'QWO', 'Y63', 'ENG'],
  QWO: ['QWO', 'Y63', 'ENG'],
  Y63: ['Y63', 'ENG'],
  RTG: ['RTG', 'QJ2', 'Y60', 'ENG'],
  QJ2: ['QJ2', 'Y60', 'ENG'],
  Y60: ['Y60', 'ENG'],
  ENG: ['ENG'],
} as const satisfies Record<string, readonly string[]>;

/** Whose objects a request names. */
export interface Side {
  readonly name: 'own' | 'foreign' | 'unknown';
  readonly subject: RequestSubject;
  /** The trust and its system; null where nothing exists. */
  readonly places: { readonly trust: Place; readonly system: Place } | null;
}

export type Expectation = 'unauthenticated' | 'forbidden' | 'not-found' | 'allowed';

/** An answer that is not the one that the declaration promises. */
export interface Finding {
  readonly operation: string;
  readonly actor: string;
  readonly side: string;
  readonly expected: string;
  readonly found: string;
}

/** Places of plans and returns: above their own organisation they are read once they are shared. */
const DOCUMENTS: ReadonlySet<PermissionPlace> = new Set<PermissionPlace>(['plan', 'document']);

/** What the declaration of an operation promises an actor about the objects of a side. */
export function expectationOf({ access, method }: Operation, actor: Actor, side: Side): Expectation {
  if (access === undefined) return 'forbidden';
  if (access.kind === 'open') return 'allowed';
  if (!actor.isSignedIn) return 'unauthenticated';
  if (method !== 'GET' && !actor.hasCsrfToken) return 'forbidden';
  if (access.kind === 'signed-in') return 'allowed';
  const { place } = access;
  if (place === 'anywhere' || place === 'nation') return withoutObject(access, actor);
  return aboutObject(access, actor, side, method === 'GET');
}

type Permitted = Extract<EndpointAccess, { kind: 'permission' }>;

function aboutObject(
  { permission, place }: Permitted,
  { grant }: Actor,
  { places }: Side,
  isRead: boolean,
): Expectation {
  if (places === null || grant === null) return 'not-found';
  const target = DOCUMENTS.has(place) ? places.system : places.trust;
  if (!(LINEAGE[target] as readonly string[]).includes(grant.at)) return 'not-found';
  const distance = grant.at === target ? 'there' : 'below';
  if (!roleAllows(grant.role, permission, distance)) return 'forbidden';
  const isDraft = DOCUMENTS.has(place) && isRead;
  return isDraft && !roleAllows(grant.role, 'plans:read', distance) ? 'not-found' : 'allowed';
}

function withoutObject({ permission, place }: Permitted, { grant }: Actor): Expectation {
  const isThere = grant !== null && (place !== 'nation' || grant.at === 'ENG');
  return isThere && roleAllows(grant.role, permission, 'there') ? 'allowed' : 'forbidden';
}

/**
 * A request that gets past the guard and no further where it would change something: an unsafe one names
 * its objects and has a field that no endpoint knows.
 *
 * @param readsFiles whether files are made, which takes long, or only asked for in a format that is refused
 */
export function probe(operation: Operation, { subject, name }: Side, readsFiles: boolean): SampleRequest {
  const { objects, scenarioId, roundId } = subject;
  const { organisationId } = objects;
  const body =
    operation.method === 'POST' || operation.method === 'PATCH'
      ? { organisationId, scenarioId, roundId, 'no-such-field': name }
      : null;
  return requestFor(operation, subject, body, { ...harmless(operation), ...cheap(operation, readsFiles) });
}

/** A format that there is none of, where the content of a file is not wanted and the guard alone decides. */
function cheap({ access, path }: Operation, readsFiles: boolean): Record<string, string> {
  const isDocument = access?.kind === 'permission' && DOCUMENTS.has(access.place);
  return readsFiles || isDocument || !path.includes('{format}') ? {} : { format: 'none' };
}

/** Ids that cannot be, where the guard looks at no object and a good id would change something. */
function harmless({ access, path, method }: Operation): Record<string, string> {
  if (method === 'GET' || access?.kind !== 'permission') return {};
  if (path.includes('{delegationId}')) return { delegationId: 'not-an-id' };
  return access.place === 'anywhere' || access.place === 'nation' ? { id: 'not-an-id' } : {};
}

/** Status and text of an answer; a stream is left as soon as it begins. */
export async function ask(
  app: NestFastifyApplication,
  { method, url, body }: SampleRequest,
  headers: Readonly<Record<string, string>>,
  isStream = false,
): Promise<{ readonly status: number; readonly text: string }> {
  const answer = await app.inject({
    method,
    url,
    headers: { ...headers },
    ...(body === null ? {} : { payload: body }),
    payloadAsStream: isStream,
  });
  const isEndless = isStream && answer.statusCode === 200;
  if (isEndless) answer.stream().destroy();
  return { status: answer.statusCode, text: isEndless ? '' : await textOf(answer, isStream) };
}

async function textOf(
  answer: { readonly body: string; stream(): NodeJS.ReadableStream },
  isStream: boolean,
): Promise<string> {
  if (!isStream) return answer.body;
  let text = '';
  for await (const part of answer.stream()) text += part.toString();
  return text;
}

const PROMISED: Readonly<Record<Expectation, (status: number) => boolean>> = {
  unauthenticated: (status) => status === 401,
  forbidden: (status) => status === 403,
  'not-found': (status) => status === 404,
  allowed: (status) => status < 500 && ![401, 403, 404].includes(status),
};

/** Whether the role of an actor reaches the foreign system. */
export const mayReachForeign = ({ grant }: Actor): boolean =>
  grant !== null && (LINEAGE.RTG as readonly string[]).includes(grant.at);

/**
 * Compares an answer with the promise. An endpoint that was reached may lack what was asked for; it then
 * says so in other words than the refusal.
 *
 * @param refusal what the actor is told of objects that do not exist; null where the operation names none
 */
export function findingsOf(
  operation: Operation,
  actor: Actor,
  side: Side,
  answer: { readonly status: number; readonly text: string },
  refusal: string | null,
): Finding[] {
  const expected = expectationOf(operation, actor, side);
  const place = { operation: operation.id, actor: actor.name, side: side.name };
  const isReached = expected === 'allowed' && answer.status === 404 && answer.text !== refusal;
  const wrongStatus =
    isReached || PROMISED[expected](answer.status)
      ? []
      : [{ ...place, expected, found: `${answer.status} ${answer.text.slice(0, 200)}` }];
  const leaked =
    answer.text.includes(CANARY) && !mayReachForeign(actor)
      ? [{ ...place, expected: 'nothing of the other system', found: excerpt(answer.text) }]
      : [];
  return [...wrongStatus, ...leaked];
}

const excerpt = (text: string): string => {
  const at = text.indexOf(CANARY);
  return text.slice(Math.max(0, at - 100), at + 60);
};

/** Roles that there are, so that a new one is asked about too. */
export const EVERY_ROLE = Object.keys(ROLE_DEFINITIONS) as Role[];
