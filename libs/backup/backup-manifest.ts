import { InvalidInputError } from '#platform';

/** What a backup file is; a change that older programs cannot read raises the number. */
export const BACKUP_FORMAT = 'wholetime-backup/1';

/** Some rows of a table in a file of the archive: gzip of one JSON array a line. */
export interface BackupPart {
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
  /** SHA-256 of the file as it lies in the archive. */
  readonly sha256: string;
}

export interface BackupTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** SHA-256 of all lines of the table, before compression; what a restored table must come to. */
  readonly sha256: string;
  readonly parts: readonly BackupPart[];
}

/** A signing key of the installation; without its private half the restored installation signs with another one. */
export interface BackupKey {
  readonly purpose: KeyPurpose;
  /** RFC 7638 thumbprint of the public half. */
  readonly keyId: string;
  /** The archive's file of the private half; null where the backup was not asked to contain it. */
  readonly file: string | null;
  /** SHA-256 of that file. */
  readonly sha256: string | null;
}
export type KeyPurpose = 'release-manifests' | 'national-tokens' | 'webhooks';

/** What a backup holds, with the hash of every part. */
export interface BackupManifest {
  readonly format: typeof BACKUP_FORMAT;
  readonly createdAt: string;
  /** Version of the server the rows were read from. */
  readonly server: string;
  /** The migrations that made the schema. */
  readonly migrations: readonly string[];
  readonly tables: readonly BackupTable[];
  /** Tables whose rows belong to the moment and not to the installation. */
  readonly leftOut: readonly string[];
  /** The newest link of the audit chain: a restored chain must reach it. */
  readonly auditHead: { readonly position: number; readonly sha256: string } | null;
  readonly keys: readonly BackupKey[];
}

/** Every file of the archive that the manifest vouches for. */
export function filesOf({ tables, keys }: BackupManifest): readonly { file: string; sha256: string }[] {
  const contained = keys.flatMap(({ file, sha256 }) =>
    file === null || sha256 === null ? [] : [{ file, sha256 }],
  );
  return [...tables.flatMap(({ parts }) => parts), ...contained];
}

/** @throws InvalidInputError for what no version of this program wrote, or a newer one did */
export function parseManifest(text: string): BackupManifest {
  const manifest = JSON.parse(text) as Partial<BackupManifest>;
  if (manifest.format === BACKUP_FORMAT) return manifest as BackupManifest;
  throw damagedBackup(
    'format',
    `The backup is of format ${String(manifest.format)}; this program reads ${BACKUP_FORMAT}.`,
    'Restore it with the version of the program that wrote it, then upgrade.',
  );
}

/** What is wrong with a backup file, where, and what to do. */
export function damagedBackup(
  rule: string,
  message: string,
  fix = 'Restore another copy of the backup: this one does not hold what was written.',
): InvalidInputError {
  return new InvalidInputError([{ pointer: 'FILE', rule, message, fix }], 'The backup cannot be used.');
}
