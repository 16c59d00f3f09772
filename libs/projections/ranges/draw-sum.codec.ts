import { DrawTable } from '#engine';
import type { ProjectionDraws } from '#modules/uncertainty';

interface Header {
  readonly months: readonly string[];
  readonly staffGroups: readonly string[];
  readonly range: ProjectionDraws['range'];
  readonly series: number;
}

const LENGTH_BYTES = 8;
const NUMBER_BYTES = Float64Array.BYTES_PER_ELEMENT;

/** Draws as bytes: the length of the header, the header as JSON padded to whole numbers, then every draw, exact to the bit. */
export function encodeDraws({ months, staffGroups, range, table }: ProjectionDraws): Uint8Array {
  const header: Header = { months, staffGroups, range, series: table.series };
  const json = JSON.stringify(header);
  const text = new TextEncoder().encode(json.padEnd(Math.ceil(json.length / NUMBER_BYTES) * NUMBER_BYTES));
  const bytes = new Uint8Array(LENGTH_BYTES + text.length + table.values.byteLength);
  new Uint32Array(bytes.buffer, 0, 1)[0] = text.length;
  bytes.set(text, LENGTH_BYTES);
  new Float64Array(bytes.buffer, LENGTH_BYTES + text.length).set(table.values);
  return bytes;
}

/** Reads what {@link encodeDraws} wrote. @throws RangeError for bytes of another form */
export function decodeDraws(content: Uint8Array): ProjectionDraws {
  // A copy, because a slice of a network buffer need not begin at a multiple of eight.
  const { buffer } = new Uint8Array(content);
  const headerBytes = new Uint32Array(buffer, 0, 1)[0] ?? 0;
  const text = new TextDecoder().decode(new Uint8Array(buffer, LENGTH_BYTES, headerBytes));
  const { months, staffGroups, range, series } = JSON.parse(text) as Header;
  const table = new DrawTable(series, months.length, range.to - range.from);
  const values = new Float64Array(buffer, LENGTH_BYTES + headerBytes);
  if (values.length !== table.values.length) {
    throw new RangeError('The stored draws are cut off.');
  }
  table.values.set(values);
  return { months, staffGroups, range, table };
}
