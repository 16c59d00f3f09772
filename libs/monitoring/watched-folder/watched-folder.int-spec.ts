import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UnitOfWork } from '#persistence';
import { Clock } from '#platform';
import { MonthlyDesk } from '../../../test/support/monthly-desk';
import { makeTestFolder } from '../../../test/support/test-folder';
import { ActualsService } from '../actuals/actuals.service';
import { WatchedFolder } from './watched-folder';

const SETTLE = 1000;
const LEDGER = [
  'Cost Centre,Subjective Code,Month,Budgeted WTE,Worked WTE,Actual',
  '101,6101,2025-10,20,19,86000',
].join('\n');
const ACTUALS = 'staff_group,month,substantive\nmidwives,2025-10,615.25\n';

class MovedClock extends Clock {
  private at = Date.parse('2025-12-01T00:00:00Z');
  override now(): Date {
    return new Date(this.at);
  }
  pass(milliseconds: number): void {
    this.at += milliseconds;
  }
}

describe('a watched folder', () => {
  let desk: MonthlyDesk;
  let root: string;
  const clock = new MovedClock();

  beforeAll(async () => {
    desk = await MonthlyDesk.open();
    await desk.map('ledger', { subjectiveCodes: { '61*': 'substantive:midwives' } });
  });
  afterAll(() => desk.close());
  beforeEach(() => {
    root = makeTestFolder();
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const open = (): WatchedFolder => {
    const { dataSource } = desk.database;
    const actuals = new ActualsService(new UnitOfWork(dataSource), clock);
    return new WatchedFolder({ dataSource, actuals, clock, root, settleMilliseconds: SETTLE });
  };
  const put = (path: string, text: string): void => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  /** Looks until nothing is left to take, as time passes. @returns how many were taken */
  const takeAll = async (folder: WatchedFolder): Promise<number> => {
    let taken = 0;
    await folder.look();
    clock.pass(SETTLE);
    while (await folder.look()) taken += 1;
    return taken;
  };
  const names = (path: string): readonly string[] =>
    existsSync(join(root, path)) ? readdirSync(join(root, path)).sort() : [];
  const reportIn = (path: string): unknown => {
    const [name = ''] = names(path).filter((each) => each.endsWith('.report.json'));
    return JSON.parse(readFileSync(join(root, path, name), 'utf8'));
  };

  it('imports each content once and lays its report beside it', async () => {
    put('RR8/ledger/october.csv', LEDGER);
    put('RR8/actuals/october.csv', ACTUALS);
    expect(await takeAll(open())).toBe(2);
    expect(names('RR8/ledger')).toEqual(['done']);
    expect(names('RR8/ledger/done')).toEqual([
      expect.stringMatching(/^[0-9a-f]{12}-october\.csv$/),
      expect.stringMatching(/^[0-9a-f]{12}-october\.csv\.report\.json$/),
    ]);
    expect(reportIn('RR8/ledger/done')).toMatchObject({
      file: 'october.csv',
      outcome: 'imported',
      report: { months: ['2025-10'] },
    });
    expect(reportIn('RR8/actuals/done')).toMatchObject({ outcome: 'imported', report: { added: 1 } });

    // A figure that was corrected since is not set back by the same file under another name.
    put('RR8/actuals/corrected.csv', ACTUALS.replace('615.25', '616'));
    put('RR8/ledger/again.csv', LEDGER);
    expect(await takeAll(open())).toBe(2);
    put('RR8/actuals/late-copy.csv', ACTUALS);
    expect(await takeAll(open())).toBe(1);
    const figures = await desk.database.dataSource.query<{ units: string }[]>(
      'SELECT units FROM actual_figure ORDER BY version',
    );
    expect(figures.map(({ units }) => Number(units))).toEqual([61_525, 61_600]);
    expect(await desk.count('monthly_import')).toBe(1);
    const audited = await desk.database.dataSource.query<object[]>(
      "SELECT DISTINCT action FROM audit_entry WHERE actor = 'watched-folder' ORDER BY action",
    );
    expect(audited).toEqual([{ action: 'actuals.uploaded' }, { action: 'ledger.imported' }]);
  });

  it('leaves a file alone that is still being written', async () => {
    const folder = open();
    put('RR8/ledger/growing.csv', LEDGER.slice(0, 40));
    put('RR8/ledger/.copying.csv', LEDGER);
    put('RR8/ledger/upload.csv.part', LEDGER);
    await folder.look();
    clock.pass(SETTLE);
    put('RR8/ledger/growing.csv', LEDGER.slice(0, 90));
    expect(await folder.look()).toBe(false);
    clock.pass(SETTLE - 1);
    expect(await folder.look()).toBe(false);
    expect(names('RR8/ledger')).toEqual(['.copying.csv', 'growing.csv', 'upload.csv.part']);
    renameSync(join(root, 'RR8/ledger/upload.csv.part'), join(root, 'RR8/ledger/growing.csv'));
    expect(await takeAll(folder)).toBe(1);
    expect(names('RR8/ledger')).toEqual(['.copying.csv', 'done']);
  });

  it('refuses with line, column and what to do, and takes the mended file', async () => {
    put('RR8/ledger/broken.csv', LEDGER.replace('2025-10', '202510'));
    put('ZZZ/ledger/nobody.csv', LEDGER);
    put('RR8/esr/assignments.csv', 'Assignment Number\n1\n');
    expect(await takeAll(open())).toBe(3);
    expect(reportIn('RR8/ledger/refused')).toMatchObject({
      outcome: 'refused',
      faults: [{ pointer: expect.stringContaining('line 2') as string, fix: expect.any(String) as string }],
    });
    expect(reportIn('ZZZ/ledger/refused')).toMatchObject({ faults: [{ rule: 'is-employer' }] });
    expect(reportIn('RR8/esr/refused')).toMatchObject({ faults: [{ rule: 'is-dated' }] });
    const before = await desk.count('monthly_import');
    put('RR8/ledger/broken.csv', LEDGER.replace('2025-10', '2025-11'));
    await takeAll(open());
    expect(await desk.count('monthly_import')).toBe(before + 1);
  });

  it('goes on from a process that was killed after its import', async () => {
    const text = LEDGER.replace('2025-10', '2025-09');
    await desk.save('ledger', text);
    const before = await desk.count('monthly_import');
    put('RR8/ledger/september.csv', text);
    expect(await takeAll(open())).toBe(1);
    expect(await desk.count('monthly_import')).toBe(before);
    expect(reportIn('RR8/ledger/done')).toMatchObject({ outcome: 'imported' });
  });
});
