/** Files of a release, by the name under which they are served. */
export const RELEASE_FILES = {
  'observations.ndjson': { format: 'ndjson', mediaType: 'application/x-ndjson; charset=utf-8' },
  'observations.json': { format: 'json', mediaType: 'application/json; charset=utf-8' },
  'observations.csv': { format: 'csv', mediaType: 'text/csv; charset=utf-8; header=present' },
  'observations.parquet': { format: 'parquet', mediaType: 'application/vnd.apache.parquet' },
  'observations.csv-metadata.json': { format: 'csv-metadata', mediaType: 'application/csvm+json' },
  'datapackage.json': { format: 'data-package', mediaType: 'application/json; charset=utf-8' },
  'organisations.json': { format: 'organisations', mediaType: 'application/json; charset=utf-8' },
  'staff-groups.json': { format: 'staff-groups', mediaType: 'application/json; charset=utf-8' },
  'manifest.json': { format: 'manifest', mediaType: 'application/json; charset=utf-8' },
  'manifest.jws': { format: 'manifest-signature', mediaType: 'application/jose' },
} as const satisfies Readonly<Record<string, { readonly format: string; readonly mediaType: string }>>;

export type ReleaseFileName = keyof typeof RELEASE_FILES;
export type FileFormat = (typeof RELEASE_FILES)[ReleaseFileName]['format'];

/** Encodings in which a file is stored, best first for a client that takes any. */
export const FILE_ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type FileEncoding = (typeof FILE_ENCODINGS)[number];

/** A stored file in one encoding. */
export interface Representation {
  readonly format: FileFormat;
  readonly encoding: FileEncoding;
  readonly bytes: number;
  /** SHA-256 of the bytes as they are sent, in hexadecimal. */
  readonly sha256: string;
}

/** Size of the pieces in which files are stored, but for the last. */
export const CHUNK_BYTES = 1024 * 1024;

/** The name under which a format is served. */
export function fileNameOf(format: FileFormat): ReleaseFileName {
  const found = Object.entries(RELEASE_FILES).find(([, file]) => file.format === format);
  return found?.[0] as ReleaseFileName;
}

/** A file as it is without an encoding. @throws Error when there is none */
export function plainFile(representations: readonly Representation[], format: FileFormat): Representation {
  const found = representations.find((file) => file.format === format && file.encoding === 'identity');
  if (found === undefined) throw new Error(`The release has no file of format ${format}.`);
  return found;
}
