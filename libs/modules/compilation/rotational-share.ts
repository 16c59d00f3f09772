import type { ProjectionInput, StaffGroupInput } from '../projection/projection-input';
import type { ProjectionNotice } from '../projection/projection-output';
import { registerRows } from '../register/register-rows';
import { ROTATIONAL_POSTS } from '../training-supply/rotational-posts.register';
import type { AssumptionReader } from './assumption-reader';
import type { Compiled } from './compile-context';

/**
 * The group without the rotational trainees in its baseline, who are posts times fill rate and not stock:
 * the share stated, of people, FTE and (by their FTE) the funded posts loaded. Without registered posts
 * nobody is taken out: they would count nowhere.
 */
export function withoutRotationalTrainees(
  group: StaffGroupInput,
  input: ProjectionInput,
  assumptions: AssumptionReader,
): Compiled<StaffGroupInput> {
  const share = assumptions.atStart('training-supply.rotational-share-at-start', group.code);
  const isRegistered = registerRows(input, ROTATIONAL_POSTS).some(
    (row) => row.text('staffGroup') === group.code && !row.has('host'),
  );
  if (share === 0) return { part: group, notices: isRegistered && group.medical ? [notSplit(group)] : [] };
  if (!isRegistered) return { part: group, notices: [notRegistered(group, share)] };
  const trainees = { headcount: group.headcount * share, fte: group.fte * share };
  const { establishment } = group;
  return {
    part: {
      ...group,
      headcount: group.headcount - trainees.headcount,
      fte: group.fte - trainees.fte,
      ...(establishment === undefined ? {} : { establishment: Math.max(0, establishment - trainees.fte) }),
    },
    notices: [takenOut(group, trainees.fte)],
  };
}

function notSplit({ code, name }: StaffGroupInput): ProjectionNotice {
  const message = `${name}: rotational posts are registered, but no share of the baseline is stated to be rotational trainees; those whom the baseline holds count in both.`;
  return { code: 'rotational-baseline-not-split', staffGroup: code, message, amount: null };
}

function notRegistered({ code, name }: StaffGroupInput, share: number): ProjectionNotice {
  const message = `${name}: a share of the baseline is stated to be rotational trainees, but no rotational posts are registered; they stay in the stock.`;
  return { code: 'rotational-posts-missing', staffGroup: code, message, amount: share };
}

function takenOut({ code, name }: StaffGroupInput, fte: number): ProjectionNotice {
  const message = `${name}: rotational trainees are taken out of the stock and its posts by this many WTE; they are a line of their own.`;
  return { code: 'rotational-trainees-apart', staffGroup: code, message, amount: fte };
}
