import { RELEASE_FILES, plainFile, type ReleaseFileName, type Representation } from '../files/release-file';
import { HIDDEN_MARKS, OBSERVATION_COLUMNS } from '../observation-columns';

/** A release as its data package names it. */
export interface PackagedRelease {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** ISO 8601. */
  readonly publishedAt: string;
  readonly representations: readonly Representation[];
}

/** The Frictionless data package of a release (Data Package 2.0); paths stand beside its own address. */
export function dataPackage(release: PackagedRelease): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    id: release.id,
    name: `wholetime-release-${release.number}`,
    title: release.title,
    version: String(release.number),
    created: release.publishedAt,
    resources: [
      resourceOf(release, 'observations.csv', { schema: TABLE_SCHEMA, encoding: 'utf-8' }),
      resourceOf(release, 'observations.ndjson', { encoding: 'utf-8' }),
      resourceOf(release, 'observations.json', { encoding: 'utf-8' }),
      resourceOf(release, 'observations.parquet', {}),
      resourceOf(release, 'organisations.json', { encoding: 'utf-8' }),
      resourceOf(release, 'staff-groups.json', { encoding: 'utf-8' }),
    ],
  };
}

const TABLE_SCHEMA = {
  fields: OBSERVATION_COLUMNS.map(({ name, title, type, isOptional }) => ({
    name,
    title,
    type,
    constraints: { required: !isOptional },
    ...(name === 'value' ? { missingValues: ['', ...HIDDEN_MARKS] } : {}),
  })),
};

function resourceOf(release: PackagedRelease, path: ReleaseFileName, rest: object): object {
  const { format, mediaType } = RELEASE_FILES[path];
  const stored = plainFile(release.representations, format);
  return {
    name: path.replaceAll('.', '-'),
    path,
    format: path.split('.').at(-1),
    mediatype: mediaType.split(';')[0],
    bytes: stored.bytes,
    hash: `sha256:${stored.sha256}`,
    ...rest,
  };
}
