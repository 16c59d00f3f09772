import { useQuery } from '@tanstack/react-query';
import { auditVerificationQuery } from '../../api/administration-queries';
import type { AuditVerification } from '../../api/administration-types';
import { Listing } from '../../listings/listing';
import { useAnnounce } from '../../shell/announcer';
import { Tag } from '../../states/tag';
import { formatQuantity } from '../../words/numbers';

const PROBLEMS: Readonly<Record<string, string>> = {
  'link-missing': 'A link of the chain is missing here.',
  'entry-missing': 'The entry was removed.',
  'entry-altered': 'The entry was altered.',
  'entry-inserted': 'The entry was put in after the moment it tells of.',
  'chain-broken': 'The chain does not follow from the link before.',
  'end-missing': 'The chain ends before a head that was noted earlier.',
};

function verdict({ isIntact, sealed, unsealed, faults }: AuditVerification): string {
  const open = unsealed === 0 ? '' : ` ${formatQuantity(unsealed, 'entry', 'entries')} wait to be sealed.`;
  return isIntact
    ? `The chain is whole: ${formatQuantity(sealed, 'entry', 'entries')}.${open}`
    : `The chain is broken at ${formatQuantity(faults.length, 'place')}.${open}`;
}

function Result({ verification }: { readonly verification: AuditVerification }) {
  const { isIntact, faults, head } = verification;
  return (
    <>
      <p>
        <Tag word={isIntact ? { text: 'Whole', colour: 'green' } : { text: 'Broken', colour: 'red' }} />{' '}
        {verdict(verification)}
      </p>
      {head === null ? null : (
        <p className="wt-secondary">
          Head {head.position}: <code className="wt-code">{head.sha256}</code>. Note it elsewhere: with it a
          later check tells whether the end was cut off.
        </p>
      )}
      {faults.length === 0 ? null : (
        <Listing
          title="What is wrong with the chain"
          columns={[
            {
              heading: 'Position',
              kind: 'number',
              cell: ({ position }) => position,
              value: ({ position }) => position,
            },
            {
              heading: 'Entry',
              kind: 'number',
              cell: ({ auditSeq }) => auditSeq,
              value: ({ auditSeq }) => auditSeq,
            },
            {
              heading: 'What',
              kind: 'wide',
              cell: ({ problem }) => PROBLEMS[problem] ?? problem,
              value: ({ problem }) => PROBLEMS[problem] ?? problem,
            },
          ]}
          rows={faults}
          rowKey={({ position, problem }) => `${position} ${problem}`}
          empty=""
        />
      )}
    </>
  );
}

/** Walks the hash chain when asked, and says what it found. */
export function VerificationCard() {
  const announce = useAnnounce();
  const verification = useQuery(auditVerificationQuery({}));
  const check = async () => {
    const { data } = await verification.refetch();
    if (data !== undefined) announce(verdict(data));
  };
  return (
    <section className="wt-card" aria-labelledby="chain">
      <h2 className="nhsuk-heading-m wt-card__heading" id="chain">
        Is it complete and unaltered?
      </h2>
      {verification.data === undefined ? (
        <p className="wt-secondary">Not checked yet on this page.</p>
      ) : (
        <Result verification={verification.data} />
      )}
      {verification.isError ? (
        <p className="nhsuk-error-message" role="alert">
          {verification.error.message}
        </p>
      ) : null}
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small wt-button"
        disabled={verification.isFetching}
        onClick={() => void check()}
      >
        {verification.isFetching ? 'Checking the chain' : 'Check the chain'}
      </button>
    </section>
  );
}
