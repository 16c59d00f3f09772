import { addressOfForm, formOfAddress } from './plan-form-address';
import { firstForm, type PlanForm } from './plan-form-state';
import { formOfRequest, requestOf } from './plan-request';
import type { PlanOffer } from './proposal-types';

const lever = (key: string, part: Partial<PlanOffer['levers'][number]> = {}) => ({
  lever: key,
  staffGroup: 'nurses',
  label: 'Overseas offers',
  unit: 'offer',
  most: [0.02, 0.02],
  mostPer: 'head' as const,
  ramp: 0.01,
  leadMonths: 3,
  unitCost: 500,
  costPer: 'organisation' as const,
  source: 'Judgement',
  ...part,
});

const limit = (kind: string, part: Partial<PlanOffer['limits'][number]> = {}) => ({
  kind,
  staffGroup: 'nurses',
  label: 'Shortfall',
  sense: 'at-most' as const,
  unit: 'fte' as const,
  usual: null,
  ...part,
});

const OFFER: PlanOffer = {
  years: [
    { year: 2026, label: '2026/27' },
    { year: 2027, label: '2027/28' },
  ],
  staffGroups: [
    { code: 'nurses', name: 'Nurses' },
    { code: 'midwives', name: 'Midwives' },
  ],
  levers: [
    lever('overseas-offers'),
    lever('retention', { mostPer: 'organisation', most: [5, 5], label: 'Retention programme' }),
    lever('overseas-offers', { staffGroup: 'midwives' }),
  ],
  limits: [
    limit('shortfall'),
    limit('shortfall', { staffGroup: 'midwives' }),
    limit('pay-bill', { staffGroup: null, unit: 'times-planned', usual: 1.01, label: 'Pay bill' }),
  ],
};

const CHANGED: PlanForm = {
  ...firstForm(OFFER),
  objective: 'least-shortfall',
  futures: '20',
  bounds: { ...firstForm(OFFER).bounds, 'nurses.shortfall.2026': '12', '.pay-bill.2027': '' },
  out: ['retention'],
  most: { 'overseas-offers': '3%' },
  cost: { 'overseas-offers': '900' },
  pools: { 'overseas-offers.2026': '40', 'overseas-offers.2027': '60' },
};

const restored = (form: PlanForm): PlanForm =>
  formOfAddress(OFFER, addressOfForm(OFFER, form, new URLSearchParams()));

describe('the form that asks for a plan', () => {
  it('starts with half the shortfall of the last year, or of the year and staff group that a gap leads from', () => {
    expect(firstForm(OFFER).bounds).toMatchObject({
      'nurses.shortfall.2027': '50%',
      '.pay-bill.2026': '101%',
    });
    const { bounds } = formOfAddress(OFFER, new URLSearchParams('group=midwives&year=2026'));
    expect(bounds['midwives.shortfall.2026']).toBe('50%');
    expect(bounds['midwives.shortfall.2027']).toBeUndefined();
  });

  it('is restored from its address, and leaves the rest of the address alone', () => {
    expect(restored(CHANGED)).toEqual(CHANGED);
    const address = addressOfForm(OFFER, firstForm(OFFER), new URLSearchParams('proposal=p&out=retention'));
    expect(address.toString()).toBe('proposal=p');
  });

  it('passes over what an address names and nothing offers', () => {
    const wrong = new URLSearchParams('group=cooks&year=1999&find=luck&futures=7&out=magic&most.magic=2');
    expect(formOfAddress(OFFER, wrong)).toEqual(firstForm(OFFER));
  });

  it('asks for what is typed', () => {
    const { request, faults } = requestOf(OFFER, CHANGED);
    expect(faults).toEqual([]);
    expect(request).toMatchObject({
      objective: 'least-shortfall',
      draws: 20,
      limits: [
        { kind: 'shortfall', year: 2026, bound: 12, basis: 'amount' },
        { kind: 'shortfall', year: 2027, bound: 0.5, basis: 'of-planned' },
        { kind: 'pay-bill', year: 2026, bound: 1.01, basis: 'of-planned' },
      ],
      levers: [{ lever: 'overseas-offers', most: [0.03, 0.03], unitCost: 900, pool: [40, 60] }],
    });
  });

  it('reads again from what was asked what can be typed', () => {
    const { request } = requestOf(OFFER, CHANGED);
    const { request: again } = requestOf(OFFER, formOfRequest(OFFER, request));
    expect(again).toEqual(request);
  });

  it('takes a blank most as none, and says which field is wrong', () => {
    const form = { ...CHANGED, most: { 'overseas-offers': '' }, cost: { 'overseas-offers': 'dear' } };
    const { request, faults } = requestOf(OFFER, form);
    expect(request.levers[0]?.most).toEqual([null, null]);
    expect(faults).toEqual([
      { field: 'cost-overseas-offers', message: 'Overseas offers: “dear” is no number of 0 or more.' },
    ]);
  });

  it('wants a shared pool filled in for every year or for none', () => {
    const { faults } = requestOf(OFFER, { ...CHANGED, pools: { 'overseas-offers.2026': '40' } });
    expect(faults).toEqual([
      {
        field: 'pool-overseas-offers.2027',
        message: 'Overseas offers that all share: 2027/28 is blank. Fill in every year, or none.',
      },
    ]);
  });
});
