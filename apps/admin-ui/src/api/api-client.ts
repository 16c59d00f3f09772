import { ApiError, type Problem } from './api-error';

type Query = Readonly<Record<string, string | number>>;
type UnsafeMethod = 'POST' | 'PATCH' | 'DELETE';

/** The session's CSRF token; held in memory only. */
let csrfToken: string | null = null;

/** Sets the token that unsafe requests carry; null after signing out. */
export function adoptCsrfTokenOf(session: { readonly csrfToken: string } | null): void {
  csrfToken = session?.csrfToken ?? null;
}

/** The token that unsafe requests carry; empty when nobody is signed in. */
export function adoptedCsrfToken(): string {
  return csrfToken ?? '';
}

/** The address of an API resource with its query string. */
export function apiAddress(path: string, query: Query = {}): string {
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  return search.size === 0 ? `/api${path}` : `/api${path}?${search.toString()}`;
}

async function readBody(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('json')) return null;
  return response.json() as Promise<unknown>;
}

async function send(address: string, init: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(address, { credentials: 'same-origin', ...init });
  } catch (error) {
    if (init.signal?.aborted === true) throw error;
    throw new ApiError(0, { title: 'The service can’t be reached.' });
  }
  const body = await readBody(response).catch(() => null);
  if (!response.ok) throw new ApiError(response.status, (body ?? {}) as Problem);
  return body;
}

/**
 * Reads a resource. The browser's HTTP cache revalidates by ETag, so an unchanged overview costs a 304.
 *
 * @throws ApiError for every answer but 2xx
 */
export async function apiGet<T>(path: string, query: Query, signal?: AbortSignal): Promise<T> {
  const init: RequestInit = { headers: { Accept: 'application/json' }, ...(signal ? { signal } : {}) };
  return (await send(apiAddress(path, query), init)) as T;
}

/**
 * Sends a file for the API to look at.
 *
 * @throws ApiError for every answer but 2xx
 */
export async function apiSendFile<T>(path: string, query: Query, file: File): Promise<T> {
  const body = new FormData();
  body.append('file', file);
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (csrfToken !== null) headers['X-CSRF-Token'] = csrfToken;
  return (await send(apiAddress(path, query), { method: 'POST', headers, body })) as T;
}

/**
 * Changes a resource, with the session's CSRF token.
 *
 * @throws ApiError for every answer but 2xx
 */
export async function apiChange<T>(method: UnsafeMethod, path: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (csrfToken !== null) headers['X-CSRF-Token'] = csrfToken;
  const init: RequestInit = {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
  return (await send(apiAddress(path), init)) as T;
}
