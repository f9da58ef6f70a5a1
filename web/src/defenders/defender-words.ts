import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AccessNeed, ApplicationStatus, Gender, PublicityLevel, Theme } from '@shelter-city/contract/vocabulary';
import type { Shape, Tone } from '../design/badge.tsx';

export const applicationStatusWords: Record<ApplicationStatus, MessageDescriptor> = {
  RECEIVED: msg`Received`,
  TRIAGE: msg`Triage`,
  VETTING: msg`Vetting`,
  SHORTLISTED: msg`Shortlisted`,
  SELECTED: msg`Selected`,
  INELIGIBLE: msg`Not eligible`,
  REJECTED: msg`Rejected`,
  RESERVE: msg`Reserve list`,
  NOT_SELECTED: msg`Not selected`,
  WITHDRAWN: msg`Withdrawn`,
  DEFERRED: msg`Deferred`,
};

export const applicationStatusMarks: Record<ApplicationStatus, { readonly shape: Shape; readonly tone: Tone }> = {
  RECEIVED: { shape: 'ring', tone: 'neutral' },
  TRIAGE: { shape: 'dashed-ring', tone: 'neutral' },
  VETTING: { shape: 'dashed-ring', tone: 'accent' },
  SHORTLISTED: { shape: 'half', tone: 'accent' },
  SELECTED: { shape: 'check', tone: 'ok' },
  INELIGIBLE: { shape: 'cross', tone: 'neutral' },
  REJECTED: { shape: 'cross', tone: 'neutral' },
  RESERVE: { shape: 'half', tone: 'warn' },
  NOT_SELECTED: { shape: 'minus', tone: 'neutral' },
  WITHDRAWN: { shape: 'minus', tone: 'neutral' },
  DEFERRED: { shape: 'arrow', tone: 'warn' },
};

export const themeWords: Record<Theme, MessageDescriptor> = {
  WOMENS_RIGHTS: msg`Women’s rights`,
  LGBTI: msg`LGBTI+`,
  ENVIRONMENT_AND_LAND: msg`Environment and land`,
  INDIGENOUS_PEOPLES: msg`Indigenous peoples`,
  PRESS_FREEDOM: msg`Press freedom`,
  ANTI_CORRUPTION: msg`Anti-corruption`,
  ENFORCED_DISAPPEARANCE: msg`Enforced disappearance`,
  MINORITIES: msg`Minorities`,
  CHILDREN: msg`Children`,
  LABOUR: msg`Labour`,
  DIGITAL_RIGHTS: msg`Digital rights`,
  ACCESS_TO_JUSTICE: msg`Access to justice`,
};

export const needWords: Record<AccessNeed, MessageDescriptor> = {
  STEP_FREE: msg`Step-free`,
  SLEEPS_ALONE: msg`Sleeps alone`,
  WOMEN_ONLY: msg`Women only`,
  QUIET: msg`Quiet`,
  PRAYER_SPACE: msg`Space to pray`,
  DIET: msg`Diet`,
  CARE_NEARBY: msg`Care nearby`,
};

export const publicityWords: Record<PublicityLevel, MessageDescriptor> = {
  NEVER: msg`Never`,
  AFTER_RETURN: msg`After the return`,
  OFFLINE_ONLY: msg`Offline only`,
  EACH_TIME: msg`Each time with approval`,
  FREE: msg`Free`,
};

export const genderWords: Record<Gender, MessageDescriptor> = {
  WOMAN: msg`Woman`,
  MAN: msg`Man`,
  NON_BINARY: msg`Non-binary`,
  OTHER: msg`Other`,
  NOT_SAID: msg`Not said`,
};

