import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { parentPort } from 'node:worker_threads';
import type { Analysis } from '#modules/analysis';
import type { ProjectionInput, ProjectionOutput } from '#modules/projection';
import type { RangesOfSum, SumQuestion } from '#modules/uncertainty';
import { decodeDraws, encodeDraws } from '../ranges/draw-sum.codec';
import { resultSha256 } from '../series/result-hash';
import { encodeSeries, groupSeriesOf } from '../series/series.codec';
import type {
  AnalysisTask,
  ComputeTask,
  ComputedResult,
  RangesResult,
  RangesTask,
  ThreadMessage,
  ThreadTask,
} from './computed-result';

/** What an engine bundle exports. */
interface EngineBundle {
  readonly project: (input: ProjectionInput, onProgress: (share: number) => void) => ProjectionOutput;
  readonly analyse: (input: ProjectionInput, analysis: Analysis) => object;
  readonly rangesOfSum: (question: SumQuestion, onProgress: (share: number) => void) => RangesOfSum;
}

/** Bundles are CommonJS files that are only known by their path. */
const loadBundle = createRequire(__filename);

function compute({ bundlePath, input }: ComputeTask): ComputedResult {
  const bundle = loadBundle(bundlePath) as EngineBundle;
  const onProgress = (share: number): void => send({ kind: 'progress', share });
  const given = JSON.parse(input) as ProjectionInput;
  const output = bundle.project(given, onProgress);
  const groups = output.staffGroups.map((group) => ({
    code: group.code,
    content: encodeSeries(groupSeriesOf(output.months, group)),
  }));
  const openings = given.staffGroups.map((group) => ({
    code: group.code,
    basis: group.basis,
    profileSource: group.profileSource,
    headcount: group.headcount,
    fte: group.fte,
    establishment: group.establishment ?? null,
  }));
  return { groups, openings, notices: output.notices, resultSha256: resultSha256(groups) };
}

function analyse({ bundlePath, input, analysis }: AnalysisTask): string {
  const bundle = loadBundle(bundlePath) as EngineBundle;
  return JSON.stringify(
    bundle.analyse(JSON.parse(input) as ProjectionInput, JSON.parse(analysis) as Analysis),
  );
}

function drawRanges(task: RangesTask): RangesResult {
  const bundle = loadBundle(task.bundlePath) as EngineBundle;
  const { members, sum, yearEnds } = bundle.rangesOfSum(
    {
      inputs: inputsOf(task.inputs),
      inputCount: task.inputs.length,
      sums: task.sums.map(decodeDraws),
      draws: task.draws,
      seed: task.seed,
    },
    (share) => send({ kind: 'progress', share }),
  );
  const pack = (ranges: object): Uint8Array => gzipSync(JSON.stringify(ranges));
  return {
    members: members.map(({ ranges }) => pack(ranges)),
    sum: pack(sum),
    yearEnds: gzipSync(encodeDraws(yearEnds)),
  };
}

/** One input at a time: a system's inputs together would not fit beside its draws. */
function* inputsOf(texts: readonly string[]): Iterable<ProjectionInput> {
  for (const text of texts) yield JSON.parse(text) as ProjectionInput;
}

function answerOf(task: ThreadTask): ThreadMessage {
  if ('analysis' in task) return { kind: 'analysed', answer: analyse(task) };
  if ('inputs' in task) return { kind: 'ranged', result: drawRanges(task) };
  return { kind: 'done', result: compute(task) };
}

function send(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}

parentPort?.on('message', (task: ThreadTask) => {
  try {
    send(answerOf(task));
  } catch (error) {
    send({ kind: 'failed', ...describe(error) });
  }
});

function describe(error: unknown): { readonly message: string; readonly code: string | null } {
  if (!(error instanceof Error)) return { message: String(error), code: null };
  const code: unknown = Reflect.get(error, 'code');
  return { message: error.message, code: typeof code === 'string' ? code : null };
}
