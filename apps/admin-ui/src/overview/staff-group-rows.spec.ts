import { foldableCodes, visibleRows } from './staff-group-rows';

const GROUPS = [
  { code: 'all-staff', parentCode: null },
  { code: 'clinical', parentCode: 'all-staff' },
  { code: 'nurses', parentCode: 'clinical' },
  { code: 'infrastructure', parentCode: 'all-staff' },
  { code: 'managers', parentCode: 'infrastructure' },
];

const shown = (...open: string[]) => visibleRows(GROUPS, new Set(open)).map(({ group }) => group.code);

describe('folding the staff-group tree', () => {
  it('shows the groups below those that are unfolded', () => {
    expect(shown()).toEqual(['all-staff']);
    expect(shown('all-staff')).toEqual(['all-staff', 'clinical', 'infrastructure']);
    expect(shown('all-staff', 'clinical')).toEqual(['all-staff', 'clinical', 'nurses', 'infrastructure']);
  });

  it('hides what stands below a folded group, unfolded or not', () => {
    expect(shown('clinical', 'infrastructure')).toEqual(['all-staff']);
  });

  it('knows which groups can be folded', () => {
    expect(foldableCodes(GROUPS)).toEqual(['all-staff', 'clinical', 'infrastructure']);
    expect(visibleRows(GROUPS, new Set(['all-staff']))[1]).toMatchObject({
      hasChildren: true,
      isOpen: false,
    });
  });
});
