import type { OrganisationNode } from '../api/types';
import { ancestorsOf, organisationChoices, startingPoints } from './organisation-tree';

const node = (id: string, type: string, parentId: string | null): OrganisationNode => ({
  id,
  code: id.toUpperCase(),
  name: id,
  type,
  parentId,
  canEdit: false,
});

const NODES = [
  node('england', 'nation', null),
  node('north', 'region', 'england'),
  node('midlands', 'region', 'england'),
  node('yorkshire', 'system', 'north'),
  node('derby', 'system', 'midlands'),
  node('leeds', 'trust', 'yorkshire'),
  node('leeds-ward', 'unit', 'leeds'),
  node('burton', 'trust', 'derby'),
  node('north-support', 'commissioning-support-unit', 'north'),
];

const labelled = (currentId: string) =>
  organisationChoices(NODES, currentId).map(({ label, options }) => [label, options.map(({ id }) => id)]);

describe('finding one’s way in the organisation tree', () => {
  it('offers England, the regions, the systems and the system’s own organisations', () => {
    const expected = [
      ['England and regions', ['england', 'midlands', 'north']],
      ['Systems', ['derby', 'yorkshire']],
      ['Organisations of yorkshire', ['leeds', 'leeds-ward']],
    ];
    expect(labelled('yorkshire')).toEqual(expected);
    expect(labelled('leeds')).toEqual(expected);
  });

  it('offers in a region the organisations that belong to no system', () => {
    expect(labelled('north')[2]).toEqual(['Organisations of north', ['north-support']]);
  });

  it('names the way up, England first', () => {
    expect(ancestorsOf(NODES, 'leeds').map(({ id }) => id)).toEqual(['england', 'north', 'yorkshire']);
    expect(ancestorsOf(NODES, 'unknown')).toEqual([]);
  });

  it('shows what a person sees who sees no more than their trust', () => {
    expect(organisationChoices([node('leeds', 'trust', 'yorkshire')], 'leeds')).toMatchObject([
      { label: 'Organisations', options: [{ id: 'leeds' }] },
    ]);
  });

  it('starts at England, the regions above the plans and the person’s own organisations, each once', () => {
    const ids = (planned: string[], granted: string[]) =>
      startingPoints(NODES, planned, granted).map(({ id }) => id);
    expect(ids(['yorkshire', 'derby'], ['yorkshire', 'derby'])).toEqual(['england', 'midlands', 'north']);
    expect(ids([], ['leeds', 'north'])).toEqual(['england', 'north', 'leeds']);
    expect(startingPoints([node('leeds', 'trust', null)], [], ['leeds']).map(({ id }) => id)).toEqual([
      'leeds',
    ]);
  });
});
