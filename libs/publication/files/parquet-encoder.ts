import { ByteWriter, ParquetWriter, type ColumnSource } from 'hyparquet-writer';
import type { SchemaElement } from 'hyparquet';
import type { Observation } from '../observation';
import { OBSERVATION_COLUMNS, type ObservationColumn } from '../observation-columns';

/** Rows that are held before they are written, and can be read apart from the others. */
const ROW_GROUP = 50_000;

const ELEMENT_TYPES: Readonly<Record<ObservationColumn['type'], Omit<SchemaElement, 'name'>>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  date: { type: 'INT32', converted_type: 'DATE' },
};

const SCHEMA: SchemaElement[] = [
  { name: 'root', num_children: OBSERVATION_COLUMNS.length },
  ...OBSERVATION_COLUMNS.map(({ name, type, isOptional }): SchemaElement => ({
    name,
    ...ELEMENT_TYPES[type],
    repetition_type: isOptional ? 'OPTIONAL' : 'REQUIRED',
  })),
];

/** Turns rows into a Parquet file (Snappy), a row group at a time. */
export class ParquetEncoder {
  private readonly bytes = new ByteWriter();
  private readonly writer = new ParquetWriter({
    writer: this.bytes,
    schema: SCHEMA,
    createdBy: 'wholetime',
  });
  private rows: Observation[] = [];

  /** @returns the bytes of row groups that have become full; often none */
  add(rows: readonly Observation[]): Buffer {
    this.rows.push(...rows);
    if (this.rows.length >= ROW_GROUP) this.writeRowGroup();
    return this.take();
  }

  /** @returns the rest of the file */
  finish(): Buffer {
    if (this.rows.length > 0) this.writeRowGroup();
    void this.writer.finish();
    return this.take();
  }

  private writeRowGroup(): void {
    const columnData = OBSERVATION_COLUMNS.map(({ name, type, valueOf }): ColumnSource => ({
      name,
      data: this.rows.map(asStored(type, valueOf)),
    }));
    void this.writer.write({ columnData, rowGroupSize: this.rows.length });
    this.rows = [];
  }

  private take(): Buffer {
    const taken = Buffer.from(this.bytes.getBytes());
    this.bytes.index = 0;
    return taken;
  }
}

function asStored(
  type: ObservationColumn['type'],
  valueOf: ObservationColumn['valueOf'],
): (row: Observation) => unknown {
  if (type !== 'date') return valueOf;
  return (row) => {
    const day = valueOf(row);
    return day === null ? null : new Date(day);
  };
}
