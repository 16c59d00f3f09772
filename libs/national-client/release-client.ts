import { applyChanges, contentHash } from './apply-changes';
import type { components, paths } from './schema';

type Releases = JsonOf<paths['/v1/releases']['get']>;
type ChangePage = JsonOf<paths['/v1/releases/{releaseId}/changes']['get']>;

/** A release as the list of releases shows it. */
export type Release = Releases['releases'][number];
/** A step from an older release to a newer one. */
export type Change = ChangePage['changes'][number];
/** A line of envelopes that the national body sends. */
export type EnvelopeLine = components['schemas']['EnvelopeLineBody'];

/** The JSON of an operation's answer with status 200. */
type JsonOf<Operation> = Operation extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

/** A release as a client keeps it: its rows as the lines of the NDJSON file. */
export interface HeldRelease {
  readonly id: string;
  readonly contentSha256: string;
  readonly lines: readonly string[];
}

/** How to reach the national API. */
export interface Connection {
  /** Address without a trailing slash. */
  readonly url: string;
  /** Gives a bearer token that is in force. */
  readonly token: () => Promise<string>;
  readonly fetch?: typeof fetch;
}

/** The API answered with a problem document (RFC 9457). */
export class NationalApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: { readonly type?: string; readonly detail?: string },
  ) {
    super(problem.detail ?? `The national API answered ${status}.`);
    this.name = 'NationalApiError';
  }
}

/** Pulls releases: a whole one first, then only what changed. */
export class ReleaseClient {
  constructor(private readonly connection: Connection) {}

  /** All releases, newest first. @throws NationalApiError */
  async releases(): Promise<readonly Release[]> {
    const { releases } = await this.json<Releases>('/v1/releases');
    return releases;
  }

  /** All rows of a release. @throws Error when they do not have the hash that the release names */
  async pull(release: Pick<Release, 'id' | 'contentSha256'>): Promise<HeldRelease> {
    const response = await this.get(`/v1/releases/${release.id}/files/observations.ndjson`);
    const text = await response.text();
    return checked(release, text === '' ? [] : text.trimEnd().split('\n'));
  }

  /**
   * Brings held rows up to a later release by its changes alone.
   *
   * @throws Error when the outcome does not have the hash that the release names
   */
  async update(held: HeldRelease, release: Pick<Release, 'id' | 'contentSha256'>): Promise<HeldRelease> {
    return checked(release, applyChanges(held.lines, await this.changes(held.id, release.id)));
  }

  /** Every change from one release to a later one. */
  async changes(sinceId: string, releaseId: string): Promise<readonly Change[]> {
    const all: Change[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? '' : `&cursor=${cursor}`;
      const page: ChangePage = await this.json(`/v1/releases/${releaseId}/changes?since=${sinceId}${query}`);
      all.push(...page.changes);
      cursor = page.next;
    } while (cursor !== null);
    return all;
  }

  private async json<Body>(path: string): Promise<Body> {
    return (await (await this.get(path)).json()) as Body;
  }

  private async get(path: string): Promise<Response> {
    const headers = { authorization: `Bearer ${await this.connection.token()}` };
    const response = await (this.connection.fetch ?? fetch)(this.connection.url + path, { headers });
    if (response.ok) return response;
    throw new NationalApiError(response.status, (await response.json().catch(() => ({}))) as object);
  }
}

function checked(
  { id, contentSha256 }: Pick<Release, 'id' | 'contentSha256'>,
  lines: readonly string[],
): HeldRelease {
  if (contentHash(lines) === contentSha256) return { id, contentSha256, lines };
  throw new Error(`The rows of release ${id} do not have its hash. Pull it whole.`);
}
