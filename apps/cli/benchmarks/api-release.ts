import { generateKeyPairSync } from 'node:crypto';
import type { DataSource } from 'typeorm';
import {
  ManifestSigner,
  PUBLISHED_MEASURES,
  ReleasePublisher,
  type Observation,
  type PublishedRelease,
} from '#publication';

const ORGANISATIONS = 250;
const STAFF_GROUPS = 14;
const PERIODS = 60;
const FIRST_YEAR = 2026;

/** Of the rows of a further revision, every one in so many is another than before. */
const REVISED_EACH = 100;

/**
 * Publishes a release of 250 organisations x 14 staff groups x 60 periods x every measure.
 *
 * @param revision 0 for the first; a later one differs in some rows
 */
export async function publishNationalRelease(
  dataSource: DataSource,
  revision = 0,
): Promise<PublishedRelease> {
  const signer = new ManifestSigner(generateKeyPairSync('ed25519').privateKey);
  const publisher = new ReleasePublisher(dataSource, signer);
  const content = { rows: nationalRows(revision), facts: { disclosureRule: { id: 'none' } } };
  return publisher.alone(() => publisher.publish({ content, title: 'Benchmark', actor: 'benchmark' }));
}

function* nationalRows(revision: number): Generator<Observation> {
  const cells = ORGANISATIONS * STAFF_GROUPS * PERIODS;
  let seq = 0;
  for (const { code: measure, unit } of PUBLISHED_MEASURES) {
    for (let cell = 0; cell < cells; cell += 1) {
      const group = Math.floor(cell / PERIODS) % STAFF_GROUPS;
      const place = Math.floor(cell / PERIODS / STAFF_GROUPS);
      seq += 1;
      const row = rowOf(place, group, cell % PERIODS);
      const value = row.value === null || seq % REVISED_EACH > 0 ? row.value : row.value + revision;
      yield { seq, measure, unit, ...row, value };
    }
  }
}

function rowOf(place: number, group: number, period: number): Omit<Observation, 'seq' | 'measure' | 'unit'> {
  const system = Math.floor(place / 6);
  const isHidden = (place * 7 + group * 3 + period) % 29 === 0;
  return {
    organisationCode: `R${place.toString(36).toUpperCase().padStart(2, '0')}`,
    organisationName: `Organisation ${place} NHS Foundation Trust`,
    organisationLevel: 'organisation',
    systemCode: `Q${system.toString(36).toUpperCase().padStart(2, '0')}`,
    regionCode: `Y${60 + (system % 7)}`,
    staffGroupCode: `staff-group-${group}`,
    year: FIRST_YEAR + period,
    scenario: 'Plan submission',
    planStatus: place % 3 === 0 ? 'agreed' : 'default',
    bandCluster: null,
    equalityClass: null,
    value: isHidden ? null : Math.round(((place * 31 + group * 17) % 900) * 1.004 ** period * 100) / 100,
    status: isHidden ? 'c' : '',
  };
}
