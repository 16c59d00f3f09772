import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Installation } from './harness/installation';
import { SCENARIOS_TO_PLAY } from './scenarios';
import { play } from './scenarios/stage';

const RESULTS = join(__dirname, '../../.local/fault-results');
const HANG_LIMIT_MILLISECONDS = 900_000;

describe('with faults injected into the running product', () => {
  let installation: Installation;

  beforeAll(async () => {
    installation = await Installation.open();
  });

  afterAll(() => installation.close());

  it.each(SCENARIOS_TO_PLAY.map((scenario) => [scenario.id, scenario.fault, scenario] as const))(
    '%s: %s: loses nothing and doubles nothing',
    async (_id, _fault, scenario) => {
      const outcome = await play(scenario, installation);
      mkdirSync(RESULTS, { recursive: true });
      writeFileSync(join(RESULTS, `${scenario.id}.json`), JSON.stringify(outcome));
      expect(outcome.violations).toEqual([]);
    },
    HANG_LIMIT_MILLISECONDS,
  );
});
