import { SignOffDesk } from './sign-off-desk';

describe('papers of a system plan', () => {
  let desk: SignOffDesk;
  const paper = (who: string, file: string) =>
    desk.person(who).get(`/sign-off/${desk.planId}/versions/${file}`);

  beforeAll(async () => {
    desk = await SignOffDesk.open();
    await desk.fillIn('system-planner', desk.planId);
  });

  afterAll(() => desk.close());

  it('are there once a version is frozen, and not before', async () => {
    expect((await paper('system-planner', '1/system-plan.pdf')).status).toBe(404);
    expect((await desk.take('system-planner', desk.planId, 'submit')).status).toBe(200);
    expect((await paper('system-planner', '1/system-plan.pdf')).status).toBe(200);
  });

  it.each([
    ['system-plan.pdf', 'application/pdf', '%PDF-1.7'],
    ['system-plan.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
    ['system-plan.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'],
    ['public-summary.html', 'text/html; charset=utf-8', '<!doctype html>'],
  ])('%s comes as a file of its kind, with the same bytes each time', async (file, type, start) => {
    const [first, second] = [
      await paper('system-planner', `1/${file}`),
      await paper('system-planner', `1/${file}`),
    ];
    expect([first.status, first.headers['content-type']]).toEqual([200, type]);
    expect(first.headers['content-disposition']).toBe(
      `attachment; filename="qwo-${file.replace('.', '-version-1.')}"`,
    );
    expect(first.bytes.subarray(0, start.length).toString('latin1')).toBe(start);
    expect(first.bytes.equals(second.bytes)).toBe(true);
  });

  it('are for those who may read the plan: the region, and not another system', async () => {
    expect((await paper('regional-reviewer', '1/system-plan.docx')).status).toBe(200);
    expect([403, 404]).toContain((await paper('other planner', '1/system-plan.docx')).status);
  });

  it('say which formats there are', async () => {
    const refused = await paper('system-planner', '1/system-plan.html');
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Ask for docx, pdf, xlsx.');
    expect((await paper('system-planner', '2/system-plan.pdf')).status).toBe(404);
  });
});
