import { gzipSync } from 'node:zlib';

/** A way in which files come in life. */
export interface Damage {
  readonly name: string;
  /** @param text a good CSV file */
  apply(text: string): Buffer | string;
}

const lines = (text: string): string[] => text.split(/\r?\n/);
const joined = (rows: readonly string[]): string => rows.join('\r\n');

/** Puts something in the place of a field of the second line; quotes are left as they are. */
const withField = (text: string, column: number, value: string): string => {
  const [header = '', first = '', ...rest] = lines(text);
  return joined([
    header,
    first
      .split(',')
      .with(column % first.split(',').length, value)
      .join(','),
    ...rest,
  ]);
};

const withHeader = (text: string, change: (names: string[]) => string[]): string => {
  const [header = '', ...rest] = lines(text);
  return joined([change(header.split(',')).join(','), ...rest]);
};

/** What stands in fields that should hold a number, a day or a name. */
export const HOSTILE_FIELDS: readonly string[] = [
  'NaN',
  'Infinity',
  '-1',
  '1e400',
  '9007199254740993',
  '9'.repeat(400),
  '0x10',
  '1,5',
  '"1,234.50"',
  '(12.00)',
  '45901',
  '31/02/2024',
  '2024-02-30',
  '00:00:00',
  '*',
  'c',
  '..',
  '-',
  'NULL',
  '#DIV/0!',
  '=1+1',
  '@SUM(A1:A9)',
  '\t=HYPERLINK("http://example.org")',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  '\u202eabc',
  '\u{1f469}\u200d\u2695\ufe0f',
  'e\u0301'.repeat(500),
  'x'.repeat(5_000),
  '   ',
];

/** Damages of whole files. */
export const WHOLE_FILES: readonly Damage[] = [
  { name: 'is empty', apply: () => '' },
  { name: 'is a byte order mark', apply: () => '\ufeff' },
  { name: 'is one line break', apply: () => '\r\n' },
  { name: 'has no rows', apply: (text) => lines(text)[0] ?? '' },
  { name: 'has no header', apply: (text) => joined(lines(text).slice(1)) },
  { name: 'has a byte order mark', apply: (text) => `\ufeff${text}` },
  { name: 'has two byte order marks', apply: (text) => `\ufeff\ufeff${text}` },
  { name: 'is UTF-16', apply: (text) => Buffer.from(`\ufeff${text}`, 'utf16le') },
  { name: 'is UTF-16 without a mark', apply: (text) => Buffer.from(text, 'utf16le') },
  { name: 'is Windows-1252', apply: (text) => Buffer.from(`${text}\r\nM\u00fcller`, 'latin1') },
  { name: 'ends its lines with LF', apply: (text) => lines(text).join('\n') },
  { name: 'ends its lines with CR', apply: (text) => lines(text).join('\r') },
  { name: 'mixes line ends', apply: (text) => text.replace('\r\n', '\n') },
  { name: 'has an open quote', apply: (text) => `${text}"open` },
  { name: 'has a quote inside a field', apply: (text) => withField(text, 1, 'a "quoted" word') },
  { name: 'has a line break inside a field', apply: (text) => withField(text, 1, '"one\r\ntwo"') },
  { name: 'has a NUL', apply: (text) => withField(text, 1, 'a\0b') },
  { name: 'is cut in the middle', apply: (text) => text.slice(0, text.length / 2) },
  { name: 'is cut in its header', apply: (text) => text.slice(0, 20) },
  { name: 'lacks its first column', apply: (text) => withHeader(text, (names) => names.slice(1)) },
  { name: 'lacks its last column', apply: (text) => withHeader(text, (names) => names.slice(0, -1)) },
  { name: 'has a renamed column', apply: (text) => withHeader(text, (names) => names.with(0, 'Colour')) },
  {
    name: 'has a column twice',
    apply: (text) => withHeader(text, (names) => names.with(0, names.at(-1) ?? '')),
  },
  { name: 'has a column without a name', apply: (text) => withHeader(text, (names) => names.with(0, '')) },
  {
    name: 'has a column called __proto__',
    apply: (text) => withHeader(text, (names) => [...names, '__proto__']),
  },
  {
    name: 'has its columns the other way round',
    apply: (text) => withHeader(text, (names) => names.reverse()),
  },
  { name: 'has its rows twice', apply: (text) => joined([...lines(text), ...lines(text).slice(1)]) },
  { name: 'has its header twice', apply: (text) => joined([lines(text)[0] ?? '', ...lines(text)]) },
  { name: 'has a total below', apply: (text) => `${text}\r\nTotal,,,\r\n` },
  { name: 'has a row of commas', apply: (text) => `${text}\r\n${','.repeat(10_000)}` },
  { name: 'has a line without end', apply: (text) => `${text}\r\n${'x'.repeat(100_000)}` },
  { name: 'has many empty lines', apply: (text) => `${text}${'\r\n'.repeat(100_000)}` },
  { name: 'is divided by semicolons', apply: (text) => text.replaceAll(',', ';') },
  { name: 'is divided by tabs', apply: (text) => text.replaceAll(',', '\t') },
  { name: 'is packed', apply: (text) => gzipSync(text) },
  { name: 'is a page', apply: () => '<!doctype html><html><body>Sign in</body></html>' },
  { name: 'is JSON', apply: () => '{"rows":[]}' },
  { name: 'is a PDF', apply: () => '%PDF-1.7\n' },
  { name: 'is the beginning of a workbook', apply: () => Buffer.from('504b0304', 'hex') },
];

/** Numbers from a seed, from 0 to below 1 (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A damage that a seed chooses: a hostile field, changed bytes, or an end at any byte. */
export function damageOf(seed: number): Damage {
  const next = numbersFrom(seed);
  const below = (most: number): number => Math.floor(next() * most);
  const kind = below(4);
  if (kind < 2) {
    const [value, column] = [HOSTILE_FIELDS[below(HOSTILE_FIELDS.length)] ?? '', below(60)];
    return {
      name: `${seed}: has ${JSON.stringify(value.slice(0, 40))} in field ${column}`,
      apply: (text) => withField(text, column, value),
    };
  }
  if (kind === 2) {
    return {
      name: `${seed}: ends early`,
      apply: (text) => Buffer.from(text).subarray(0, below(Buffer.byteLength(text))),
    };
  }
  return {
    name: `${seed}: has changed bytes`,
    apply: (text) => {
      const bytes = Buffer.from(text);
      for (let left = 1 + below(8); left > 0; left -= 1) bytes.writeUInt8(below(256), below(bytes.length));
      return bytes;
    },
  };
}
