import type { ColumnOptions, PrimaryColumnOptions, ValueTransformer } from 'typeorm';

/** Options that both an ordinary and a primary column take. */
type AnyColumnOptions = ColumnOptions & PrimaryColumnOptions;

const ASCII_BINARY = { charset: 'ascii', collation: 'ascii_bin' } as const;

/** A surrogate id: UUIDv7 as 36 ASCII characters, compared byte by byte. */
export const ID = { type: 'char', length: 36, ...ASCII_BINARY } as const satisfies AnyColumnOptions;

/** A code of the field (ODS code, staff group, state): ASCII, compared byte by byte, never case-folded. */
export const code = (length: number) =>
  ({ type: 'varchar', length, ...ASCII_BINARY }) as const satisfies AnyColumnOptions;

/** Words for people, in the collation of the database. */
export const text = (length: number) => ({ type: 'varchar', length }) as const satisfies AnyColumnOptions;

/** A moment in UTC to the microsecond. */
export const INSTANT = { type: 'datetime', precision: 6 } as const satisfies AnyColumnOptions;

/** A calendar day as `YYYY-MM-DD`; never a Date, which would shift west of UTC. */
export const DAY = { type: 'date' } as const satisfies AnyColumnOptions;

/** True or false. */
export const FLAG = { type: 'boolean' } as const satisfies AnyColumnOptions;

/** A whole number of at most four bytes, not negative. */
export const COUNT = { type: 'int', unsigned: true } as const satisfies AnyColumnOptions;

/** A whole number of at most two bytes, not negative (positions and calendar years). */
export const SMALL_COUNT = { type: 'smallint', unsigned: true } as const satisfies AnyColumnOptions;

/** A whole number below 2^53, not negative (sequence numbers and versions). */
export const LARGE_COUNT = { type: 'bigint', unsigned: true } as const satisfies AnyColumnOptions;

/** Text or JSON of any length, kept as written (a JSON column would reorder keys). */
export const LONG_TEXT = { type: 'longtext' } as const satisfies AnyColumnOptions;

const decimalNumber: ValueTransformer = {
  to: (value: number | null | undefined) => value,
  from: (value: string | null) => decimalToNumber(value),
};

/** An exact decimal, read as a number. Read money that must stay exact with a raw query as a string. */
export const decimal = (precision: number, scale: number) =>
  ({ type: 'decimal', precision, scale, transformer: decimalNumber }) as const satisfies AnyColumnOptions;

/**
 * Reads a DECIMAL, SUM or AVG, which the driver hands over as a string.
 *
 * @param value the string of the driver, or null
 * @returns the nearest number; null stays null
 */
export function decimalToNumber<T extends string | number | null>(value: T): T extends null ? null : number {
  return (value === null ? null : Number(value)) as T extends null ? null : number;
}

/**
 * Writes a number for a DECIMAL column: rounded to its scale, without an exponent.
 *
 * @param value a finite number below 1e21
 * @param scale digits after the point
 * @throws RangeError when the value is not finite
 */
export function numberToDecimal(value: number, scale: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be stored as a decimal`);
  return value.toFixed(scale);
}
