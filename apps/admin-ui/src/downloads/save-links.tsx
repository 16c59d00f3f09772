import { useState } from 'react';
import { useAnnounce } from '../shell/announcer';

/** One format that something can be saved in. */
export interface SaveFormat {
  readonly name: 'PNG' | 'SVG' | 'CSV';
  readonly save: () => void | Promise<void>;
}

/** The formats that a chart or a table can be saved in, as a row of quiet buttons. */
export function SaveLinks({
  title,
  formats,
}: {
  readonly title: string;
  readonly formats: readonly SaveFormat[];
}) {
  const announce = useAnnounce();
  const [failed, setFailed] = useState<string | null>(null);
  const run = async ({ name, save }: SaveFormat) => {
    try {
      await save();
      setFailed(null);
      announce(`${title} saved as ${name}.`);
    } catch {
      setFailed(name);
    }
  };
  return (
    <div className="wt-save-links">
      <ul className="wt-save-links__list">
        {formats.map((format) => (
          <li key={format.name}>
            <button type="button" className="wt-link-button" onClick={() => void run(format)}>
              Save {format.name}
              <span className="nhsuk-u-visually-hidden"> of {title}</span>
            </button>
          </li>
        ))}
      </ul>
      {failed === null ? null : (
        <p className="wt-error-text" role="alert">
          {failed} couldn’t be made. Try again.
        </p>
      )}
    </div>
  );
}
