import { useState } from 'react';
import { useAnnounce } from '../shell/announcer';

interface PasswordPanelProps {
  readonly person: string;
  readonly password: string;
  readonly onClose: () => void;
}

/** A password that is shown once: it is nowhere in the address or in storage. */
export function PasswordPanel({ person, password, onClose }: PasswordPanelProps) {
  const announce = useAnnounce();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(password);
    setCopied(true);
    announce('Password copied.');
  };
  return (
    <section className="wt-entry-form" aria-label={`Password of ${person}`}>
      <h3 className="nhsuk-heading-s wt-card__heading">Password of {person}</h3>
      <p>It is shown this once. Hand it over in person or by telephone, not by email.</p>
      <p>
        <output className="wt-password">{password}</output>
      </p>
      <p className="wt-attention__actions">
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small wt-button"
          onClick={() => void copy()}
        >
          {isCopied ? 'Copied' : 'Copy'}
        </button>
        <button type="button" className="wt-link-button" onClick={onClose}>
          Close
        </button>
      </p>
    </section>
  );
}
