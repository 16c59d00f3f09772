import { assert as check, boolean, double, integer, property, record } from 'fast-check';

import { assume, BASE, NURSES } from '../../../test/support/example-projection';
import { withShippedFacts } from '../../../test/support/representation-policy.fixture';
import { compileProjection, type ProjectionInput } from '../projection';
import { clusterOf, membershipOf, type Membership } from './membership';
import { requiredShareOnProjection, shareWithAppointments } from './required-share';
import { TARGET_SCOPES } from './scopes';

const INPUT = withShippedFacts(BASE);

function isMember(code: string): Membership {
  const policy = INPUT.policy.representation;
  const cluster = clusterOf(code, policy);
  if (policy === undefined || cluster === undefined) throw new Error(`no ${code}`);
  return membershipOf(cluster, policy);
}

function inputWith(values: Parameters<typeof assume>[0]): ProjectionInput {
  return { ...INPUT, assumptions: assume(values) };
}

describe('the required share of appointments on the projection', () => {
  it('reaches the target to 1e-9 where it is feasible, and no share does where it is not', () => {
    const cases = record({
      scope: integer({ min: 0, max: 2 }),
      target: double({ min: 0, max: 1, noNaN: true }),
      month: integer({ min: 1, max: 28 }),
      fromMonth: integer({ min: 0, max: 27 }),
      isFilling: boolean(),
      joiners: double({ min: 0, max: 400, noNaN: true }),
    });
    check(
      property(cases, ({ scope, target, month, fromMonth, isFilling, joiners }) => {
        const compiled = compileProjection(
          inputWith({
            'growth.joiners-other-nhs': { [NURSES]: joiners },
            'growth.share-of-vacancies-filled': { [NURSES]: isFilling ? 0.5 : 0 },
            'skill-mix.conversions': { [NURSES]: 12 },
          }),
        );
        const code = ['leadership', 'broader-workforce', 'all-staff'][scope] ?? '';
        const question = { isMember: isMember(code), target, basis: 'all' as const, month, fromMonth };
        const { share, feasibility, most } = requiredShareOnProjection(compiled, question);
        if (feasibility === 'feasible') {
          const reached = shareWithAppointments(compiled, question, Math.min(1, share ?? NaN));
          expect(Math.abs((reached ?? NaN) - target)).toBeLessThan(1e-9);
        } else if (feasibility === 'beyond-all-appointments') {
          expect(most).toBeLessThan(target);
        } else {
          expect(shareWithAppointments(compiled, question, 0)).toBeGreaterThanOrEqual(target - 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is what a planner enters for leadership, from the year on', () => {
    const question = {
      isMember: isMember('leadership'),
      target: 0.2,
      basis: 'known' as const,
      month: 28,
      fromMonth: 4,
    };
    const joiners = { 'growth.joiners-other-nhs': { [NURSES]: 300 } };
    const { share, feasibility } = requiredShareOnProjection(compileProjection(inputWith(joiners)), question);
    expect(feasibility).toBe('feasible');
    const own = (value: number): Record<string, readonly number[]> => ({ 'all-staff': [0, value, value] });
    const entered = compileProjection(
      inputWith({
        ...joiners,
        'representation.leadership-entry': own(1),
        'representation.bme-share-of-leadership-joiners': own(share ?? NaN),
      }),
    );
    expect(requiredShareOnProjection(entered, question).asPlanned).toBeCloseTo(0.2, 9);
  });

  it('knows the bands of every scope that a target may name', () => {
    const codes = INPUT.policy.representation?.clusters.map(({ code }) => code) ?? [];
    const choices = TARGET_SCOPES.map(({ code }) => code);
    expect([...codes].sort()).toEqual([...choices].sort());
  });
});
