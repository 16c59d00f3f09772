import { parentPort } from 'node:worker_threads';
import type { ProjectionInput, ProjectionOutput } from '#modules/projection';
import { resultSha256 } from '../series/result-hash';
import { encodeSeries, groupSeriesOf } from '../series/series.codec';
import type { ComputeTask, ComputedResult, ThreadMessage } from './computed-result';

/** What an engine bundle exports. */
interface EngineBundle {
  readonly project: (input: ProjectionInput) => ProjectionOutput;
}

/** Share of the work that is done once the engine has answered and its series are still to be encoded. */
const SIMULATED = 0.9;

function compute({ bundlePath, input }: ComputeTask): ComputedResult {
  const bundle = require(bundlePath) as EngineBundle;
  const output = bundle.project(JSON.parse(input) as ProjectionInput);
  send({ kind: 'progress', share: SIMULATED });
  const groups = output.staffGroups.map((group) => ({
    code: group.code,
    content: encodeSeries(groupSeriesOf(output.months, group)),
  }));
  return { groups, notices: output.notices, resultSha256: resultSha256(groups) };
}

function send(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}

parentPort?.on('message', (task: ComputeTask) => {
  try {
    const result = compute(task);
    send({ kind: 'done', result });
  } catch (error) {
    send({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});
