import { descendantsAndSelf, membershipsInForce } from './lineage';

const membership = (organisationId: string, parentId: string, validTo: string | null = null) => ({
  organisationId,
  parentId,
  validTo,
});

describe('the lineage of organisations', () => {
  it('follows an organisation to its new place and forgets the old one', () => {
    const moved = [membership('trust', 'old-system', '2026-04-01'), membership('trust', 'new-system')];

    expect(membershipsInForce(moved, '2026-11-22')).toEqual([moved[1]]);
    expect(membershipsInForce([membership('trust', 'old-system', '2026-04-01')], '2026-03-31')).toHaveLength(
      1,
    );
  });

  it('keeps the last place of an organisation that has closed', () => {
    const closed = [membership('trust', 'first', '2022-07-01'), membership('trust', 'last', '2026-04-01')];

    expect(membershipsInForce(closed, '2026-11-22')).toEqual([closed[1]]);
  });

  it('reaches everything below, each once, even in a circle', () => {
    const memberships = [
      membership('trust', 'system'),
      membership('unit', 'trust'),
      membership('system', 'unit'),
    ];

    expect([...descendantsAndSelf(['system'], memberships)].sort()).toEqual(['system', 'trust', 'unit']);
    expect([...descendantsAndSelf(['elsewhere'], memberships)]).toEqual(['elsewhere']);
  });
});
