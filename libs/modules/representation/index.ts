export { appointmentShares, type AppointmentShares } from './appointment-shares';
export { compileJoinerProfiles, type JoinerProfiles } from './compile';
export * from './equality-indicators';
export { REPRESENTATION_PARAMETERS } from './parameters';
export {
  requiredShareOnProjection,
  shareWithAppointments,
  type AppointmentQuestion,
  type RequiredShareOnProjection,
} from './required-share';
export {
  appointmentShareFromShortlist,
  relativeLikelihood,
  requiredAppointmentShare,
  requiredShareWithRemaining,
  type RepresentationTarget,
  type RequiredAppointmentShare,
} from './wres';
