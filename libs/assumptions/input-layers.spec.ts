import { layersOfUnit } from './input-layers';

describe('the layers of a unit', () => {
  it('are every scenario of the chain at every node of the ancestry, the baseline and the policy', () => {
    const layers = layersOfUnit(['plan', 'calibrated'], ['trust', 'system', 'region', 'nation'], 'round');

    expect(layers.map(({ kind, scope }) => `${kind} ${scope}`)).toEqual([
      'assumptions plan:trust',
      'assumptions plan:system',
      'assumptions plan:region',
      'assumptions plan:nation',
      'assumptions calibrated:trust',
      'assumptions calibrated:system',
      'assumptions calibrated:region',
      'assumptions calibrated:nation',
      'baseline round:trust',
      'policy current',
    ]);
  });
});
