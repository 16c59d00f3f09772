import { oneCellInput } from '../../test/support/one-cell-input.fixture';
import { EngineInvariantError } from './errors';
import { groupWork, type GroupWork } from './group-work';
import { assertCells, assertGroup } from './invariants';
import { layoutOf } from './layout';
import { Movement } from './movement';
import { workingStocks } from './state';
import { stepMonth } from './step';

const input = {
  ...oneCellInput({
    headcount: [10, 20, 30, 40],
    fte: [9, 18, 27, 36],
    exitProbability: Array.from({ length: 5 }, () => [0.01, 0.02, 0.01, 0.02]),
  }),
  bands: 2,
  ageBandWidths: [5, null],
};
const layout = layoutOf(input);

/** A group after its first month; what was closing is the opening of the next. */
function afterOneMonth(): GroupWork {
  const work = groupWork(input.groups[0]!, layout, workingStocks(layout));
  work.ledger.headcount[0] = 100;
  work.ledger.fte[0] = 90;
  const movement = new Movement([], new Map([[0, work]]), layout, []);
  stepMonth({ layout, options: { cellMonths: [] }, groups: [work], movement }, 0);
  const { opening, closing } = work.stocks;
  work.stocks.opening = closing;
  work.stocks.closing = opening;
  return work;
}

function violationOf(check: () => void): unknown {
  try {
    check();
  } catch (error) {
    return error instanceof EngineInvariantError ? error.violation : error;
  }
  return 'no violation';
}

describe('balance of every cell', () => {
  it('holds after a step', () => {
    expect(violationOf(() => assertCells(afterOneMonth(), layout, 0))).toBe('no violation');
  });

  it('names group, month, cell and figures where one person in a thousand million is lost', () => {
    const work = afterOneMonth();
    const place = layout.slabSize + 2; // second age band, second band
    const expected = work.stocks.closing.cells[place]!;
    work.stocks.closing.cells[place] = expected * (1 + 3e-9);
    const violation = violationOf(() => assertCells(work, layout, 7));
    expect(violation).toMatchObject({ group: 'group-0', month: 7, cell: 3, found: expected * (1 + 3e-9) });
    expect((violation as { expected: number }).expected).toBeCloseTo(expected, 9);
    expect((violation as { law: string }).law).toMatch(/^headcount must balance/);
  });

  it.each([NaN, Infinity, -1e-12])('refuses %p as FTE', (value) => {
    const work = afterOneMonth();
    work.stocks.closing.cells[1] = value;
    expect(violationOf(() => assertCells(work, layout, 0))).toMatchObject({
      cell: 0,
      found: value,
      law: 'FTE must balance in every cell and never be negative',
    });
  });

  it('notices movers who left a band and arrived nowhere', () => {
    const work = afterOneMonth();
    work.keeps[0] = 0.9;
    expect(violationOf(() => assertCells(work, layout, 0))).toMatchObject({ group: 'group-0', cell: 0 });
  });
});

describe('balance of the reported flows', () => {
  it.each(['exits', 'joiners'] as const)('notices unreported people in %s', (flow) => {
    const work = afterOneMonth();
    work.ledger[flow][0]![0]! += 0.001;
    expect(violationOf(() => assertGroup(work.ledger, 0))).toMatchObject({
      group: 'group-0',
      month: 0,
      cell: null,
    });
  });

  it.each(['fteExits', 'fteJoiners', 'fteMovesIn', 'fteMovesOut', 'fteParticipationChange'] as const)(
    'notices unreported FTE in %s',
    (flow) => {
      const work = afterOneMonth();
      work.ledger[flow][0]! += 0.001;
      expect(violationOf(() => assertGroup(work.ledger, 0))).toMatchObject({ group: 'group-0' });
    },
  );
});
