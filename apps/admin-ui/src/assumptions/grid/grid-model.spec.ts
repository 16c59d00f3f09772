import { plainValue } from './cell-content';
import { arrangedGrid, AS_IT_COMES } from './arrange-rows';
import { EMPTY_BOOK, enter, receiveGrid } from './edit-book';
import { addressOf, gridData, inheritedCell } from './grid.fixture';
import { entriesOf, gridLayer, textsOfSameParameter, textsWithCells } from './grid-model';

const data = gridData();
const book = receiveGrid(EMPTY_BOOK, data);
const names = (view: ReturnType<ReturnType<typeof gridLayer>>) =>
  view.rows.map(({ staffGroup }) => staffGroup.name);

/** The fixture's parameter and, below it, one that has a value for all years. */
function twoParameters() {
  const [grid] = data.grids;
  if (grid === undefined) throw new Error('The fixture has a grid.');
  const parameter = { ...grid.parameter, key: 'retention.other', perYear: false };
  const rows = grid.rows.map(({ staffGroup }) => ({ staffGroup, cells: [inheritedCell(2026)] }));
  return { ...data, grids: [grid, { parameter, rows }] };
}

describe('laying entries over a grid', () => {
  it('draws anew only the rows that changed', () => {
    const lay = gridLayer();
    const before = lay(data, book);
    const address = addressOf('midwives', 2026);
    const after = lay(data, enter(book, [{ address, content: plainValue(0.08) }], 'midwives'));
    expect(after.rows.map((row, index) => row === before.rows[index])).toEqual([true, false, true]);
    expect(after.rows[1]?.cells[1]).toBe(before.rows[1]?.cells[1]);
  });

  it('puts a value for all years in the first, and nothing in the others', () => {
    const view = gridLayer()(twoParameters(), EMPTY_BOOK);
    expect(view.extent).toEqual({ rows: 6, columns: 2 });
    expect(view.rows[3]?.cells.map((cell) => cell?.address.year ?? null)).toEqual([2026, null]);
    const texts = [0, 1].map((column) => ({ position: { row: 3, column }, text: '7' }));
    expect(textsWithCells(view, texts)).toEqual([texts[0]]);
    expect(entriesOf(view, texts)).toHaveLength(1);
  });

  it('fills no value into another parameter', () => {
    const view = gridLayer()(twoParameters(), EMPTY_BOOK);
    const texts = [1, 2, 3].map((row) => ({ position: { row, column: 0 }, text: '7' }));
    expect(textsOfSameParameter(view, texts, () => 0).map(({ position }) => position.row)).toEqual([1, 2]);
  });
});

describe('choosing and ordering rows', () => {
  const view = gridLayer()(gridData({ 'managers.2027': inheritedCell(2027, { value: 0.3 }) }), EMPTY_BOOK);

  it('finds rows by the name of the staff group or the parameter', () => {
    expect(names(arrangedGrid(view, { ...AS_IT_COMES, find: 'MIDW' }))).toEqual(['Midwives']);
    expect(names(arrangedGrid(view, { ...AS_IT_COMES, find: 'turnover' }))).toHaveLength(3);
  });

  it('shows what was entered, and what needs attention', () => {
    const entries = [
      { address: addressOf('midwives', 2026), content: plainValue(0.08) },
      { address: addressOf('managers', 2026), content: { kind: 'unreadable' as const, text: 'n/a' } },
    ];
    const entered = gridLayer()(data, enter(book, entries, 'two'));
    expect(names(arrangedGrid(entered, { ...AS_IT_COMES, show: 'entered' }))).toEqual([
      'Midwives',
      'Managers',
    ]);
    expect(names(arrangedGrid(entered, { ...AS_IT_COMES, show: 'attention' }))).toEqual(['Managers']);
  });

  it('orders by the saved values of a year', () => {
    const sort = { year: 2027, direction: 'descending' as const };
    expect(names(arrangedGrid(view, { ...AS_IT_COMES, sort }))[0]).toBe('Managers');
    expect(names(arrangedGrid(view, { ...AS_IT_COMES, sort: { ...sort, direction: 'ascending' } }))[2]).toBe(
      'Managers',
    );
  });
});
