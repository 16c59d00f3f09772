import { loadPolicy, projectionPolicy } from '#policy';

import { NEW_ROLES } from './new-roles';

describe('the roles of the register', () => {
  it('are those of the dated facts in force now, under the same names', () => {
    const facts = loadPolicy().newRoles.filter(({ effectiveTo }) => effectiveTo === null);
    expect(facts.map(({ code, label }) => ({ code, label }))).toEqual(NEW_ROLES);
  });

  it('keep the name of their day: associates became assistants in July 2025', () => {
    const nameIn = (firstYear: number): string | undefined =>
      projectionPolicy(loadPolicy(), firstYear, 1).newRoles?.find(
        ({ code }) => code === 'physician-assistant',
      )?.label;
    expect(nameIn(2019)).toBe('Physician associate');
    expect(nameIn(2026)).toBe('Physician assistant (formerly associate)');
  });
});
