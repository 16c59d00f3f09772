import { spawn } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ControlledServer } from '../harness/controlled-server';
import { SmallDisk } from '../harness/small-disk';
import { straceProgram } from '../harness/strace';
import type { Scenario, Stage } from './scenario';
import { caughtUp, count, until } from './watch';

const WAITING = 'SELECT COUNT(*) AS n FROM outbox WHERE relayed_at IS NULL';
const REDIS_MEGABYTES = 3;
const MARIADB_MEGABYTES = 400;

/** F11: Redis cannot write its log and refuses every write; messages wait in the database. */
export const redisDiskFull: Scenario = {
  id: 'F11',
  fault: 'The disk of Redis is full',
  injected: `its data folder on a tmpfs of ${REDIS_MEGABYTES} MB without a byte left, while edits are saved; then freed`,
  run: async ({ installation, edit }) => {
    const { servers } = installation;
    const place = { server: servers.redis, data: join(servers.folder, 'services/redis/data') };
    return onSmallDisk(
      { ...place, megabytes: REDIS_MEGABYTES, option: (at) => ['--dir', at] },
      async (disk) => {
        disk.fill();
        for (let isFull = false; !isFull;) {
          await edit(1);
          isFull = /aof_last_write_status:err/.test(
            String(await servers.redisCommand('INFO', 'persistence')),
          );
        }
        await edit(3);
        if ((await count(installation, WAITING)) === 0) throw new Error('A Redis without a disk took a job.');
        disk.free();
        await caughtUp(installation);
        return 1;
      },
    );
  },
};

/** F13: MariaDB has no room: who saves is told when to come back, and no part of a run is stored. */
export const databaseDiskFull: Scenario = {
  id: 'F13',
  fault: 'The disk of MariaDB is full',
  injected: `its data folder on a tmpfs of ${MARIADB_MEGABYTES} MB without a byte left, until edits or runs are refused; then freed`,
  run: async (stage) => {
    const { servers } = stage.installation;
    const place = { server: servers.mariadb, data: join(servers.folder, 'services/mariadb/data') };
    const option = (at: string) => [`--datadir=${at}`];
    return onSmallDisk({ ...place, megabytes: MARIADB_MEGABYTES, option }, async (disk) => {
      disk.fill();
      await editUntilRefused(stage, () => disk.free());
      await caughtUp(stage.installation);
      return 1;
    });
  },
};

/** F14: a write of MariaDB fails; it ends itself rather than go on, and recovers when it is started. */
export const databaseInputOutputError: Scenario = {
  id: 'F14',
  fault: 'The disk of MariaDB fails',
  injected:
    'strace makes its writes and its fdatasync fail with EIO, until MariaDB ends itself; then it is started again',
  run: async (stage) => {
    const { servers } = stage.installation;
    const calls = 'pwrite64,fdatasync,fsync';
    const { executable, environment } = await straceProgram();
    const injector = spawn(
      executable,
      [
        '-f',
        '-qq',
        '-p',
        String(servers.mariadb.pid),
        '-e',
        `trace=${calls}`,
        '-e',
        `inject=${calls}:error=EIO:when=20+`,
      ],
      { stdio: 'ignore', env: { ...process.env, ...environment } },
    );
    const isOver = new Promise<void>((resolve) => injector.once('exit', () => resolve()));
    const edited = stage.edit(8);
    await servers.mariadb.ended();
    await isOver;
    await servers.mariadb.start();
    await edited;
    return 1;
  },
};

/** Saves until an edit is refused or a run is handed back for want of room; then there is room again. */
async function editUntilRefused({ installation, edit }: Stage, free: () => void): Promise<void> {
  const seen = installation.ledger.answers.length;
  const handedBack = await count(installation, HANDED_BACK);
  let isRefused = false;
  const watched = until('something refused for want of room', async () => {
    isRefused =
      installation.ledger.answers.slice(seen).some(({ status }) => status === 503) ||
      (await count(installation, HANDED_BACK)) > handedBack ||
      installation.workers.some((worker) => /is full|No space left/.test(worker.output()));
    return isRefused;
  }).finally(free);
  let saved = Promise.resolve();
  while (!isRefused) await Promise.race([(saved = edit(1)), watched]);
  // The last one is on its way still, and is kept trying until it is saved.
  await Promise.all([watched, saved]);
}
const HANDED_BACK = `SELECT COUNT(*) AS n FROM projection_attempt WHERE outcome = 'handed-back'`;

interface SmallPlace {
  readonly server: ControlledServer;
  /** Its usual data folder, which gets everything back. */
  readonly data: string;
  readonly megabytes: number;
  /** The arguments that let it keep its data elsewhere. */
  readonly option: (folder: string) => readonly string[];
}

/** Moves a server's data to a small disk, plays, and moves them back. */
async function onSmallDisk(
  { server, data, megabytes, option }: SmallPlace,
  play: (disk: SmallDisk) => Promise<number>,
): Promise<number> {
  const disk = await SmallDisk.make(megabytes);
  const there = join(disk.folder, 'data');
  try {
    await server.stop();
    cpSync(data, there, { recursive: true });
    await server.start({ within: disk.within, arguments: option(disk.pathWithin('data')) });
    const injections = await play(disk);
    disk.free();
    await server.stop();
    rmSync(data, { recursive: true });
    cpSync(there, data, { recursive: true });
    return injections;
  } finally {
    await server.kill();
    await disk.close();
  }
}
