import { OrganisationTree, type OrganisationNode } from '#organisations';
import { coveredOrganisations, describeCoverage } from './coverage';

const node = (id: string, type: OrganisationNode['type'], parentId: string | null): OrganisationNode => ({
  id,
  code: id.toUpperCase(),
  name: `Name of ${id}`,
  type,
  sector: 'acute',
  parentId,
});

const tree = new OrganisationTree('2026-04-01', [
  node('eng', 'nation', null),
  node('sys', 'system', 'eng'),
  node('a', 'trust', 'sys'),
  node('b', 'trust', 'sys'),
  node('c', 'icb', 'sys'),
  node('gp', 'general-practice', 'sys'),
]);
const system = tree.node('sys') as OrganisationNode;
const bases = [{ basis: 'staff-in-post', label: 'staff in post', fte: 10 }] as const;

describe('coverage', () => {
  it('says how many of the trusts and ICBs are in, and names those that are not', () => {
    const ids = { participants: new Set(['a', 'c']), published: new Set(['a']) };
    const coverage = describeCoverage(coveredOrganisations(tree, system, ids), bases);
    expect(coverage).toMatchObject({ organisationsIncluded: 1, organisationsExpected: 3 });
    expect(coverage.missing.map(({ code }) => code)).toEqual(['B', 'C']);
    expect(coverage.statement).toContain('Covers 1 of 3 NHS trusts and ICBs of Name of sys');
    expect(coverage.statement).toContain('not general practice');
  });

  it('expects whoever else takes part', () => {
    const ids = { participants: new Set(['a', 'b', 'c', 'gp']), published: new Set(['a', 'b', 'c', 'gp']) };
    const covered = coveredOrganisations(tree, system, ids);
    expect(covered.expected).toHaveLength(4);
    expect(describeCoverage(covered, bases).missing).toEqual([]);
  });

  it('is the node itself where the node takes part itself', () => {
    const ids = { participants: new Set(['eng']), published: new Set(['eng']) };
    const coverage = describeCoverage(
      coveredOrganisations(tree, tree.node('eng') as OrganisationNode, ids),
      bases,
    );
    expect(coverage).toMatchObject({ organisationsIncluded: 1, organisationsExpected: 1, missing: [] });
    expect(coverage.statement).toContain('as one by staff group');
  });
});
