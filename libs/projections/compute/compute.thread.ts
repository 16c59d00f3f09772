import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { Analysis } from '#modules/analysis';
import type { ProjectionInput, ProjectionOutput } from '#modules/projection';
import { drawPart, layOut, type RangesEngine } from '../ranges/draw-part';
import { resultSha256 } from '../series/result-hash';
import { encodeSeries, groupSeriesOf } from '../series/series.codec';
import type { AnalysisTask, ComputeTask, ComputedResult, ThreadMessage, ThreadTask } from './computed-result';

/** What an engine bundle exports. */
interface EngineBundle extends RangesEngine {
  readonly project: (input: ProjectionInput, onProgress: (share: number) => void) => ProjectionOutput;
  readonly analyse: (input: ProjectionInput, analysis: Analysis) => object;
}

/** Bundles are CommonJS files that are only known by their path. */
const loadBundle = createRequire(__filename);

function bundleOf({ bundlePath }: Pick<ComputeTask, 'bundlePath'>): EngineBundle {
  return loadBundle(bundlePath) as EngineBundle;
}

function sendProgress(share: number): void {
  send({ kind: 'progress', share });
}

function compute({ bundlePath, input }: ComputeTask): ComputedResult {
  const given = JSON.parse(input) as ProjectionInput;
  const output = bundleOf({ bundlePath }).project(given, sendProgress);
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
  const { analyse: answer } = bundleOf({ bundlePath });
  return JSON.stringify(answer(JSON.parse(input) as ProjectionInput, JSON.parse(analysis) as Analysis));
}

function answerOf(task: ThreadTask): ThreadMessage {
  if ('analysis' in task) return { kind: 'analysed', answer: analyse(task) };
  if ('shared' in task) return { kind: 'ranged', part: drawPart(task, bundleOf(task), sendProgress) };
  if ('layOut' in task) return { kind: 'laid-out', ...layOut(task, bundleOf(task)) };
  if ('question' in task) throw new RangeError('the engine threads answer questions about projections only');
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
