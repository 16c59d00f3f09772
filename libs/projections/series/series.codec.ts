import { endianness } from 'node:os';
import { MONTHLY_MEASURES, type MonthlyMeasure } from '#modules/projection';
import { monthNumber, monthText, type MonthNumber } from './calendar-month';

/** The monthly series of one staff group: every measure has one value for each month. */
export interface GroupSeries {
  /** The opening month; stocks are at its end, flows are 0. */
  readonly firstMonth: MonthNumber;
  readonly months: number;
  readonly series: Readonly<Record<MonthlyMeasure, Float64Array>>;
  /** People by band and ethnicity (row-major) at the end of some months; empty in sums. */
  readonly cells: readonly CellSnapshot[];
}

export interface CellSnapshot {
  readonly month: MonthNumber;
  readonly values: Float64Array;
}

const FORMAT = 2;
/** Seven unsigned 16-bit numbers (format, measures, months, first month, snapshots, cells, bytes of names), 2 spare bytes. */
const HEADER_BYTES = 16;
const NUMBER_BYTES = Float64Array.BYTES_PER_ELEMENT;

/**
 * A staff group's series as bytes: a header, the names of the measures (ASCII, in alphabetical order, a space
 * between, padded with spaces to whole numbers), then the measures in that order, month by month, then each snapshot as its month and its
 * cells; 64-bit floats, little-endian, exact to the bit.
 *
 * @throws RangeError for a number that is not finite or a series of the wrong length
 */
export function encodeSeries(group: GroupSeries): Uint8Array {
  const cellCount = group.cells[0]?.values.length ?? 0;
  const measures = knownMeasures(group);
  const names = encodeNames(measures);
  const numbers = measures.length * group.months + group.cells.length * (1 + cellCount);
  const bytes = new Uint8Array(HEADER_BYTES + names.length + numbers * NUMBER_BYTES);
  const header = [
    FORMAT,
    measures.length,
    group.months,
    group.firstMonth,
    group.cells.length,
    cellCount,
    names.length,
  ];
  new Uint16Array(bytes.buffer, 0, header.length).set(header);
  bytes.set(names, HEADER_BYTES);
  const body = new Float64Array(bytes.buffer, HEADER_BYTES + names.length);
  let at = 0;
  for (const measure of measures) {
    at = append(body, at, { values: group.series[measure], length: group.months, name: measure });
  }
  for (const { month, values } of group.cells) {
    body[at] = month;
    at = append(body, at + 1, { values, length: cellCount, name: 'cells' });
  }
  return bytes;
}

/**
 * Reads what {@link encodeSeries} wrote, by this or an earlier version: a measure that the bytes lack is
 * not a number in every month, one that is no longer known is left out.
 *
 * @throws RangeError for bytes of another form
 */
export function decodeSeries(content: Uint8Array): GroupSeries {
  // A copy, because a slice of a network buffer need not begin at a multiple of eight.
  const { buffer } = new Uint8Array(content);
  const [format, measures, months, firstMonth, snapshots, cellCount, nameBytes] = readHeader(buffer);
  const numbers = measures * months + snapshots * (1 + cellCount);
  if (format !== FORMAT || buffer.byteLength !== HEADER_BYTES + nameBytes + numbers * NUMBER_BYTES) {
    throw new RangeError('The stored series have a form that this version cannot read.');
  }
  const names = new TextDecoder()
    .decode(new Uint8Array(buffer, HEADER_BYTES, nameBytes))
    .trimEnd()
    .split(' ');
  const body = new Float64Array(buffer, HEADER_BYTES + nameBytes);
  const series = MONTHLY_MEASURES.map((measure) => {
    const index = names.indexOf(measure);
    const isStored = index >= 0;
    return [measure, isStored ? body.subarray(index * months, (index + 1) * months) : unknown(months)];
  });
  const cells = Array.from({ length: snapshots }, (_, index) => {
    const start = measures * months + index * (1 + cellCount);
    return { month: body[start] ?? 0, values: body.subarray(start + 1, start + 1 + cellCount) };
  });
  return { firstMonth, months, series: Object.fromEntries(series) as GroupSeries['series'], cells };
}

/** The measures that the group has, whichever engine made it; one without any number is left out. */
function knownMeasures({ series }: GroupSeries): readonly MonthlyMeasure[] {
  const measures = Object.keys(series) as MonthlyMeasure[];
  return measures.filter((measure) => !series[measure].every(Number.isNaN)).sort();
}

function encodeNames(names: readonly string[]): Uint8Array {
  const text = names.join(' ');
  return new TextEncoder().encode(text.padEnd(Math.ceil(text.length / NUMBER_BYTES) * NUMBER_BYTES));
}

function unknown(months: number): Float64Array {
  return new Float64Array(months).fill(NaN);
}

/** The months of a series as `YYYY-MM`. */
export function monthsOf(group: Pick<GroupSeries, 'firstMonth' | 'months'>): readonly string[] {
  return Array.from({ length: group.months }, (_, index) => monthText(group.firstMonth + index));
}

/** A group of a projection's output in the form that is stored. */
export function groupSeriesOf(
  months: readonly string[],
  group: {
    readonly series: Readonly<Record<MonthlyMeasure, readonly number[]>>;
    readonly headcountByBandAndEthnicity: readonly {
      readonly month: string;
      readonly values: readonly number[];
    }[];
  },
): GroupSeries {
  const series = Object.entries(group.series).map(
    ([measure, values]) => [measure, Float64Array.from(values)] as const,
  );
  return {
    firstMonth: monthNumber(months[0] ?? ''),
    months: months.length,
    series: Object.fromEntries(series) as unknown as GroupSeries['series'],
    cells: group.headcountByBandAndEthnicity.map(({ month, values }) => ({
      month: monthNumber(month),
      values: Float64Array.from(values),
    })),
  };
}

interface Values {
  readonly values: Float64Array;
  readonly length: number;
  readonly name: string;
}

function append(body: Float64Array, at: number, { values, length, name }: Values): number {
  if (values.length !== length || !values.every(Number.isFinite)) {
    throw new RangeError(`The series ${name} does not consist of ${length} finite numbers.`);
  }
  body.set(values, at);
  return at + length;
}

type Header = readonly [number, number, number, number, number, number, number];

function readHeader(buffer: ArrayBufferLike): Header {
  if (buffer.byteLength < HEADER_BYTES) {
    throw new RangeError('The stored series are cut off.');
  }
  const [format = 0, measures = 0, months = 0, firstMonth = 0, snapshots = 0, cells = 0, names = 0] =
    new Uint16Array(buffer, 0, 7);
  return [format, measures, months, firstMonth, snapshots, cells, names];
}

// Typed arrays are in the byte order of the machine.
if (endianness() !== 'LE') {
  throw new Error('Wholetime stores series in little-endian order and runs on little-endian machines only.');
}
