import { syntheticExtracts } from '../../../test/support/esr/esr-extracts.fixture';
import { EsrDesk } from '../../../test/support/esr/esr-desk';
import { createBaselineSnapshot } from '../snapshots/create-baseline-snapshot';
import { readEsrReference } from './reference/esr-reference';
import { EMPTY_MAPPING, saveEsrMapping } from './store/esr-mapping';

describe('an ESR extract with faults', () => {
  let desk: EsrDesk;

  beforeAll(async () => {
    desk = await EsrDesk.open();
  });
  afterAll(() => desk.close());

  const { later } = syntheticExtracts(20);
  const lines = later.split('\r\n');
  const header = lines[0] ?? '';
  const withHeader = (from: string, to: string): string => later.replace(from, to);
  const withField = (column: string, value: string): string => {
    const at = header.split(',').indexOf(column);
    const fields = (lines[1] ?? '').split(',');
    return [header, fields.with(at, value).join(','), ...lines.slice(2)].join('\r\n');
  };

  it('names the column that is missing, misspelt or there twice', async () => {
    expect(await desk.faultsOf(withHeader('Pay Grade', 'Pay Grdae'))).toEqual([
      'line 1, column Pay Grade: has-column',
    ]);
    expect(await desk.faultsOf(withHeader('Occ Code', 'Colour'))).toEqual([
      'line 1, column Occupation Code: has-column',
    ]);
    expect(await desk.faultsOf(withHeader('Org L2', 'Contracted WTE'))).toEqual([
      'line 1, column Contracted WTE: column-once',
    ]);
  });

  it('says what a misspelt column is meant for', async () => {
    await expect(
      desk.importer.preview(desk.request({ extract: withHeader('Pay Grade', 'Pay Grdae') })),
    ).rejects.toMatchObject({
      faults: [
        { fix: '“Pay Grdae” looks like it: rename it to Pay Grade, or save it in the column mapping.' },
      ],
    });
    const report = await desk.importer.preview(
      desk.request({ extract: withHeader('Ethnic Origin', 'Ethnic Orgin') }),
    );
    expect(report.files[0]?.columnsNotUsed).toEqual([{ header: 'Ethnic Orgin', looksLike: 'Ethnic Origin' }]);
  });

  it.each([
    ['Contracted WTE', '', 'has-fte'],
    ['Contracted WTE', '37.5', 'fte-too-large'],
    ['Contracted WTE', '-1', 'fte-negative'],
    ['Contracted WTE', 'full', 'fte-not-a-number'],
    ['Latest Start Date', '31/02/2020', 'is-date'],
    ['Termination Date', 'soon', 'is-date'],
    ['Assignment Number', '71000007-1', 'no-duplicates'],
  ])('names the line of a %s that reads “%s”', async (column, value, rule) => {
    const line = rule === 'no-duplicates' ? 3 : 2;
    expect(await desk.faultsOf(withField(column, value))).toEqual([
      `line ${line}, column ${column}: ${rule}`,
    ]);
  });

  it('never repeats what a field holds', async () => {
    const error: unknown = await desk.importer
      .preview(desk.request({ extract: withField('Latest Start Date', 'Quillfeather0') }))
      .catch((thrown: unknown) => thrown);
    expect(JSON.stringify(error)).not.toContain('Quillfeather');
    const body = lines.slice(1).join('\r\n');
    const headless: unknown = await desk.importer
      .preview(desk.request({ extract: body }))
      .catch((thrown: unknown) => thrown);
    expect(headless).toMatchObject({ faults: [{ rule: 'known-layout' }] });
    expect(JSON.stringify(headless)).not.toContain('Quillfeather');
  });

  it('refuses what is no text, no CSV, or empty', async () => {
    expect(await desk.faultsOf(Buffer.from([0xff, 0xfe, 0x41, 0x00]))).toEqual(['file: is-csv']);
    expect(await desk.faultsOf(Buffer.from(`${header}\r\nM\xfcller`, 'latin1'))).toEqual([
      'line 2: is-utf-8',
    ]);
    expect(await desk.faultsOf(`${later}"open`)).toEqual([`line ${lines.length}: is-csv`]);
    expect(await desk.faultsOf('')).toEqual(['file: not-empty']);
    expect(await desk.faultsOf(`${header}\r\n`)).toEqual(['file: has-rows']);
  });

  it('shows values that are not mapped, blocks the baseline, and reads them once they are', async () => {
    const ambulance = withField('Occ Code', 'A1B').replace('Permanent,Active', 'Mystery,Active');
    const blocked = await desk.importer.save(desk.request({ extract: ambulance }, { asAt: '2026-04-30' }));
    expect(blocked.position.unmapped).toMatchObject([
      { field: 'assignment-category', value: null, assignments: 1, lines: [2] },
      { field: 'occupation-code', value: 'A1B', assignments: 1, lines: [2] },
    ]);
    expect(blocked.blockedBy).toHaveLength(2);
    const { manager } = desk.database.dataSource;
    await expect(createBaselineSnapshot(manager, desk.organisationId, '2026-04-30')).rejects.toThrow(
      'Nothing is published',
    );

    const mapping = {
      ...EMPTY_MAPPING,
      occupationCodes: { 'A1*': 'ambulance-staff' },
      rules: [{ code: 'permanent', field: 'assignment-category' as const, patterns: ['Mystery'] }],
    };
    await saveEsrMapping(manager, desk.organisationId, mapping, {
      reference: readEsrReference(),
      authorId: null,
    });
    const mapped = await desk.importer.save(desk.request({ extract: ambulance }, { asAt: '2026-04-30' }));
    expect(mapped).toMatchObject({ alreadyImported: false, blockedBy: [], mappingVersion: 1 });
    expect(mapped.position.byGroup).toContainEqual({
      staffGroupCode: 'ambulance-staff',
      headcount: 1,
      fte: 1,
    });
    expect((await createBaselineSnapshot(manager, desk.organisationId, '2026-04-30')).isNew).toBe(true);
  });

  it('refuses a mapping to what is not there', async () => {
    const mapping = {
      ...EMPTY_MAPPING,
      occupationCodes: { A1B: 'astronauts' },
      payGrades: { X: 'band-77' },
    };
    await expect(
      saveEsrMapping(desk.database.dataSource.manager, desk.organisationId, mapping, {
        reference: readEsrReference(),
        authorId: null,
      }),
    ).rejects.toMatchObject({ faults: [{ pointer: '/occupationCodes/A1B' }, { pointer: '/payGrades/X' }] });
  });

  it('undoes everything when the work alongside fails, and a preview saves nothing', async () => {
    const before = await desk.databaseText();
    const alongside = () => Promise.reject(new Error('no audit'));
    await expect(
      desk.importer.save(desk.request({ extract: later }, { asAt: '2026-05-31', alongside })),
    ).rejects.toThrow('no audit');
    await desk.importer.preview(desk.request({ extract: later }, { asAt: '2026-05-31' }));
    expect(await desk.databaseText()).toBe(before);
  });
});
