export { compileJoinerProfiles, type JoinerProfiles } from './compile';
export { REPRESENTATION_PARAMETERS } from './parameters';
export {
  appointmentShareFromShortlist,
  relativeLikelihood,
  requiredAppointmentShare,
  type RepresentationTarget,
  type RequiredAppointmentShare,
} from './wres';
