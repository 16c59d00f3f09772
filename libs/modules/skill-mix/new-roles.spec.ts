import { loadPolicy } from '#policy';

import { NEW_ROLES } from './new-roles';

describe('the roles of the register', () => {
  it('are those of the dated facts, under the same names', () => {
    const facts = loadPolicy().newRoles.map(({ code, label }) => ({ code, label }));
    expect(facts).toEqual(NEW_ROLES);
  });
});
