import { useId } from 'react';
import type { UploadProgress } from './use-upload';

interface UploadBarProps {
  readonly progress: UploadProgress | null;
  readonly onCancel: () => void;
}

/** How far an upload is, in words and as a bar, with the way out. */
export function UploadBar({ progress, onCancel }: UploadBarProps) {
  const id = useId();
  if (progress === null) return null;
  const { label, sent } = progress;
  const isRead = sent >= 1;
  return (
    <div className="wt-upload">
      <label htmlFor={id}>
        {label}: {isRead ? 'all sent, the rows are being read' : `${Math.floor(sent * 100)}% sent`}
      </label>
      {isRead ? (
        <progress id={id} className="wt-upload__bar" />
      ) : (
        <progress id={id} className="wt-upload__bar" value={sent} max={1} />
      )}
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small wt-button"
        onClick={onCancel}
      >
        Cancel
      </button>
    </div>
  );
}
