import { Workbook } from 'exceljs';
import { InvalidInputError, type RunningServices } from '#platform';
import { EsrDesk } from '../support/esr/esr-desk';
import { syntheticExtracts } from '../support/esr/esr-extracts.fixture';
import { startTestServices } from '../support/private-services';

/** The child process that reads workbooks is that of the build. */
describe('an ESR extract as a workbook', () => {
  let services: RunningServices | undefined;
  let desk: EsrDesk;
  const { later, truth } = syntheticExtracts(300);

  beforeAll(async () => {
    if (process.env['TEST_DATABASE_URL'] === undefined) {
      services = await startTestServices();
      process.env['TEST_DATABASE_URL'] = services.databaseUrl;
    }
    desk = await EsrDesk.open();
  });
  afterAll(async () => {
    await desk.close();
    await services?.stop();
  });

  /** The same table as a workbook, with numbers as numbers and days as days. */
  async function workbookOf(csv: string): Promise<Buffer> {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet('Assignments');
    for (const line of csv.trim().split('\r\n')) sheet.addRow(line.split(',').map(toCell));
    return Buffer.from(await workbook.xlsx.writeBuffer());
  }

  it('comes to the same counts as the CSV file, and writes no file', async () => {
    const fromCsv = await desk.importer.preview(desk.request({ extract: later }));
    const fromXlsx = await desk.importer.preview(desk.request({ extract: await workbookOf(later) }));

    expect(fromXlsx.files[0]).toMatchObject({ format: 'xlsx', rowsRead: truth.counts.laterAssignments });
    const { issues: _csvIssues, ...csv } = fromCsv.position;
    const { issues, ...xlsx } = fromXlsx.position;
    expect(xlsx).toEqual(csv);
    expect(issues.find(({ rule }) => rule === 'excel-date')?.count).toBeGreaterThan(0);
    const texts = await desk.temporaryTexts();
    expect(texts.some((text) => /quillfeather|marigoldine/i.test(text))).toBe(false);
  });

  it('is refused when it is cut off, and the next one is read', async () => {
    const whole = await workbookOf(later);
    const cut = whole.subarray(0, whole.length / 2);
    const error: unknown = await desk.importer
      .preview(desk.request({ extract: cut }))
      .catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(InvalidInputError);
    expect(error).toMatchObject({ faults: [{ rule: 'is-workbook', file: 'extract.csv' }] });
    const report = await desk.importer.preview(desk.request({ extract: whole }));
    expect(report.position.headcount).toBe(truth.stock('closing', 'all').heads);
  });
});

function toCell(field: string): string | number | Date {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(field) ?? [];
  if (day !== undefined) return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return field !== '' && /^\d+(\.\d+)?$/.test(field) && !field.startsWith('0') ? Number(field) : field;
}
