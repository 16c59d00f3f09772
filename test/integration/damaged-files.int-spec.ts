import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import type { DataSource } from 'typeorm';
import { FileImporter } from '#baselines';
import { InvalidInputError, projectRoot } from '#platform';
import { WHOLE_FILES, damageOf, type Damage } from '../support/damaged-file';
import { EsrDesk } from '../support/esr/esr-desk';
import { syntheticExtracts } from '../support/esr/esr-extracts.fixture';
import { MonthlyDesk } from '../support/monthly-desk';
import { makeTestFolder } from '../support/test-folder';

/** Files damaged by seed, for each reader; `DAMAGED_FILES=<integer>` tries more. */
const SEEDED_FILES = Number(process.env['DAMAGED_FILES'] ?? 24);
const DAMAGES: readonly Damage[] = [
  ...WHOLE_FILES,
  ...Array.from({ length: SEEDED_FILES }, (_, index) => damageOf(20_190_401 + index)),
];

const LEDGER = [
  'Cost Centre,CC Description,Subjective,Subjective Description,Period,Budgeted WTE,Worked WTE,Contracted WTE,In Month Budget,In Month Actual',
  '101,Ward 1,5101,Band 5 nurses,2025/26 M07,40.00,37.51,38.2,160000.10,151234.56',
  '102,Ward 2,6101,Midwives,2025/26 M07,20,19,19.5,90000,86000',
].join('\r\n');

interface Outcome {
  readonly taken: number;
  readonly refused: number;
  /** What was neither taken nor refused with a reason, or was refused and left something behind. */
  readonly wrong: readonly string[];
}

/** Imports one damaged file after another. */
async function tryAll(
  dataSource: DataSource,
  good: string,
  take: (content: Buffer | string) => Promise<unknown>,
): Promise<Outcome> {
  const wrong: string[] = [];
  let taken = 0;
  let before = await checksums(dataSource);
  for (const { name, apply } of DAMAGES) {
    const error: unknown = await take(apply(good)).then(
      () => null,
      (thrown: unknown) => thrown ?? 'nothing',
    );
    const after = await checksums(dataSource);
    if (error === null) taken += 1;
    else if (!isRefusal(error)) wrong.push(`${name}: ${inspect(error)}`);
    else if (after !== before) wrong.push(`${name}: left something behind`);
    before = after;
  }
  return { taken, refused: DAMAGES.length - taken - wrong.length, wrong };
}

const isRefusal = (error: unknown): boolean =>
  error instanceof InvalidInputError &&
  error.faults.length > 0 &&
  error.faults.every(({ message, fix }) => message !== '' && fix !== '');

/** Changes with any row of any table. */
async function checksums(dataSource: DataSource): Promise<string> {
  const tables = await dataSource.query<{ name: string }[]>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'`,
  );
  const names = tables.map(({ name }) => `\`${name}\``).join(', ');
  return JSON.stringify(await dataSource.query(`CHECKSUM TABLE ${names} EXTENDED`));
}

function report(what: string, { taken, refused, wrong }: Outcome): void {
  process.stdout.write(
    `damaged files, ${what}: ${DAMAGES.length} tried, ${taken} taken, ${refused} refused, ${wrong.length} wrong\n`,
  );
}

describe('a damaged file', () => {
  const folder = makeTestFolder();
  let esr: EsrDesk;
  let monthly: MonthlyDesk;

  beforeAll(async () => {
    esr = await EsrDesk.open();
    monthly = await MonthlyDesk.open();
    await monthly.map('ledger', {
      subjectiveCodes: { '51*': 'substantive:midwives', '61*': 'substantive:midwives' },
    });
  });
  afterAll(async () => {
    await esr.close();
    await monthly.close();
    rmSync(folder, { recursive: true });
  });

  it.each([
    'england-staff-group-month-2019-03.csv',
    'ethnicity-by-band-2022-03-midwives.csv',
    'sickness-absence-benchmarking-2024-04.csv',
    'turnover-benchmarking-2025-11.csv',
  ])('like %s is taken or refused as a whole, with the reason', async (fileName) => {
    const { dataSource } = esr.database;
    const good = readFileSync(join(projectRoot(), 'test/fixtures/published', fileName), 'utf8');
    const path = join(folder, fileName);
    const importer = new FileImporter(dataSource);
    const outcome = await tryAll(dataSource, good, (content) => {
      writeFileSync(path, content);
      return importer.importFile({ path, fileName, importedBy: null });
    });

    report(fileName, outcome);
    expect(outcome.wrong).toEqual([]);
    expect(outcome.refused).toBeGreaterThan(20);
  });

  it('from ESR is taken or refused as a whole, with the reason', async () => {
    // The first people of the extract: all of them would be imported some sixty times.
    const good = syntheticExtracts(5).later.split('\r\n').slice(0, 60).join('\r\n');
    const outcome = await tryAll(esr.database.dataSource, good, (extract) =>
      esr.importer.save(esr.request({ extract })),
    );

    report('ESR', outcome);
    expect(outcome.wrong).toEqual([]);
    expect(outcome.refused).toBeGreaterThan(20);
  });

  it('from a ledger is taken or refused as a whole, with the reason', async () => {
    const outcome = await tryAll(monthly.database.dataSource, LEDGER, (text) => monthly.save('ledger', text));

    report('ledger', outcome);
    expect(outcome.wrong).toEqual([]);
    expect(outcome.refused).toBeGreaterThan(20);
  });
});
