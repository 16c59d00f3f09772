import { DEMO_SYSTEMS } from '#demo';
import { outturnEvidence } from '../../apps/cli/commands/outturn-evidence';

/** The demo's organisations on their published history; the method was chosen on other years and organisations. */
describe('the year after March 2024, half of it closed', () => {
  it('ends nearer to the forecast outturn than to the straight-line run-rate', async () => {
    const { staffInPost, sickness } = await outturnEvidence({ eve: '2024-03', systems: DEMO_SYSTEMS });
    const people = staffInPost[5];
    const absence = sickness[5];
    expect(people?.cells).toBeGreaterThan(140);
    expect(people?.byGroup.forecast).toBeLessThan(0.75 * (people?.byGroup.runRate ?? 0));
    expect(people?.byOrganisation.forecast).toBeLessThan(people?.byOrganisation.runRate ?? 0);
    expect(absence?.forecast).toBeLessThan(absence?.runRate ?? 0);
  });
});
