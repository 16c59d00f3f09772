import { DomainError } from '#platform';

/** Media types of observations. */
export const JSON_TYPE = 'application/json';
export const CSV_TYPE = 'text/csv';
export const NDJSON_TYPE = 'application/x-ndjson';
export type ObservationMediaType = typeof JSON_TYPE | typeof CSV_TYPE | typeof NDJSON_TYPE;

const OFFERED: readonly ObservationMediaType[] = [JSON_TYPE, CSV_TYPE, NDJSON_TYPE];

/** The caller accepts none of the forms we can send. */
export class NotAcceptableError extends DomainError {
  constructor() {
    super(`Send Accept with one of ${OFFERED.join(', ')}.`, {
      code: 'not-acceptable',
      httpStatus: 406,
      logLevel: 'info',
    });
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

/** The stored encoding to send for an Accept-Encoding header. */
export function chooseEncoding(acceptEncoding: string | undefined): 'identity' | 'gzip' | 'br' {
  const accepted = preferences(acceptEncoding ?? '').map(({ name }) => name);
  if (accepted.includes('br')) return 'br';
  return accepted.includes('gzip') ? 'gzip' : 'identity';
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
