const PAPERS = [
  {
    name: 'system-plan',
    label: 'The plan',
    formats: { docx: 'Word', pdf: 'PDF', xlsx: 'Excel' },
  },
  {
    name: 'public-summary',
    label: 'Public summary',
    formats: { html: 'Web page', docx: 'Word', pdf: 'PDF' },
  },
] as const;

interface PaperLinksProps {
  readonly documentId: string;
  readonly version: number;
}

/** A frozen version of a system plan as papers to read and print. */
export function PaperLinks({ documentId, version }: PaperLinksProps) {
  return (
    <>
      {PAPERS.map(({ name, label, formats }) => (
        <div key={name}>
          {label}:{' '}
          {Object.entries(formats).map(([format, word], place) => (
            <span key={format}>
              {place === 0 ? '' : ', '}
              <a href={`/api/sign-off/${documentId}/versions/${version}/${name}.${format}`} download>
                {word}
                <span className="nhsuk-u-visually-hidden">
                  {' '}
                  of {label.toLowerCase()}, version {version}
                </span>
              </a>
            </span>
          ))}
        </div>
      ))}
    </>
  );
}
