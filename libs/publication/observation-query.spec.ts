import { filterConditions } from './observation-query';

describe('observation filters', () => {
  it('become conditions with bound values only', () => {
    const { sql, values } = filterConditions({ system: "Q' OR 1=1", year: 2026 });
    expect(sql).toBe(' AND system_code = ? AND year = ?');
    expect(values).toEqual(["Q' OR 1=1", 2026]);
  });
});
