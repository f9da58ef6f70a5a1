import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { RiskDegree, RiskLevel, RiskScope } from '@shelter-city/contract/vocabulary';
import type { Shape, Tone } from '../design/badge.tsx';

export const riskLevelWords: Record<RiskLevel, MessageDescriptor> = { LOW: msg`Low`, MEDIUM: msg`Medium`, HIGH: msg`High`, CRITICAL: msg`Critical` };
export const riskLevelMarks: Record<RiskLevel, { readonly shape: Shape; readonly tone: Tone }> = {
  LOW: { shape: 'ring', tone: 'neutral' },
  MEDIUM: { shape: 'half', tone: 'warn' },
  HIGH: { shape: 'full', tone: 'warn' },
  CRITICAL: { shape: 'triangle', tone: 'bad' },
};
export const riskScopeWords: Record<RiskScope, MessageDescriptor> = {
  PERSON: msg`The person`, FAMILY: msg`The family`, ORGANISATION: msg`The organisation`, COUNTRY: msg`The country`, HOST_CITY: msg`The host city`, DIGITAL: msg`Digital`,
};
export const riskDegreeWords: Record<RiskDegree, MessageDescriptor> = {
  DIRECT_RISK: msg`Direct risk`, DIFFICULT_ENVIRONMENT: msg`Difficult environment`, NEED_OF_RESPITE: msg`Need of respite`,
};
