import { useEffect, useState } from 'react';
import { Failure } from '../states/failure';
import type { Answer } from './use-answer';

function useSeconds(isRunning: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (!isRunning) return undefined;
    const start = Date.now();
    const timer = window.setInterval(() => setSeconds(Math.round((Date.now() - start) / 1000)), 1000);
    return () => window.clearInterval(timer);
  }, [isRunning]);
  return seconds;
}

interface AnswerStateProps {
  readonly answer: Pick<Answer<unknown>, 'error' | 'isWorking' | 'done' | 'all' | 'cancel' | 'again'>;
  /** What is being worked out, for instance `what matters most`. */
  readonly what: string;
  readonly onCancel: () => void;
}

/** How far a question is that takes the engine a while; it can be given up. */
export function AnswerState({ answer, what, onCancel }: AnswerStateProps) {
  const seconds = useSeconds(answer.isWorking);
  if (answer.error !== null && !answer.isWorking) {
    return <Failure error={answer.error} what={what} onRetry={answer.again} />;
  }
  const share = answer.all > 1 ? `${answer.done} of ${answer.all} organisations` : `${seconds} s`;
  const cancel = () => {
    answer.cancel();
    onCancel();
  };
  return (
    <div className="wt-working">
      <p role="status">Working out {what}. This takes some seconds for each organisation.</p>
      <p className="wt-working__progress">
        <progress
          className="wt-progress"
          aria-label={`Working out ${what}`}
          max={answer.all > 1 ? answer.all : undefined}
          value={answer.all > 1 ? answer.done : undefined}
        />
        <span>{share}</span>
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small wt-button"
          onClick={cancel}
        >
          Cancel
        </button>
      </p>
    </div>
  );
}
