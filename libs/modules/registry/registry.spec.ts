import { loadPolicy } from '#policy';

import { indexByKey } from './index-by-key';
import {
  MODULE_NAMES,
  PARAMETERS,
  parameterByKey,
  PLANNING_MODULES,
  validateEntry,
  validateScope,
  validateValue,
} from '.';
import type { ParameterDefinition } from '.';

function known(key: string): ParameterDefinition {
  const definition = parameterByKey(key);
  if (definition === undefined) throw new Error(`${key} is not registered`);
  return definition;
}

describe('the parameter registry', () => {
  it('finds a parameter by its key', () => {
    expect(known('retention.leaver-rate').label).toBe('Turnover (left this organisation)');
    expect(parameterByKey('retention.unknown')).toBeUndefined();
  });

  it('names every module', () => {
    expect(Object.keys(MODULE_NAMES)).toEqual([...PLANNING_MODULES]);
  });

  it('splits leavers by shares that sum to 1 by default', () => {
    const causes = PARAMETERS.filter(({ key }) => /share-(vol|ret|ill|end|unp)/.test(key));
    expect(causes).toHaveLength(5);
    expect(causes.reduce((sum, { default: own }) => sum + own.value, 0)).toBeCloseTo(1, 12);
    const ofDoctors = causes.reduce(
      (sum, each) => sum + (each.defaultByStaffGroup?.['hchs-doctors']?.value ?? 0),
      0,
    );
    expect(ofDoctors).toBeCloseTo(1, 12);
  });

  it.each([
    ['twice', {}, 'is declared twice'],
    ['outside its module', { key: 'growth.leaver-rate' }, 'does not begin with its module retention'],
    ['with bounds out of order', { key: 'retention.a', minimum: 2 }, 'has bounds out of order'],
    [
      'with a default outside its bounds',
      { key: 'retention.b', default: { value: 3, source: '', status: 'judgement' } },
      'has a default outside its bounds or range',
    ],
    ['of a choice without choices', { key: 'retention.c', unit: 'choice' }, 'go together'],
    [
      'with a default that cannot be chosen',
      { key: 'retention.d', unit: 'choice', choices: [{ value: 0.5, label: 'half' }] },
      'has a default that is none of its choices',
    ],
  ] as const)('refuses a parameter %s', (_, change, message) => {
    const one = known('retention.leaver-rate');
    expect(() => indexByKey([one, { ...one, ...change }])).toThrow(message);
  });

  it('takes its national defaults from the policy facts', () => {
    const { defaultRanges } = loadPolicy();
    const factOf = (parameter: string, group: string) =>
      defaultRanges.find((fact) => fact.parameter === parameter && fact.staffGroup === group);
    for (const [parameter, group, key, code, scale] of DEFAULTS_FROM_FACTS) {
      const fact = factOf(parameter, group);
      const own = known(key).defaultByStaffGroup?.[code];
      const ofFact = [fact?.central, fact?.low ?? undefined, fact?.high ?? undefined];
      const ofDefault = [own?.value, own?.low, own?.high].map((value) =>
        value === undefined ? undefined : Number((value * scale).toFixed(9)),
      );
      expect([key, code, ...ofDefault]).toEqual([key, code, ...ofFact]);
    }
  });
});

const DEFAULTS_FROM_FACTS = (
  [
    ['Nurses & health visitors', 'nurses-and-health-visitors'],
    ['Midwives', 'midwives'],
    ['Ambulance staff', 'ambulance-staff'],
    ['Scientific, therapeutic & technical staff', 'scientific-therapeutic-and-technical-staff'],
    ['Support to doctors, nurses & midwives', 'support-to-doctors-nurses-and-midwives'],
    ['Support to ST&T staff', 'support-to-scientific-therapeutic-and-technical-staff'],
    ['Support to ambulance staff', 'support-to-ambulance-staff'],
    ['Hotel, property & estates', 'hotel-property-and-estates'],
    ['Central functions', 'central-functions'],
    ['Managers', 'managers'],
  ] as const
).flatMap(
  ([group, code]) =>
    [
      ['turnover_left_organisation_pct', group, 'retention.leaver-rate', code, 100],
      ['sickness_pct', group, 'sickness-absence.rate', code, 100],
      ['fte_per_head', group, 'retention.participation-at-start', code, 1],
    ] as const,
);

describe('validation of a value', () => {
  const turnover = known('retention.leaver-rate');

  it('accepts a usual value, asks a reason for an unusual one and refuses one out of bounds', () => {
    expect(validateValue(turnover, 0.09)).toEqual([]);
    expect(validateValue(turnover, 0.4)).toEqual([
      {
        severity: 'give-a-reason',
        rule: 'plausible',
        message: 'Turnover (left this organisation): 40.0 % is above the usual 30.0 %. Give a reason.',
      },
    ]);
    expect(validateValue(turnover, 8.5)).toEqual([
      {
        severity: 'error',
        rule: 'within-bounds',
        message: 'Turnover (left this organisation): 850.0 % is not between 0.0 % and 95.0 %.',
      },
    ]);
    expect(validateValue(turnover, NaN)[0]).toMatchObject({ severity: 'error', rule: 'number' });
  });

  it('checks the range of an entry and the form of a change', () => {
    expect(validateEntry(turnover, { operation: 'set', value: 0.1, low: 0.2 })[0]?.rule).toBe(
      'range-in-order',
    );
    expect(validateEntry(turnover, { operation: 'set', value: 0.1, high: 2 })[0]?.rule).toBe('within-bounds');
    expect(validateEntry(turnover, { operation: 'multiply', value: -1 })[0]?.rule).toBe(
      'factor-not-negative',
    );
    expect(validateEntry(turnover, { operation: 'add', value: -0.02 })).toEqual([]);
  });

  it('takes one of the choices of a parameter that asks for one, and no sum of them', () => {
    const basis: ParameterDefinition = {
      ...turnover,
      unit: 'choice',
      choices: [
        { value: 0, label: 'people' },
        { value: 2, label: 'WTE' },
      ],
      minimum: 0,
      maximum: 2,
    };
    expect(validateEntry(basis, { operation: 'set', value: 2 }).map(({ rule }) => rule)).not.toContain(
      'known-choice',
    );
    expect(validateValue(basis, 1)[0]).toMatchObject({
      rule: 'known-choice',
      message: 'Turnover (left this organisation): 1 is none of 0 (people), 2 (WTE).',
    });
    expect(validateEntry(basis, { operation: 'add', value: 1 })[0]?.rule).toBe('choice-is-set');
  });

  it('takes people from one leaf group of one employer only, rates from anywhere', () => {
    const joiners = known('growth.joiners-other-nhs');
    const system = { staffGroupIsLeaf: true, organisationIsEmployer: false };
    const parent = { staffGroupIsLeaf: false, organisationIsEmployer: true };
    expect(validateScope(joiners, 'set', system)[0]?.rule).toBe('count-at-employer');
    expect(validateScope(joiners, 'add', parent)[0]?.rule).toBe('count-at-leaf');
    expect(validateScope(joiners, 'multiply', parent)).toEqual([]);
    expect(
      validateScope(turnover, 'set', { staffGroupIsLeaf: false, organisationIsEmployer: false }),
    ).toEqual([]);
  });
});
