import type { Scenario } from './scenario';
import { until } from './watch';

const KILLS = 3;

/** F12: the database dies while people save; they are told when to come back, and nothing is half done. */
export const databaseKilled: Scenario = {
  id: 'F12',
  fault: 'MariaDB is killed and restarted',
  injected: `kill -9 while edits are saved, ${KILLS} times; each time an edit is refused before it is back`,
  run: async ({ installation, edit }) => {
    const { servers, ledger } = installation;
    for (let time = 0; time < KILLS; time += 1) {
      const edited = edit(4);
      await servers.mariadb.kill();
      const seen = ledger.answers.length;
      await until('an edit refused', () =>
        ledger.answers.slice(seen).some(({ kind, status }) => kind === 'edit' && status === 503),
      );
      await servers.mariadb.start();
      await edited;
    }
    return KILLS;
  },
};
