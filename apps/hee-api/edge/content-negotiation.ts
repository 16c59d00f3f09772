import { DomainError } from '#platform';
import type { FileEncoding } from '#publication';

/** Media types of observations. */
export const JSON_TYPE = 'application/json';
export const CSV_TYPE = 'text/csv';
export const NDJSON_TYPE = 'application/x-ndjson';
export const PARQUET_TYPE = 'application/vnd.apache.parquet';

const OFFERED = [JSON_TYPE, CSV_TYPE, NDJSON_TYPE, PARQUET_TYPE] as const;
export type ObservationMediaType = (typeof OFFERED)[number];

/** The caller accepts none of the forms we can send. */
export class NotAcceptableError extends DomainError {
  constructor(message = `Send Accept with one of ${OFFERED.join(', ')}.`) {
    super(message, { code: 'not-acceptable', httpStatus: 406, logLevel: 'info' });
  }
}

/**
 * The best of our media types for an Accept header; JSON when the caller has no preference.
 *
 * @throws NotAcceptableError when nothing fits.
 */
export function chooseMediaType(accept: string | undefined): ObservationMediaType {
  const ranges = preferences(accept ?? '*/*');
  for (const { name } of ranges) {
    const chosen = OFFERED.find(
      (type) => name === '*/*' || name === type || name === `${type.split('/')[0]}/*`,
    );
    if (chosen) return chosen;
  }
  throw new NotAcceptableError();
}

/**
 * The encoding to send for an Accept-Encoding header: of those that the caller takes, the one it wants most, and of
 * equals the first offered.
 *
 * @param offered best first; with `identity`
 */
export function chooseEncoding(
  acceptEncoding: string | undefined,
  offered: readonly FileEncoding[],
): FileEncoding {
  const accepted = preferences(acceptEncoding ?? '').filter(({ name }) => isOffered(name, offered));
  const [best] = accepted;
  if (best === undefined) return 'identity';
  const equals = accepted.filter(({ quality }) => quality === best.quality).map(({ name }) => name);
  return offered.find((encoding) => equals.includes(encoding)) ?? 'identity';
}

function isOffered(name: string, offered: readonly FileEncoding[]): name is FileEncoding {
  return offered.some((encoding) => encoding === name);
}

/** Names of a preference header that are not refused (`q=0`), most wanted first. */
function preferences(header: string): { name: string; quality: number }[] {
  return header
    .split(',')
    .map((part) => {
      const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
      return { name, quality: Number(quality) };
    })
    .filter(({ name, quality }) => name !== '' && quality > 0)
    .sort((left, right) => right.quality - left.quality);
}
