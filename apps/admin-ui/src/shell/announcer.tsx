import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';

type Announce = (text: string) => void;

const AnnouncerContext = createContext<Announce>(() => undefined);

/** Speaks a sentence to people who use a screen reader, without moving their focus. */
export function useAnnounce(): Announce {
  return useContext(AnnouncerContext);
}

/** Owns the page's one polite live region. The same sentence twice is spoken twice. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [message, setMessage] = useState({ text: '', count: 0 });
  const announce = useCallback<Announce>((text) => {
    setMessage((last) => ({ text, count: last.count + 1 }));
  }, []);
  const spoken = useMemo(() => message.text + (message.count % 2 === 0 ? '' : ' '), [message]);
  return (
    <AnnouncerContext value={announce}>
      {children}
      <div role="status" aria-live="polite" className="nhsuk-u-visually-hidden" data-testid="announcements">
        {spoken}
      </div>
    </AnnouncerContext>
  );
}
