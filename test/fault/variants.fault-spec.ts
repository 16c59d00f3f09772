import { Installation } from './harness/installation';
import { checkInvariants } from './invariants/check';
import { loseJobInHand } from './scenarios/redis.scenario';
import { setStage } from './scenarios/stage';

const WITHOUT_RECONCILER = 'test/fault/variants/without-reconciler.cjs';
const WITHOUT_TRANSACTION = 'test/fault/variants/without-transaction.cjs';
const HANG_LIMIT_MILLISECONDS = 900_000;
/** Many times what the product needs for the same fault (F7 of the matrix). */
const PATIENCE = { limitMilliseconds: 20_000 };

/** The checker is only worth something if it sees what is wrong: each of these workers is. */
describe('a weakened worker is caught', () => {
  let installation: Installation;

  beforeEach(async () => {
    installation = await Installation.open();
  });

  afterEach(() => installation.close());

  it(
    'without the reconciler, when Redis loses a job in hand',
    async () => {
      const stage = await setStage(installation);
      installation.workerScript = WITHOUT_RECONCILER;
      await loseJobInHand(stage);
      await installation.heal();
      const { violations } = await checkInvariants(installation, PATIENCE);
      expect(violations.map(({ invariant }) => invariant)).toContain('I2');
    },
    HANG_LIMIT_MILLISECONDS,
  );

  it(
    'without the transaction, when it dies with half of the results written',
    async () => {
      const { edit } = await setStage(installation);
      await Promise.all(installation.workers.map((worker) => worker.kill()));
      const script = WITHOUT_TRANSACTION;
      const doomed = await installation.startWorker({ script, failpoint: 'worker.half-of-results' });
      await edit(1);
      await doomed.ended;
      await installation.heal();
      const { violations } = await checkInvariants(installation, PATIENCE);
      expect(violations.map(({ invariant }) => invariant)).toEqual(
        expect.arrayContaining(['I3', 'I6', 'I8']),
      );
    },
    HANG_LIMIT_MILLISECONDS,
  );
});
