import { Workbook } from 'exceljs';
import { WorkbookService } from '#assumptions';
import { parameterByKey, type ParameterDefinition } from '#modules/registry';
import {
  contentOfText,
  findingsOf,
  plainValue,
  type CellContent,
  type ContentFinding,
} from '../../../apps/admin-ui/src/assumptions/grid/cell-content';
import { startApi, type ApiUnderTest, type Caller } from './api-under-test';

const MODULE = 'retention';
const PARAMETER = 'retention.leaver-rate';
const GROUP = 'midwives';
const FIRST_YEAR_COLUMN = 5;
const SCOPE = { staffGroupIsLeaf: true, organisationIsEmployer: true };

interface Verdict {
  readonly severity: ContentFinding['severity'];
  readonly message: string;
}

/** What is typed (a share as a percentage), what it is worth, and what becomes of it. */
const ENTRIES: readonly (readonly [
  text: string,
  value: number,
  verdict: ContentFinding['severity'] | null,
])[] = [
  ['150', 1.5, 'error'],
  ['(3)', -0.03, 'error'],
  ['35', 0.35, 'give-a-reason'],
  ['1', 0.01, 'give-a-reason'],
  ['8.5', 0.085, null],
];

function verdictOf(findings: readonly ContentFinding[]): Verdict | null {
  const [finding] = findings;
  return finding === undefined ? null : { severity: finding.severity, message: finding.message };
}

describe('one set of rules', () => {
  let api: ApiUnderTest;
  let planner: Caller;
  let definition: ParameterDefinition;

  beforeAll(async () => {
    api = await startApi();
    planner = await api.signedIn('system-planner', 'QWO');
    const known = parameterByKey(PARAMETER);
    if (known === undefined) throw new Error(`There is no ${PARAMETER}.`);
    definition = known;
  });

  afterAll(() => api.close());

  const unit = () => ({ scenarioId: api.fixture.planId, organisationId: api.fixture.organisation('RR8') });

  /** What the grid says before anything is sent. */
  const inGrid = (content: CellContent) => verdictOf(findingsOf(content, definition, SCOPE));

  /** What the server says of the same value without a reason, and of the same with one. */
  async function onServer(value: number, note?: string): Promise<Verdict | null> {
    const edit = { parameter: PARAMETER, staffGroup: GROUP, year: 2027, operation: 'set', value };
    const edits = [{ ...edit, baseVersion: 0, ...(note === undefined ? {} : { note }) }];
    const answer = await planner.send('PATCH', '/assumptions', { ...unit(), edits });
    await api.dataSource.query('DELETE FROM assumption_history');
    await api.dataSource.query('DELETE FROM assumption');
    if (answer.status === 200) return null;
    const { errors } = answer.json<{ errors: { rule: string; message: string }[] }>();
    const [error] = errors;
    if (error === undefined) throw new Error(answer.text);
    return { severity: error.rule === 'plausible' ? 'give-a-reason' : 'error', message: error.message };
  }

  /** What a workbook with the values in the years of one row comes back with. */
  async function inWorkbook(values: readonly (number | string)[]) {
    const service = api.app.get(WorkbookService, { strict: false });
    const question = { ...unit(), module: MODULE } as const;
    const workbook = new Workbook();
    await workbook.xlsx.load((await service.download(question)) as unknown as ArrayBuffer);
    workbook.getWorksheet('Assumptions')?.eachRow((row) => {
      if (row.getCell(1).value !== `${PARAMETER}|${GROUP}`) return;
      values.forEach((value, index) => (row.getCell(FIRST_YEAR_COLUMN + index).value = value));
    });
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
    const { changes } = await service.difference(question, bytes);
    return changes.map(({ value, unreadable }): CellContent =>
      unreadable === null ? plainValue(value ?? 0) : { kind: 'unreadable', text: unreadable },
    );
  }

  it('gives the same verdict in the same words in the grid, for a workbook and on the server', async () => {
    const uploaded = await inWorkbook(ENTRIES.map(([, value]) => value));
    for (const [index, [text, value, severity]] of ENTRIES.entries()) {
      const typed = inGrid(contentOfText(text, definition));
      expect([text, typed?.severity ?? null]).toEqual([text, severity]);
      expect([text, inGrid(uploaded[index] ?? { kind: 'inherited' })]).toEqual([text, typed]);
      expect([text, await onServer(value)]).toEqual([text, typed]);
    }
  });

  it('takes with a reason everywhere what asks for one, and what is an error nowhere', async () => {
    for (const [text, value, severity] of ENTRIES) {
      const typed = contentOfText(text, definition);
      const explained = typed.kind === 'own' ? { ...typed, note: 'Agreed by the board' } : typed;
      const isTaken = severity !== 'error';
      expect([text, inGrid(explained) === null]).toEqual([text, isTaken]);
      expect([text, (await onServer(value, 'Agreed by the board')) === null]).toEqual([text, isTaken]);
    }
  });

  it('keeps what can’t be read as it stands, with the same words for what is typed and what is uploaded', async () => {
    const texts = ['n/a', '8,5,3', 'about 9'];
    const uploaded = await inWorkbook(texts);
    expect(uploaded).toEqual(texts.map((text) => contentOfText(text, definition)));
    expect(uploaded.map((content) => inGrid(content)?.message)).toEqual(
      texts.map((text) => `“${text}” can’t be read as a number.`),
    );
  });
});
