import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { apiChange } from '../api/api-client';
import { attentionQuery, type AttentionItem } from '../api/attention-queries';
import { useAnnounce } from '../shell/announcer';
import { Tag } from '../states/tag';
import { ATTENTION_TAGS, attentionAddress, attentionSentence, sentenceAddress } from './attention-words';

function ReadButton({ reportId, about }: { readonly reportId: string; readonly about: string }) {
  const queries = useQueryClient();
  const announce = useAnnounce();
  const reading = useMutation({
    mutationFn: () => apiChange<null>('POST', `/attention/reports/${reportId}/reading`),
    onSuccess: async () => {
      announce('Marked as read.');
      await queries.invalidateQueries({ queryKey: attentionQuery.queryKey });
    },
  });
  return (
    <>
      <button
        type="button"
        className="wt-link-button"
        disabled={reading.isPending}
        onClick={() => reading.mutate()}
      >
        Mark as read<span className="nhsuk-u-visually-hidden"> {about}</span>
      </button>
      {reading.isError ? (
        <span className="wt-error-text" role="alert">
          That couldn’t be noted: {reading.error.message}
        </span>
      ) : null}
    </>
  );
}

function Item({ item }: { readonly item: AttentionItem }) {
  const address = attentionAddress(item);
  const place = sentenceAddress(item);
  const sentence = attentionSentence(item);
  const name = item.organisation?.name ?? null;
  return (
    <li className="wt-attention-item">
      <Tag word={ATTENTION_TAGS[item.kind]} />
      <div>
        {name === null ? null : (
          <strong className="wt-attention-item__place">
            {address === null ? name : <Link to={address}>{name}</Link>}
            {item.scenario === null ? null : `, ${item.scenario.name}`}
          </strong>
        )}
        <span>{place === null ? sentence : <Link to={place}>{sentence}</Link>}</span>{' '}
        {item.kind === 'report-unread' && item.reportId !== null ? (
          <ReadButton reportId={item.reportId} about={sentence} />
        ) : null}
      </div>
    </li>
  );
}

/** What needs the person, the most pressing first. */
export function AttentionList({ items }: { readonly items: readonly AttentionItem[] }) {
  return (
    <ul className="wt-attention-list">
      {items.map((item, index) => (
        <Item
          key={`${item.kind} ${item.scenario?.id} ${item.organisation?.id} ${item.reportId} ${index}`}
          item={item}
        />
      ))}
    </ul>
  );
}
