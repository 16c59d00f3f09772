import { randomInt } from 'node:crypto';
import { get, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { ReleaseClient, applyChanges, contentHash } from '#national-client';
import type { PublishedRelease } from '#publication';
import { publishNationalRelease } from './api-release';
import { tokenHeader } from './api-servers';
import { onApiStage, type ApiStage } from './api-stage';
import type { BenchmarkRow } from './benchmark-row';

const PAGE_ROWS = 5000;
const CUTS = 100;
/** Of the later release: one row in a hundred is another. */
const REVISION = 2;

/**
 * Whether a release of national size comes whole, however it is pulled: page by page while a further release is
 * published, resumed after cuts at random bytes, and as changes to the release before.
 *
 * @throws Error at the first byte that is not the file's
 */
export function runPullBenchmark(): Promise<BenchmarkRow[]> {
  return onApiStage(async (stage) => {
    const file = await wholeFile(stage, 'identity');
    const publishing = publishNationalRelease(stage.dataSource, REVISION);
    const [pages, later] = await Promise.all([pulledByCursor(stage, file), publishing]);
    return [pages, await resumed(stage), await updated(stage, file, later)];
  });
}

const pathOf = ({ release }: ApiStage): string => `/v1/releases/${release.id}/files/observations.ndjson`;

async function wholeFile(stage: ApiStage, encoding: 'identity' | 'gzip'): Promise<Buffer> {
  const response = await ask(stage, pathOf(stage), { 'accept-encoding': encoding });
  return Buffer.concat(await piecesOf(response));
}

/** Every page, compared with its place in the file as it comes. */
async function pulledByCursor(stage: ApiStage, file: Buffer): Promise<BenchmarkRow> {
  const { release } = stage;
  const authorization = await tokenHeader(stage.dataSource, stage.api);
  const began = performance.now();
  let position = 0;
  let pages = 0;
  let next: string | null = `/v1/releases/${release.id}/observations?limit=${PAGE_ROWS}`;
  while (next !== null) {
    const response = await ask(stage, next, { authorization, accept: 'application/x-ndjson' });
    const page = Buffer.concat(await piecesOf(response));
    requireEqual(page, file.subarray(position, position + page.length), `page ${pages + 1}`);
    position += page.length;
    pages += 1;
    next = /<([^>]+)>; rel="next"/.exec(String(response.headers['link'] ?? ''))?.[1] ?? null;
  }
  if (position !== file.length) throw new Error(`The pages end at byte ${position} of ${file.length}.`);
  return {
    name: 'pages while a release is published',
    value: (performance.now() - began) / 1000,
    unit: 'seconds',
    ratio: null,
    note: `${release.rowCount} rows in ${pages} pages are the file, ${file.length} bytes`,
  };
}

/** The compressed file, which clients take by default, cut off at random bytes and gone on with. */
async function resumed(stage: ApiStage): Promise<BenchmarkRow> {
  const authorization = await tokenHeader(stage.dataSource, stage.api);
  const packed = await wholeFile(stage, 'gzip');
  const headers = { authorization, 'accept-encoding': 'gzip' };
  const began = performance.now();
  for (let cut = 1; cut <= CUTS; cut += 1) {
    const { start, etag } = await cutOff(stage, headers, randomInt(1, packed.length));
    const range = { range: `bytes=${start.length}-`, 'if-range': etag };
    const rest = await ask(stage, pathOf(stage), { ...headers, ...range }, 206);
    requireEqual(
      Buffer.concat([start, ...(await piecesOf(rest))]),
      packed,
      `cut ${cut} at byte ${start.length}`,
    );
  }
  return {
    name: 'resumed after a cut',
    value: CUTS,
    unit: `of ${CUTS}`,
    ratio: null,
    note: `${packed.length} bytes each, in ${((performance.now() - began) / 1000).toFixed(1)} s`,
  };
}

/** What has come when the connection is cut behind so many bytes. */
async function cutOff(
  stage: ApiStage,
  headers: Readonly<Record<string, string>>,
  bytes: number,
): Promise<{ readonly start: Buffer; readonly etag: string }> {
  const response = await ask(stage, pathOf(stage), headers);
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    pieces.push(piece.subarray(0, bytes - length));
    length += piece.length;
    if (length >= bytes) break;
  }
  response.destroy();
  return { start: Buffer.concat(pieces), etag: String(response.headers.etag) };
}

/** The changes of the later release applied to the rows of the one before. */
async function updated(stage: ApiStage, file: Buffer, later: PublishedRelease): Promise<BenchmarkRow> {
  const authorization = await tokenHeader(stage.dataSource, stage.api);
  const token = (): Promise<string> => Promise.resolve(authorization.replace('Bearer ', ''));
  const client = new ReleaseClient({ url: stage.api.url, token });
  const { id, contentSha256 } = stage.release;
  const lines = file.toString('utf8').trimEnd().split('\n');
  if (contentHash(lines) !== contentSha256)
    throw new Error('The file does not have the hash of its release.');
  const began = performance.now();
  const changes = await client.changes(id, later.id);
  const rows = applyChanges(lines, changes);
  if (contentHash(rows) !== later.contentSha256)
    throw new Error('The changes do not give the later release.');
  return {
    name: 'changes applied to the release before',
    value: (performance.now() - began) / 1000,
    unit: 'seconds',
    ratio: null,
    note: `${changes.length} changes give ${rows.length} rows with the hash of the later release`,
  };
}

async function ask(
  { api, dataSource }: ApiStage,
  path: string,
  headers: Readonly<Record<string, string>>,
  status = 200,
): Promise<IncomingMessage> {
  const authorization = headers['authorization'] ?? (await tokenHeader(dataSource, api));
  const outgoing = get(`${api.url}${path}`, { headers: { ...headers, authorization } });
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  if (response.statusCode === status) return response;
  response.destroy();
  throw new Error(`${path} was answered ${response.statusCode}, not ${status}.`);
}

async function piecesOf(response: IncomingMessage): Promise<Buffer[]> {
  const pieces: Buffer[] = [];
  for await (const piece of response as AsyncIterable<Buffer>) pieces.push(piece);
  return pieces;
}

function requireEqual(found: Buffer, expected: Buffer, what: string): void {
  if (!found.equals(expected)) throw new Error(`The bytes of ${what} are not those of the file.`);
}
