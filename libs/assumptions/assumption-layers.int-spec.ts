import { AssumptionDesk, edit, LEAVER_RATE, NURSES } from '../../test/support/assumption-desk';

describe('layers of assumptions', () => {
  let desk: AssumptionDesk;

  beforeAll(async () => {
    desk = await AssumptionDesk.open();
  });

  afterEach(() => desk.clear());
  afterAll(() => desk.close());

  const at = (code: string, type?: 'system') => ({ organisationId: desk.fixture.organisation(code, type) });

  it('cascade by the nearest scenario, then organisation, then staff group, then the latest year', async () => {
    const nurses2029 = async (): Promise<number | null> => (await desk.cell(NURSES, 2029)).value;

    await desk.save([edit({ year: 2029, value: 0.11 })], { scenarioId: desk.fixture.calibratedId });
    expect(await nurses2029()).toBe(0.11);
    await desk.save([edit({ staffGroup: 'all-staff', value: 0.12 })], at('ENG'));
    expect(await nurses2029()).toBe(0.12);
    await desk.save([edit({ value: 0.13 })], at('QWO', 'system'));
    expect(await nurses2029()).toBe(0.13);
    await desk.save([edit({ staffGroup: 'all-staff', value: 0.14 })]);
    expect(await nurses2029()).toBe(0.14);
    await desk.save([edit({ value: 0.15 }), edit({ staffGroup: 'all-staff', year: 2028, value: 0.16 })]);
    expect(await nurses2029()).toBe(0.15);
    await desk.save([edit({ year: 2028, value: 0.17 })]);
    expect(await nurses2029()).toBe(0.17);
    expect((await desk.cell(NURSES, 2027)).value).toBe(0.15);
  });

  it('keep local values under a national factor', async () => {
    await desk.save([edit({ value: 0.1 })], { scenarioId: desk.fixture.calibratedId });
    await desk.save([edit({ staffGroup: 'all-staff', operation: 'multiply', value: 0.9 })], at('ENG'));

    expect((await desk.cell(NURSES, 2026)).value).toBeCloseTo(0.09, 12);
  });

  it('say where an inherited value comes from, down to the national default', async () => {
    const system = at('QWO', 'system');
    await desk.save([edit({ staffGroup: 'all-staff', value: 0.1, basis: 'System retention plan' })], system);

    expect(await desk.cell('midwives', 2028)).toMatchObject({
      own: false,
      version: 0,
      source: 'System retention plan',
      provenance: {
        level: 'scenario',
        scenario: { id: desk.fixture.planId },
        organisation: { id: system.organisationId, code: 'QWO' },
        staffGroup: { code: 'all-staff' },
        year: 2026,
      },
    });
    const elsewhere = await desk.cell('midwives', 2028, at('RTG'));
    expect(elsewhere.provenance.level).toBe('national-default');
    expect(elsewhere.source).not.toBeNull();
    expect(elsewhere.value).toBeGreaterThan(0);
  });

  it('raise the input version of a unit with each edit that reaches it, and never lower it', async () => {
    const versions = [await desk.inputVersion('RR8')];
    const other = await desk.inputVersion('RTG');
    const after = async (work: Promise<unknown>): Promise<void> => {
      await work;
      versions.push(await desk.inputVersion('RR8'));
    };

    await after(desk.save([edit()]));
    await after(desk.save([edit({ baseVersion: 1, operation: 'reset', value: null })]));
    await after(desk.save([edit()], { scenarioId: desk.fixture.calibratedId }));
    await after(desk.save([edit()], at('QWO', 'system')));
    expect(await desk.inputVersion('RTG')).toBe(other);
    await after(desk.save([edit()], { ...at('ENG'), scenarioId: desk.fixture.calibratedId }));

    expect(versions).toEqual([0, 1, 2, 3, 4, 5]);
    expect(await desk.inputVersion('RTG')).toBe(other + 1);
  });

  it('ring for every unit that reads the edited layer, and for no other', async () => {
    const rung = async (): Promise<string[]> => {
      const rows = await desk.query<{ payload: string }>(
        "SELECT payload FROM outbox WHERE topic = 'projection.requested'",
      );
      await desk.query('DELETE FROM outbox');
      return rows
        .map(({ payload }) => (JSON.parse(payload) as { organisationId: string }).organisationId)
        .sort();
    };
    const units = (...codes: string[]): string[] =>
      codes.map((code) => desk.fixture.organisation(code)).sort();
    const base = { scenarioId: desk.fixture.calibratedId };

    await desk.save([edit()]);
    expect(await rung()).toEqual(units('RR8'));
    await desk.save([edit()], { ...base, ...at('QWO', 'system') });
    expect(await rung()).toEqual(units('RR8', 'RWY'));
    await desk.save([edit()], { ...base, ...at('ENG') });
    expect(await rung()).toEqual(units('RR8', 'RWY', 'RTG'));
  });

  it('resolve every parameter for the leaves and all years from the one before the round', async () => {
    await desk.save([edit({ year: 2028, value: 0.07, low: 0.06, high: 0.09 })]);

    const { assumptions, provenance } = await desk.read((manager) =>
      desk.service.resolve(manager, desk.fixture.planId, desk.fixture.organisation('RR8')),
    );

    const rates = assumptions[LEAVER_RATE] ?? {};
    expect(Object.keys(rates)).toHaveLength(13);
    expect(rates[NURSES]?.values).toHaveLength(6);
    expect(rates[NURSES]?.values.slice(3)).toEqual([0.07, 0.07, 0.07]);
    expect(rates[NURSES]?.low?.slice(3)).toEqual([0.06, 0.06, 0.06]);
    const levels = provenance[LEAVER_RATE]?.[NURSES]?.map(({ level }) => level);
    expect(levels).toEqual([
      ...Array<string>(3).fill('national-default'),
      ...Array<string>(3).fill('scenario'),
    ]);
  });
});
