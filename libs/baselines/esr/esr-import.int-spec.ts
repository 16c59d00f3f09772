import {
  ESR_DAYS,
  syntheticExtracts,
  type SyntheticExtracts,
} from '../../../test/support/esr/esr-extracts.fixture';
import { EsrDesk } from '../../../test/support/esr/esr-desk';
import { createBaselineSnapshot, latestBaselineMonth } from '../snapshots/create-baseline-snapshot';
import { readBaseline } from '../snapshots/read-baseline';
import type { EsrChange, EsrReport } from './esr-report';
import type { Stock } from './flows/extract-flows';

const STAYERS = 10_800;
const GROUPS = [
  'hchs-doctors',
  'nurses-and-health-visitors',
  'midwives',
  'scientific-therapeutic-and-technical-staff',
  'support-to-doctors-nurses-and-midwives',
  'central-functions',
];

describe('an import of ESR extracts', () => {
  let desk: EsrDesk;

  beforeAll(async () => {
    desk = await EsrDesk.open();
  });
  afterAll(() => desk.close());

  describe('of 12,000 assignments each, whose truth is known', () => {
    let extracts: SyntheticExtracts;
    let report: EsrReport;
    let change: EsrChange;

    beforeAll(async () => {
      extracts = syntheticExtracts(STAYERS);
      const { earlier, later, starters, leavers } = extracts;
      report = await desk.importer.save(desk.request({ extract: later, earlier, starters, leavers }));
      change = report.change!;
    });

    it('reads every row, and knows which columns it dropped', () => {
      const { counts } = extracts.truth;
      expect(counts.laterAssignments).toBeGreaterThan(12_000);
      expect(report.files.map(({ role, rowsRead }) => [role, rowsRead])).toEqual([
        ['extract', counts.laterAssignments],
        ['earlier', counts.earlierAssignments],
        ['starters', extracts.starters.split('\r\n').length - 2],
        ['leavers', extracts.leavers.split('\r\n').length - 2],
      ]);
      expect(report.files[0]?.personalColumns).toEqual([
        'Last Name',
        'First Name',
        'NI Number',
        'Date of Birth',
      ]);
      expect(report.blockedBy).toEqual([]);
    });

    it('counts every flow of every staff group exactly', () => {
      const { truth } = extracts;
      const planted = (group: string) => {
        const stock = (account: Parameters<typeof truth.stock>[0]): Stock => {
          const { heads, hundredths } = truth.stock(account, group);
          return { headcount: heads, fte: hundredths / 100 };
        };
        return {
          opening: stock('opening'),
          joiners: stock('joiners'),
          leavers: stock('leavers'),
          movedIn: stock('movedIn'),
          movedOut: stock('movedOut'),
          changedHoursFte: stock('changedHours').fte,
          closing: stock('closing'),
        };
      };
      expect(change.flows.all).toEqual(planted('all'));
      expect(change.flows.byGroup).toEqual(
        GROUPS.map((code) => ({ staffGroupCode: code, ...planted(code) })),
      );
      expect(change.flows.rehired).toBe(truth.counts.rehired);
      const moves = change.flows.moves.map(({ from, to, headcount }) => [
        from.staffGroupCode,
        to.bandCode,
        headcount,
      ]);
      expect(moves).toEqual([
        ['nurses-and-health-visitors', 'band-6', truth.counts.bandMoves],
        ['support-to-doctors-nurses-and-midwives', 'band-5', truth.counts.groupMoves],
      ]);
    });

    it('opens and closes exactly in every planning line', () => {
      for (const { opening, joiners, leavers, movedIn, movedOut, changedHoursFte, closing } of change.flows
        .byLine) {
        expect(
          opening.headcount + joiners.headcount - leavers.headcount + movedIn.headcount - movedOut.headcount,
        ).toBe(closing.headcount);
        expect(
          opening.fte + joiners.fte - leavers.fte + movedIn.fte - movedOut.fte + changedHoursFte,
        ).toBeCloseTo(closing.fte, 8);
      }
    });

    it('lists each rule with its assignments, and each planted flaw', () => {
      const { rules, issues } = extracts.truth;
      const counted = report.position.rules.filter(({ assignments }) => assignments > 0);
      expect(Object.fromEntries(counted.map(({ code, assignments }) => [code, assignments]))).toEqual(
        Object.fromEntries(rules),
      );
      expect(Object.fromEntries(report.position.issues.map(({ rule, count }) => [rule, count]))).toEqual(
        Object.fromEntries(issues),
      );
    });

    it('works out turnover in each of the four measures', () => {
      const { truth } = extracts;
      const { marked } = truth;
      const place = (name: string): number => truth.leaversByPlace.get(name) ?? 0;
      const left = truth.stock('leavers', 'all').heads - marked.leftTrainees;
      const opening = truth.stock('opening', 'all').heads - marked.openingTrainees;
      const closing = truth.stock('closing', 'all').heads - marked.closingTrainees;
      const mean = (opening + closing) / 2;
      const figure = (measure: string) =>
        change.turnover.find(
          (one) => one.measure === measure && one.staffGroupCode === 'all-staff' && one.unit === 'headcount',
        );
      expect(figure('left-this-organisation')).toMatchObject({
        leavers: { low: left, high: left },
        denominator: opening,
        rate: { low: left / opening },
      });
      const outside = place('outside');
      expect(figure('left-the-system')).toMatchObject({
        leavers: { low: outside, high: outside + place('nhs') + place('not-known') },
        denominator: opening,
      });
      expect(figure('nhs-leaver-rate')).toMatchObject({
        leavers: { low: outside, high: outside + place('not-known') },
        denominator: mean,
      });
      expect(figure('local-esr-turnover')).toMatchObject({
        leavers: { low: left - marked.leftFixed },
        denominator: mean - (marked.openingFixed + marked.closingFixed) / 2,
      });
    });

    it('reconciles the lists and leaves exactly the planted residual', () => {
      const { lists } = extracts.truth;
      expect(change.reconciliation).toMatchObject([
        {
          list: 'starters',
          ...lists.starters,
          residual: lists.starters.listedOnly + lists.starters.extractsOnly,
        },
        {
          list: 'leavers',
          ...lists.leavers,
          residual: lists.leavers.listedOnly + lists.leavers.extractsOnly,
        },
      ]);
      for (const one of change.reconciliation) {
        const { listed, matched, atBothEnds, withinPeriod, listedApart, listedOnly } = one;
        expect(matched + atBothEnds + withinPeriod + listedApart + listedOnly).toBe(listed);
        expect(matched + one.fromOrToApart + one.extractsOnly).toBe(one.fromExtracts);
      }
    });

    it('stores the cells of staff group, band, age and ethnicity', async () => {
      const rows = await desk.database.dataSource.query<Record<'cell' | 'heads' | 'hundredths', string>[]>(
        `SELECT CONCAT_WS('|', staff_group_code, band_code, COALESCE(age_band, 'unknown'), ethnicity) AS cell,
           headcount AS heads, fte * 100 AS hundredths FROM esr_cell WHERE extract_id = ?`,
        [report.id],
      );
      const stored = rows.map(({ cell, heads, hundredths }) => [cell, Number(heads), Number(hundredths)]);
      const planted = [...extracts.truth.cells].map(([cell, { heads, hundredths }]) => [
        cell,
        heads,
        hundredths,
      ]);
      expect(stored.sort()).toEqual(planted.sort());
    });

    it('gives a baseline with real bands, ages and ethnicity', async () => {
      const { manager } = desk.database.dataSource;
      const { truth } = extracts;
      expect(await latestBaselineMonth(manager, desk.organisationId, '2026-12-31')).toBe(ESR_DAYS.later);
      const snapshot = await createBaselineSnapshot(manager, desk.organisationId, ESR_DAYS.later);
      const again = await createBaselineSnapshot(manager, desk.organisationId, ESR_DAYS.later);
      expect(again).toMatchObject({ id: snapshot.id, isNew: false });
      expect(snapshot.report.files).toEqual(report.files.map(({ sha256 }) => sha256).sort());

      const baseline = await readBaseline(manager, snapshot.id);
      const nurses = baseline.staffGroups.find(({ code }) => code === 'nurses-and-health-visitors')!;
      expect(nurses).toMatchObject({
        basis: 'esr-extract',
        headcount: truth.stock('closing', nurses.code).heads,
        fte: truth.stock('closing', nurses.code).hundredths / 100,
      });
      const people = (has: (cell: string) => boolean): number =>
        [...truth.cells].reduce(
          (sum, [cell, { heads }]) => (cell.startsWith(`${nurses.code}|`) && has(cell) ? sum + heads : sum),
          0,
        );
      const share = (part: string, of: (cell: string) => boolean = () => true): number =>
        people((cell) => cell.includes(`|${part}`)) / people(of);
      expect(nurses.bandShares[baseline.bands.indexOf('band-6')]).toBeCloseTo(share('band-6|'), 12);
      expect(nurses.ethnicityShares[1]).toBeCloseTo(share('bme'), 12);
      const ages = baseline.ageBands.map(({ code }) => code);
      expect(nurses.ageShares[ages.indexOf('31-35')]).toBeCloseTo(
        share('31-35|', (cell) => !cell.includes('|unknown|')),
        12,
      );
      await expect(
        createBaselineSnapshot(manager, desk.organisationId, ESR_DAYS.later, 'published-files'),
      ).rejects.toThrow('Nothing is published');
    });

    it('changes nothing the second time', async () => {
      const { earlier, later, starters, leavers } = extracts;
      const again = await desk.importer.save(desk.request({ extract: later, earlier, starters, leavers }));
      expect(again).toEqual({ ...report, alreadyImported: true });
      const [count] = await desk.database.dataSource.query<{ n: number }[]>(
        'SELECT COUNT(*) AS n FROM esr_extract',
      );
      expect(count?.n).toBe(1);
    });

    it('leaves nothing personal in the database, its files or the temporary folder', async () => {
      const secrets = new Set(extracts.secrets);
      const texts = [JSON.stringify(report), await desk.databaseText(), ...(await desk.temporaryTexts())];
      const words = new Set(texts.flatMap((text) => text.match(/[A-Za-z0-9/]+/g) ?? []));
      expect(words.size).toBeGreaterThan(100);
      expect([...words].filter((word) => secrets.has(word))).toEqual([]);
      expect(texts.some((text) => /quillfeather|marigoldine/i.test(text))).toBe(false);
      // The search finds what is there.
      expect(`${texts[1]} 71000007`.match(/[A-Za-z0-9/]+/g)?.some((word) => secrets.has(word))).toBe(true);
    });
  });
});
