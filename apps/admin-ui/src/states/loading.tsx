import { useEffect, useState } from 'react';

/** Reserves the room of what is being read; says so only if it takes long enough to be noticed. */
export function Loading({ what, rows = 4 }: { readonly what: string; readonly rows?: number }) {
  const [noticeable, setNoticeable] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setNoticeable(true), 300);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <div className="wt-loading" aria-busy="true">
      <p className="wt-secondary" role="status">
        {noticeable ? `Loading ${what}` : ' '}
      </p>
      <div aria-hidden="true">
        {Array.from({ length: rows }, (_, index) => (
          <div key={index} className="wt-loading__row" />
        ))}
      </div>
    </div>
  );
}
