import type { DisclosureView } from '@shelter-city/contract/disclosure';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { disclosurePhase } from '@shelter-city/domain/disclosure/what-a-city-sees';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Clock } from '../config/clock.ts';
import { CaseStandingRepository, type CaseStanding } from '../defenders/case-standing.repository.ts';
import { DisclosureRepository, type Disclosed } from './disclosure.repository.ts';

type Now = { readonly now: Date; readonly today: CalendarDate };

/** What of a person is open to whom, as one asker may see it now. */
@Injectable()
export class DisclosureViews {
  constructor(
    private readonly disclosed: DisclosureRepository,
    private readonly standings: CaseStandingRepository,
    private readonly clock: Clock,
  ) {}

  /** Joins the transaction that is open. */
  async of(actor: Actor, defenderId: string): Promise<DisclosureView> {
    const disclosed = await this.disclosed.of(defenderId, actor.accountId);
    const now = { now: this.clock.now(), today: this.clock.today() };
    return present(actor, disclosed, await this.standings.of(defenderId), now);
  }
}

function present(actor: Actor, disclosed: Disclosed, { onCase, openUntil }: CaseStanding, now: Now): DisclosureView {
  const { sharesName, sharesContact, companions, stays, grants, alerts, noteGrants } = disclosed;
  return {
    sharing: { name: sharesName, contact: sharesContact },
    companions: [...companions],
    stays: stays.map(({ id, city, status }) => ({ id, city, status })),
    grants: grants.map(({ status, departsOn, ...grant }) => ({ ...grant, isOpen: runs(grant, now) && isGuest({ status, departsOn }, now) })),
    standing: { onCase, openUntil: openUntil?.toISOString() ?? null },
    alerts: alerts.map(({ id, kind, by, reason, at }) => ({ id, kind, by, reason, at })),
    noteGrants: noteGrants.map((grant) => {
      const standsStill = runs(grant, now);
      const isMine = grant.askedBy.id === actor.accountId;
      return {
        ...grant,
        isOpen: standsStill && grant.approvedAt !== null,
        may: {
          approve: standsStill && grant.approvedAt === null && actor.riskCleared && !isMine,
          withdraw: standsStill && (isMine || actor.riskCleared),
        },
      };
    }),
  };
}

const runs = ({ withdrawnAt, expiresAt }: { readonly withdrawnAt: string | null; readonly expiresAt: string }, { now }: Now): boolean =>
  withdrawnAt === null && new Date(expiresAt) > now;
const isGuest = ({ status, departsOn }: Pick<Disclosed['grants'][number], 'status' | 'departsOn'>, { today }: Now): boolean =>
  disclosurePhase({ status, plannedDeparture: departsOn, actualDeparture: null }, today) === 'CONFIRMED';
