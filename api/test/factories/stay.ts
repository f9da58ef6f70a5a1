import type { StayStatus } from '@shelter-city/contract/vocabulary';
import type pg from 'pg';
import { insertId, type Values } from './insert.ts';

type Stay = Values & {
  readonly defenderId: string;
  readonly placeId: string;
  readonly cityId: string;
  readonly status?: StayStatus;
  readonly arrivesOn: string;
  readonly departsOn: string;
};

const hasArrived: readonly StayStatus[] = [
  'IN_STAY',
  'DEPARTED',
  'CUT_SHORT',
  'TRANSFERRED',
  'CLOSED',
];
const hasEnded: readonly StayStatus[] = ['DEPARTED', 'CUT_SHORT', 'TRANSFERRED', 'CLOSED'];
const needsAReason: Partial<Record<StayStatus, string>> = {
  DECLINED: 'STAFF_ABSENT',
  CANCELLED: 'PLACE_LOST',
  CUT_SHORT: 'FAMILY',
};

/** A stay in any state, with what that state asks for. An occupying one needs confirmed capacity under it. */
export function aStay(owner: pg.Pool, stay: Stay): Promise<string> {
  const status = stay.status ?? 'DRAFT';
  return insertId(owner, 'stay', {
    status,
    ...(status !== 'DRAFT' && {
      whyThisCity: 'The language fits, and the place is quiet.',
      proposedAt: new Date('2026-01-20T10:00:00Z'),
    }),
    ...(status === 'PROPOSED' && { holdExpiresAt: new Date('2099-01-01T00:00:00Z') }),
    ...(status !== 'DRAFT' &&
      status !== 'PROPOSED' && { answeredAt: new Date('2026-01-21T10:00:00Z') }),
    ...(hasArrived.includes(status) && { actualArrivesOn: stay.arrivesOn }),
    ...(hasEnded.includes(status) && { actualDepartsOn: stay.departsOn }),
    reasonCode: needsAReason[status],
    ...stay,
  });
}
