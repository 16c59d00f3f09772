import type { RegisterChoice } from '../register/register-definition';

/**
 * Roles that a substitution may name. In which staff group each counts, and from when, is dated policy
 * data (`ProjectionPolicy.newRoles`).
 */
export const NEW_ROLES: readonly RegisterChoice[] = [
  { code: 'nursing-associate', label: 'Nursing associate' },
  { code: 'trainee-nursing-associate', label: 'Trainee nursing associate' },
  { code: 'advanced-practitioner', label: 'Advanced practitioner' },
  { code: 'physician-assistant', label: 'Physician assistant (formerly associate)' },
  { code: 'apprentice-physician-assistant', label: 'Apprentice physician assistant' },
  { code: 'clinical-pharmacist', label: 'Clinical pharmacist' },
  { code: 'advanced-pharmacist-practitioner', label: 'Advanced pharmacist practitioner' },
  { code: 'pharmacy-technician', label: 'Pharmacy technician' },
  { code: 'general-practitioner', label: 'GP' },
  { code: 'nurse-consultant-primary-care', label: 'Nurse consultant (primary care)' },
  { code: 'new-to-general-practice-nurse', label: 'New to general practice nurse' },
  { code: 'experienced-general-practice-nurse', label: 'Experienced general practice nurse' },
  { code: 'enhanced-practice-nurse', label: 'Enhanced practice nurse' },
  { code: 'healthcare-support-worker', label: 'Healthcare support worker' },
  { code: 'social-prescribing-link-worker', label: 'Social prescribing link worker' },
  { code: 'health-and-wellbeing-coach', label: 'Health and wellbeing coach' },
  { code: 'care-coordinator', label: 'Care co-ordinator' },
  { code: 'first-contact-physiotherapist', label: 'First contact physiotherapist' },
  { code: 'dietitian', label: 'Dietitian' },
  { code: 'podiatrist', label: 'Podiatrist' },
  { code: 'occupational-therapist', label: 'Occupational therapist' },
  { code: 'paramedic', label: 'Paramedic' },
  { code: 'mental-health-practitioner', label: 'Mental health practitioner' },
  { code: 'gp-assistant', label: 'GP assistant' },
  { code: 'digital-and-transformation-lead', label: 'Digital and transformation lead' },
];
