import { OrganisationTree, type OrganisationNode } from './organisation-tree';
import type { OrganisationType } from './organisation-type';

const node = (id: string, type: OrganisationType, parentId: string | null, code = id): OrganisationNode => ({
  id,
  code,
  name: id,
  type,
  sector: 'area',
  parentId,
});

const TREE = new OrganisationTree('2025-12-01', [
  node('ENG', 'nation', null),
  node('board', 'icb', 'system', 'QWO'),
  node('system', 'system', 'region', 'QWO'),
  node('RAE', 'trust', 'system'),
  node('ward', 'unit', 'RAE'),
  node('T1150', 'special-health-authority', 'ENG'),
  node('region', 'region', 'ENG', 'Y63'),
]);

describe('OrganisationTree', () => {
  it('lists ancestors, nearest first', () => {
    expect(TREE.ancestorsOf('RAE').map(({ id }) => id)).toEqual(['system', 'region', 'ENG']);
    expect(TREE.ancestorsOf('ENG')).toEqual([]);
    expect(TREE.ancestorsOf('nowhere')).toEqual([]);
  });

  it('tells a system from its board as an employer by type', () => {
    expect(TREE.byCode('QWO')?.id).toBe('system');
    expect(TREE.byCode('QWO', 'icb')?.id).toBe('board');
  });

  it('counts employers once, without areas and units', () => {
    const codes = (id: string): string[] => TREE.employersUnder(id).map(({ code }) => code);
    expect(codes('ENG')).toEqual(['QWO', 'RAE', 'T1150']);
    expect(codes('system')).toEqual(['QWO', 'RAE']);
    expect(codes('RAE')).toEqual(['RAE']);
  });

  it('puts each organisation before those below it', () => {
    const ids = TREE.descendantsOf('ENG').map(({ id }) => id);
    expect(ids.indexOf('region')).toBeLessThan(ids.indexOf('system'));
    expect(ids.indexOf('RAE')).toBeLessThan(ids.indexOf('ward'));
    expect(ids).toHaveLength(6);
  });
});
