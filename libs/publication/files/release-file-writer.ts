import type { EntityManager } from 'typeorm';
import type { Observation } from '../observation';
import { CSV_HEADER, observationAsCsv, observationAsLine } from '../observation-format';
import { EncodedFile } from './encoded-file';
import { ParquetEncoder } from './parquet-encoder';
import type { FileEncoding, Representation } from './release-file';

/** Parquet is compressed in itself. */
const PLAIN_ONLY: readonly FileEncoding[] = ['identity'];

/** Writes the files of a release that is being published, in pieces, as its rows come. */
export class ReleaseFileWriter {
  private readonly ndjson: EncodedFile;
  private readonly json: EncodedFile;
  private readonly csv: EncodedFile;
  private readonly parquet: EncodedFile;
  private readonly parquetEncoder = new ParquetEncoder();
  private isEmpty = true;

  constructor(manager: EntityManager, releaseId: string) {
    this.ndjson = new EncodedFile(manager, { releaseId, format: 'ndjson' });
    this.json = new EncodedFile(manager, { releaseId, format: 'json' });
    this.csv = new EncodedFile(manager, { releaseId, format: 'csv' });
    this.parquet = new EncodedFile(manager, { releaseId, format: 'parquet' }, PLAIN_ONLY);
  }

  /** Takes the next rows. */
  async add(rows: readonly Observation[]): Promise<void> {
    if (rows.length === 0) return;
    const lines = rows.map(observationAsLine);
    const before = this.isEmpty ? '{"observations":[\n' : ',\n';
    const header = this.isEmpty ? CSV_HEADER : '';
    this.isEmpty = false;
    await Promise.all([
      this.ndjson.write(Buffer.from(`${lines.join('\n')}\n`)),
      this.json.write(Buffer.from(before + lines.join(',\n'))),
      this.csv.write(Buffer.from(header + rows.map(observationAsCsv).join(''))),
      this.parquet.write(this.parquetEncoder.add(rows)),
    ]);
  }

  /** Ends the files of observations. @returns each in each encoding */
  async finish(): Promise<readonly Representation[]> {
    await this.json.write(Buffer.from(this.isEmpty ? '{"observations":[]}\n' : '\n]}\n'));
    if (this.isEmpty) await this.csv.write(Buffer.from(CSV_HEADER));
    await this.parquet.write(this.parquetEncoder.finish());
    const files = [this.ndjson, this.json, this.csv, this.parquet];
    return (await Promise.all(files.map((file) => file.finish()))).flat();
  }

  /** Gives up, so that nothing more is stored. */
  abandon(): void {
    for (const file of [this.ndjson, this.json, this.csv, this.parquet]) file.abandon();
  }
}
