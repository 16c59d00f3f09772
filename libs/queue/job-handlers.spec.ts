import { JobHandlers } from './job-handlers';
import { JOB_NAMES } from './job.catalogue';

const nothing = () => Promise.resolve();

describe('JobHandlers', () => {
  it('refuses a second handler for a job', () => {
    const handlers = new JobHandlers().register('project-unit', nothing);
    expect(() => handlers.register('project-unit', nothing)).toThrow('two handlers');
  });

  it('names the jobs without a handler', () => {
    const handlers = new JobHandlers().register('project-unit', nothing);
    expect(() => handlers.assertComplete()).toThrow('recalculate-unit, roll-up-scenario');
  });

  it('is complete with one handler for each', () => {
    const handlers = new JobHandlers();
    JOB_NAMES.forEach((name) => handlers.register(name, nothing));
    expect(() => handlers.assertComplete()).not.toThrow();
  });

  it('fails a job that is not in the catalogue', async () => {
    await expect(new JobHandlers().handle('tidy-up', {})).rejects.toThrow('no job tidy-up');
  });
});
