import type { Cell } from '../../api/types';
import { addressOf, inheritedCell, leaverRate, ownCell } from './grid.fixture';
import { provenanceSentence } from './provenance-sentence';

const NOW = new Date('2026-11-22T12:00:00Z');
const place = { scenarioId: 'plan', organisationId: 'trust' };

function sentence(cell: Cell): string {
  const view = {
    key: 'key',
    address: addressOf('midwives', 2027),
    definition: leaverRate(),
    cell,
    draft: null,
  };
  return provenanceSentence(view, leaverRate(), place, NOW);
}

describe('where a value comes from', () => {
  it('names a national default with its source', () => {
    expect(sentence(inheritedCell(2027))).toBe(
      '10.0% a year. National default (published). Workforce statistics.',
    );
  });

  it('names who entered a value here, when and why', () => {
    const provenance = {
      level: 'scenario' as const,
      scenario: { id: 'plan', name: 'Plan submission' },
      organisation: { id: 'trust', code: 'RR8', name: 'Leeds' },
      staffGroup: { code: 'midwives', name: 'Midwives' },
      year: 2027,
      author: 'Alex Planner',
      at: '2026-11-20T10:42:00Z',
    };
    const cell = {
      ...ownCell(2027, 0.075, 2),
      source: 'Retention programme',
      note: 'Agreed by the board',
      provenance,
    };
    expect(sentence(cell)).toBe(
      '7.5% a year. Entered by Alex Planner (20 November 2026 at 10:42). Retention programme. Reason: Agreed by the board.',
    );
  });

  it('asks for a basis where a value stands as the optimiser proposed it', () => {
    const cell = { ...ownCell(2027, 0.075, 2), source: null, basis: 'Proposed by optimiser ' };
    expect(sentence(cell)).toMatch(/A return needs a basis of your own in place of these words\.$/);
  });

  it('says from which organisation, staff group, year and scenario a value is inherited', () => {
    const provenance = {
      level: 'scenario' as const,
      scenario: { id: 'calibration', name: 'Calibrated defaults' },
      organisation: { id: 'system', code: 'QWO', name: 'West Yorkshire' },
      staffGroup: { code: 'clinical', name: 'Clinical staff' },
      year: 2026,
      author: null,
      at: null,
    };
    const cell = inheritedCell(2027, { source: null, status: 'calibrated', provenance });
    expect(sentence({ ...cell, local: { value: 0.11, weight: 0.8, peer: 0.06 } })).toBe(
      '10.0% a year. Calibrated at West Yorkshire for Clinical staff from 2026/27 on in Calibrated defaults. ' +
        'Own history 11.0% a year (weight 80%), peers 6.0% a year.',
    );
  });
});
