import { questionOfCell } from './explained-figures';

const GROUPS = [
  { code: 'all-staff', name: 'All staff', isLeaf: false },
  { code: 'midwives', name: 'Midwives', isLeaf: true },
];

describe('the question that explains a cell', () => {
  const cell = (
    column: string,
    row: Readonly<Record<string, string | number>>,
    value: number | null = 1,
  ) => ({
    value,
    unit: 'fte' as const,
    row,
    column,
  });

  it('asks for the year that ends with the March of its financial year', () => {
    const row = { staffGroup: 'Midwives', year: 2027 };
    expect(questionOfCell('growth posts', cell('inPost', row), GROUPS)).toEqual({
      staffGroup: 'midwives',
      measure: 'fte',
      month: '2028-03',
      span: 'year',
    });
  });

  it('asks for the month of a monthly figure', () => {
    const row = { staffGroup: 'Midwives', month: '2027-09' };
    expect(questionOfCell('international-recruitment pipeline', cell('arrivals', row), GROUPS)).toMatchObject(
      {
        month: '2027-09',
        span: 'month',
      },
    );
  });

  it('is asked of a sum of staff groups where sums are kept', () => {
    const sum = { staffGroup: 'All staff', year: 2027 };
    expect(questionOfCell('growth posts', cell('inPost', sum), GROUPS)).toMatchObject({
      staffGroup: 'all-staff',
      measure: 'fte',
    });
  });

  it('isn’t asked where the cell isn’t one measure of one staff group', () => {
    const row = { staffGroup: 'Midwives', year: 2027 };
    expect(questionOfCell('growth posts', cell('gap', row), GROUPS)).toBeNull();
    expect(questionOfCell('growth posts', cell('inPost', row, null), GROUPS)).toBeNull();
    const sum = { ...row, staffGroup: 'All staff' };
    expect(questionOfCell('training-supply lines', cell('joiners', sum), GROUPS)).toBeNull();
    expect(questionOfCell('efficiency years', cell('inPost', row), GROUPS)).toBeNull();
  });
});
