import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { request as httpRequest } from 'node:http';
import { grantRole } from '#access';
import type { Installation } from '../harness/installation';
import { Planner } from '../harness/planner';
import { SmallDisk } from '../harness/small-disk';
import { repetitions, type Scenario } from './scenario';
import { count, until } from './watch';

const CUT_OFF = repetitions({ inTests: 5, inFull: 20 });
const UPLOAD_BYTES = 3 * 2 ** 20;
const DISK_MEGABYTES = 8;
const IMPORTED = 'SELECT COUNT(*) AS n FROM import_file';

/** F27: uploads break off, and there is no room for one; nothing is imported and nothing is left lying about. */
export const uploadsCutOff: Scenario = {
  id: 'F27',
  fault: 'Uploads break off or find no room',
  injected: `the client gone half way through a file, ${CUT_OFF} times; a file with the folder for uploads (tmpfs, ${DISK_MEGABYTES} MB) full; then freed`,
  run: async ({ installation }) => {
    const disk = await SmallDisk.make(DISK_MEGABYTES);
    const folder = join(disk.folder, 'uploads');
    mkdirSync(folder);
    try {
      await installation.api.kill();
      await installation.startApi({ environment: { TMPDIR: folder } });
      const importer = await signedInImporter(installation);
      const before = await count(installation, IMPORTED);
      for (let time = 0; time < CUT_OFF; time += 1) {
        await breakOff(installation, importer, () => readdirSync(folder).length > 0);
        await until('nothing of the upload left', () => readdirSync(folder).length === 0);
      }
      disk.fill();
      await expectAnswer(importer, 503);
      disk.free();
      // Read whole, and refused for what it holds.
      await expectAnswer(importer, 422);
      if ((await count(installation, IMPORTED)) > before) throw new Error('Half an upload was imported.');
      if (readdirSync(folder).length > 0) throw new Error('A part of an upload was left.');
      return CUT_OFF + 1;
    } finally {
      await installation.api.kill();
      await disk.close();
    }
  },
};

async function signedInImporter(installation: Installation): Promise<Planner> {
  const { database, fixture } = installation;
  const [person]: { id: string }[] = await database.query('SELECT id FROM person WHERE email = ?', [
    'planner@example.org',
  ]);
  const organisationId = fixture.organisation('ENG', 'nation');
  await grantRole(database.manager, {
    personId: person?.id ?? '',
    role: 'administrator',
    organisationId,
    actor: 'test',
    validFrom: '2020-04-01',
  });
  const importer = new Planner(installation);
  await importer.signIn();
  return importer;
}

/** Sends half of what it announced, waits until that lies on disk, and is gone. */
async function breakOff({ api }: Installation, importer: Planner, isArriving: () => boolean): Promise<void> {
  const { body, type } = upload();
  const sent = httpRequest(`${api.url}/api/imports`, {
    method: 'POST',
    headers: { ...importer.credentials, 'content-type': type, 'content-length': body.length },
  });
  sent.on('error', () => undefined);
  await new Promise<void>((resolve) => sent.write(body.subarray(0, body.length / 2), () => resolve()));
  await until('a part of the upload on disk', isArriving);
  sent.destroy();
}

async function expectAnswer(importer: Planner, status: number): Promise<void> {
  const { body, type } = upload();
  const answer = await importer.send('/api/imports', {
    method: 'POST',
    headers: { ...importer.credentials, 'content-type': type },
    body,
  });
  if (answer?.status !== status) throw new Error(`An upload was answered with ${answer?.status}.`);
}

/** A file of noise, as a browser sends it. */
function upload(): { readonly body: Buffer<ArrayBuffer>; readonly type: string } {
  const boundary = 'fault-test';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="noise.csv"\r\nContent-Type: text/csv\r\n\r\n`;
  const noise = Buffer.from(randomBytes(UPLOAD_BYTES / 2).toString('hex'));
  const body = Buffer.concat([Buffer.from(head), noise, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { body, type: `multipart/form-data; boundary=${boundary}` };
}
