import { useQuery } from '@tanstack/react-query';
import { roundsQuery } from '../api/queries';
import type { Round } from '../api/types';
import { PageTitle } from '../shell/page-title';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import { AttentionCard } from './attention-card';
import { MyOrganisationsCard } from './my-organisations-card';
import { RoundCard } from './round-card';

/** How soon a change is noticed, while figures are on their way and after. */
const RECALCULATING_MILLISECONDS = 3_000;
const SETTLED_MILLISECONDS = 15_000;

const isOnItsWay = ({ plans }: Round): boolean =>
  plans.some(({ freshness }) => freshness.state === 'recalculating');

function Rounds() {
  const rounds = useQuery({
    ...roundsQuery,
    refetchInterval: ({ state }) =>
      state.data?.some(isOnItsWay) === true ? RECALCULATING_MILLISECONDS : SETTLED_MILLISECONDS,
  });
  if (rounds.isPending) return <Loading what="rounds and plans" rows={6} />;
  if (rounds.data === undefined) {
    return <Failure error={rounds.error} what="the rounds and plans" onRetry={() => void rounds.refetch()} />;
  }
  if (rounds.data.length === 0) {
    return (
      <section className="wt-card">
        <h3 className="nhsuk-heading-m">No planning rounds yet</h3>
        <p>When an administrator opens a planning round, its system plans are listed here.</p>
      </section>
    );
  }
  return rounds.data.map((round) => <RoundCard key={round.id} round={round} />);
}

/** What is the person's own; someone without any role has nothing, and is told so once. */
function Own() {
  const rounds = useQuery(roundsQuery);
  if (rounds.isError && rounds.data === undefined) return null;
  return (
    <>
      <AttentionCard />
      <MyOrganisationsCard />
    </>
  );
}

/** Where everybody starts: what needs them, their own organisations, and where each round stands. */
export default function HomePage() {
  return (
    <>
      <PageTitle parts={['Home']} />
      <h1 className="nhsuk-heading-l wt-page-heading">Home</h1>
      <Own />
      <h2 className="nhsuk-heading-l wt-page-heading">Rounds and plans</h2>
      <Rounds />
    </>
  );
}
