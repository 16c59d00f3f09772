import { BASE, NURSES, SUPPORT } from '../../../test/support/example-projection';
import { project } from '../projection';
import { headlineFigures } from './headline-figures';
import { inputWithEdits, type EditedParameter, type WhatIfBase } from './input-with-edits';
import { retentionEntry } from './retention-entry';
import { WhatIfProjection } from './what-if-projection';

const LEAVERS = 'retention.leaver-rate';
const PROMOTION = 'skill-mix.promotion-rate';
const ALL = 'all-staff';
const TREE = [ALL, ...BASE.staffGroups.map(({ code }) => code)].map((code) => ({
  code,
  parentCode: code === ALL ? null : ALL,
}));
const STORED: WhatIfBase = { input: BASE, rows: {}, staffGroups: TREE, inputVersion: 1 };

function edit(parameter: string, staffGroup: string, year: number, value: number | null): EditedParameter {
  const own = value === null ? null : { operation: 'set' as const, value, low: null, high: null };
  return { parameter, cells: [{ staffGroup, year, own }] };
}

/** What a projection from nothing makes of the edits. */
function fromNothing(base: WhatIfBase, edits: readonly EditedParameter[]) {
  return headlineFigures(project(inputWithEdits(base, edits)), TREE, BASE.calendar);
}

/** As a worker receives it: nothing of it is the same object as before. */
const received = (base: WhatIfBase): WhatIfBase => structuredClone(base);

describe('a what-if', () => {
  it('gives the bits of a projection from nothing, edit after edit and back', () => {
    const whatIf = new WhatIfProjection(STORED);
    const steps: readonly (readonly EditedParameter[])[] = [
      [],
      [edit(LEAVERS, NURSES, 2026, 0.2)],
      [edit(LEAVERS, NURSES, 2026, 0.2), edit(PROMOTION, SUPPORT, 2027, 0.05)],
      [edit(LEAVERS, NURSES, 2026, null), edit(PROMOTION, SUPPORT, 2027, 0.05)],
      [edit(LEAVERS, ALL, 2028, 0.01)],
      [],
    ];
    for (const edits of steps) expect(whatIf.headlinesWith(edits)).toEqual(fromNothing(STORED, edits));
  });

  it('goes on from what was stored meanwhile, and from another unit', () => {
    const whatIf = new WhatIfProjection(STORED);
    const edits = [edit(LEAVERS, NURSES, 2026, 0.2)];
    whatIf.headlinesWith(edits);
    const values = Array.from({ length: BASE.calendar.years + 1 }, () => 0.04);
    const promotion = { ...BASE.assumptions[PROMOTION], [SUPPORT]: { values } };
    const assumptions = { ...BASE.assumptions, [PROMOTION]: promotion };
    const later = received({ ...STORED, input: { ...BASE, assumptions }, inputVersion: 2 });
    whatIf.goOnFrom(later);
    expect(whatIf.headlinesWith(edits)).toEqual(fromNothing(later, edits));
    expect(whatIf.headlinesWith([])).toEqual(fromNothing(later, []));
    const staffGroups = BASE.staffGroups.map((group) => ({ ...group, headcount: group.headcount * 2 }));
    const other = received({ ...STORED, input: { ...BASE, staffGroups } });
    whatIf.goOnFrom(other);
    expect(whatIf.headlinesWith(edits)).toEqual(fromNothing(other, edits));
  });

  it('refuses a parameter that there is not, and answers the next question as before', () => {
    const whatIf = new WhatIfProjection(STORED);
    expect(() => whatIf.headlinesWith([edit('retention.none', NURSES, 2026, 1)])).toThrow(RangeError);
    const edits = [edit(LEAVERS, NURSES, 2026, 0.2)];
    expect(whatIf.headlinesWith(edits)).toEqual(fromNothing(STORED, edits));
  });
});

describe('better retention', () => {
  it('is entered as what it saves, on the projection with the edits', () => {
    const edits = [edit(LEAVERS, NURSES, 2026, 0.2)];
    const question = { staffGroup: NURSES, year: 2026, form: 'leaversAvoided', amount: 10 } as const;
    const entry = retentionEntry(STORED, edits, question);
    expect(entry.parameter).toBe(LEAVERS);
    expect(entry.value).toBeCloseTo(0.2 - entry.points, 12);
    expect(entry.leaversAvoided).toBeCloseTo(10, 6);
    expect(entry.fteKept).toBeGreaterThan(0);
  });
});
