import { Installation } from './harness/installation';
import { apiCrash, relayCrash, workerCrash } from './scenarios/worker-crash.scenario';
import { play } from './scenarios/stage';

describe('with faults injected into the running product', () => {
  let installation: Installation;

  beforeAll(async () => {
    installation = await Installation.open();
  });

  afterAll(() => installation?.close());

  it.each(
    [workerCrash, relayCrash, apiCrash].map((scenario) => [scenario.id, scenario.fault, scenario] as const),
  )('%s: %s: loses nothing and doubles nothing', async (_id, _fault, scenario) => {
    const outcome = await play(scenario, installation);
    expect(outcome.violations).toEqual([]);
  });
});
