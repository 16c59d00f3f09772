import { Readable } from 'node:stream';
import { NotFoundError } from '#platform';
import {
  RELEASE_FILES,
  type ByteRange,
  type ReleaseFileName,
  type ReleaseFilesReader,
  type Representation,
} from '#publication';
import { RangeNotSatisfiableError, requestedRange } from '../edge/byte-range';
import { isNotModified, type Freshness } from '../edge/conditional-response';
import { chooseEncoding } from '../edge/content-negotiation';
import type { Exchange } from '../edge/exchange';

/** A file of a release. */
export interface FileSubject {
  readonly releaseId: string;
  readonly name: ReleaseFileName;
}

/**
 * Sends a stored file, or a range of it, in the best encoding that the caller takes. The validator and the digest
 * (RFC 9530) are of the bytes in that encoding.
 *
 * @throws NotFoundError when there is no such release or it has no such file
 */
export async function sendFile(
  files: ReleaseFilesReader,
  { releaseId, name }: FileSubject,
  exchange: Exchange,
  freshness: Freshness = 'immutable',
): Promise<void> {
  const { request, reply } = exchange;
  const { format, mediaType } = RELEASE_FILES[name];
  const stored = await files.representations(releaseId, format);
  const offered = stored.map(({ encoding }) => encoding);
  const encoding = chooseEncoding(request.headers['accept-encoding'], offered);
  const file = stored.find((candidate) => candidate.encoding === encoding);
  if (file === undefined) {
    throw new NotFoundError('There is no such file of a release. GET /v1/releases lists the releases.');
  }
  if (isNotModified(exchange, { etag: file.sha256, freshness })) return void (await reply.send());
  const range = rangeOf(exchange, file);
  reply.headers({
    'Accept-Ranges': 'bytes',
    'Repr-Digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
    'Content-Length': range === null ? file.bytes : range.last - range.first + 1,
    'Content-Disposition': `inline; filename="${name}"`,
    ...(file.encoding === 'identity' ? {} : { 'Content-Encoding': file.encoding }),
    ...linksOf(releaseId, name),
  });
  if (range !== null) {
    reply.status(206).header('Content-Range', `bytes ${range.first}-${range.last}/${file.bytes}`);
  }
  const all = { first: 0, last: file.bytes - 1 };
  await reply.type(mediaType).send(Readable.from(files.read(releaseId, file, range ?? all)));
}

/** A range counts only when `If-Range`, where it is sent, names these very bytes. */
function rangeOf({ request, reply }: Exchange, file: Representation): ByteRange | null {
  const condition = request.headers['if-range'];
  if (condition !== undefined && condition !== `"${file.sha256}"`) return null;
  try {
    return requestedRange(request.headers.range, file.bytes);
  } catch (error) {
    if (error instanceof RangeNotSatisfiableError) reply.header('Content-Range', `bytes */${error.bytes}`);
    throw error;
  }
}

/** The CSV names its CSVW metadata document. */
function linksOf(releaseId: string, name: ReleaseFileName): Readonly<Record<string, string>> {
  if (name !== 'observations.csv') return {};
  const metadata = `/v1/releases/${releaseId}/files/observations.csv-metadata.json`;
  return { Link: `<${metadata}>; rel="describedby"; type="application/csvm+json"` };
}
