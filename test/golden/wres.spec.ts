import {
  appointmentShareFromShortlist,
  relativeLikelihood,
  requiredAppointmentShare,
} from '#modules/representation';

import vector from './vectors/wres.json';

describe('workforce race equality standard', () => {
  it('meets the published relative likelihood of appointment', () => {
    const {
      white_appointed_of_shortlisted,
      bme_appointed_of_shortlisted,
      expect: expected,
    } = vector.indicator_2;
    const likelihood = relativeLikelihood(white_appointed_of_shortlisted, bme_appointed_of_shortlisted);
    expect(likelihood?.toFixed(1)).toBe(expected.toFixed(1));
    expect(relativeLikelihood(0.3, 0)).toBeNull();
  });

  it('finds the share of appointments that reaches a target', () => {
    const {
      start,
      target,
      annual_exit,
      years,
      expect: expected,
      tolerance,
    } = vector.required_appointment_share;
    const found = requiredAppointmentShare({ start, target, annualExit: annual_exit, years });
    expect(found.feasibility).toBe('feasible');
    expect(Math.abs((found.share ?? NaN) - expected)).toBeLessThan(tolerance);
  });

  it('says so when no appointment policy can reach the target, or none is needed', () => {
    const soon = requiredAppointmentShare({ start: 0.05, target: 0.5, annualExit: 0.1, years: 2 });
    expect(soon.feasibility).toBe('beyond-all-appointments');
    expect(soon.share).toBeGreaterThan(1);
    const frozen = requiredAppointmentShare({ start: 0.05, target: 0.5, annualExit: 0, years: 5 });
    expect(frozen).toEqual({ share: null, feasibility: 'beyond-all-appointments' });
    const falling = requiredAppointmentShare({ start: 0.5, target: 0.1, annualExit: 0.1, years: 2 });
    expect(falling.feasibility).toBe('reached-without');
  });

  it('carries the required share forward to exactly the target', () => {
    const { start, target, annual_exit, years } = vector.required_appointment_share;
    const { share } = requiredAppointmentShare({ start, target, annualExit: annual_exit, years });
    let held = start;
    for (let year = 0; year < years; year += 1)
      held = held * (1 - annual_exit) + annual_exit * (share ?? NaN);
    expect(held).toBeCloseTo(target, 12);
  });

  it('turns a shortlist into a share of appointments', () => {
    const {
      shortlist_share,
      relative_likelihood,
      expect: expected,
      tolerance,
    } = vector.appointment_share_from_shortlist;
    const share = appointmentShareFromShortlist(shortlist_share, relative_likelihood);
    expect(Math.abs(share - expected)).toBeLessThan(tolerance);
    expect(appointmentShareFromShortlist(shortlist_share, 1)).toBeCloseTo(shortlist_share, 12);
  });
});
