import { beforeLastWork } from './earlier-result.repository';

const at = (id: string, seconds: number) => ({ id, at: new Date(1_800_000_000_000 + seconds * 1000) });

describe('the result shown before the last changes', () => {
  it('is not one of the same piece of work: several saves follow one another', () => {
    const results = [
      at('now', 7200),
      at('save 2', 7190),
      at('save 1', 7150),
      at('before', 60),
      at('first', 0),
    ];
    expect(beforeLastWork(results, 'now')?.id).toBe('before');
  });

  it('is the first one where everything is one piece of work, and none where there is but one', () => {
    expect(beforeLastWork([at('now', 50), at('first', 0)], 'now')?.id).toBe('first');
    expect(beforeLastWork([at('now', 50)], 'now')).toBeNull();
    expect(beforeLastWork([], 'now')).toBeNull();
  });

  it('was shown before the current one, also where an earlier result came back', () => {
    expect(beforeLastWork([at('later', 9000), at('now', 7200), at('before', 0)], 'now')?.id).toBe('before');
  });
});
