import { shadeOf } from './gap-heatmap-card';

describe('the shade of a gap', () => {
  it('is darker the further staff in post is from the requirement, on its side', () => {
    expect([-0.16, -0.15, -0.05, -0.009, 0, 0.02, 0.2].map(shadeOf)).toEqual([
      'short-5',
      'short-5',
      'short-2',
      'even',
      'even',
      'over-1',
      'over-5',
    ]);
  });

  it('is none where no requirement is loaded', () => {
    expect(shadeOf(null)).toBe('none');
  });
});
