import { generateKeyPairSync } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { ManifestSigner, ReleasePublisher, type Observation, type PublishedRelease } from '#publication';

/** Rows with every kind of field: names to quote, empty codes, hidden and fractional values. */
export function* generatedRows(count: number, version = 1): Generator<Observation> {
  for (let index = 0; index < count; index += 1) {
    const isHidden = (index * 7 + version) % 11 === 0;
    const place = Math.floor(index / 60);
    yield {
      seq: index + 1,
      measure: 'staff-in-post-fte',
      organisationCode: `Q${place.toString(36).toUpperCase()}`,
      organisationName: place % 3 === 0 ? `The "${place}", system` : `Système ${place}`,
      organisationLevel: place === 0 ? 'nation' : 'system',
      systemCode: place === 0 ? null : `Q${place}`,
      regionCode: place % 5 === 0 ? null : 'Y63',
      staffGroupCode: `group-${index % 6}`,
      year: 2026 + (Math.floor(index / 6) % 10),
      scenario: 'Plan submission',
      planStatus: place % 2 === 0 ? 'agreed' : 'default',
      bandCluster: null,
      equalityClass: index % 4 === 0 ? 'all' : null,
      value: isHidden ? null : (index + version) / 4,
      status: isHidden ? (index % 2 === 0 ? 'c' : 'w') : '',
      unit: 'fte',
    };
  }
}

/** Publishes rows as they are, without a projection behind them. */
export class GeneratedReleases {
  private readonly publisher: ReleasePublisher;

  constructor(dataSource: DataSource) {
    const signer = new ManifestSigner(generateKeyPairSync('ed25519').privateKey);
    this.publisher = new ReleasePublisher(dataSource, signer);
  }

  publish(
    rows: Iterable<Observation> | AsyncIterable<Observation>,
    title = 'Generated',
  ): Promise<PublishedRelease> {
    const content = { rows, facts: { disclosureRule: { id: 'none' } } };
    return this.publisher.alone(() => this.publisher.publish({ content, title, actor: 'test' }));
  }
}
