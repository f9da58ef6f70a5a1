import type { VisaDaysView } from '@shelter-city/contract/visa-days';
import { daysBetween, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { presencesOf } from '@shelter-city/domain/matching/rules/visa-days';
import { presencesOfStay } from '@shelter-city/domain/visa/held-visa';
import { visaStrip } from '@shelter-city/domain/visa/visa-strip';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Clock } from '../config/clock.ts';
import { DefendersService } from '../defenders/defenders.service.ts';
import { namesAnId } from '../http/names-an-id.ts';
import { Problem } from '../problems/problem.ts';

/** No stay lasts longer. Units: nights. */
const longestPlanned = 200;

type Asked = { readonly from?: CalendarDate | undefined; readonly until?: CalendarDate | undefined; readonly exceptStay?: string | undefined };

/** A person's visa days, day by day. */
@Injectable()
export class VisaDaysService {
  constructor(
    private readonly clock: Clock,
    private readonly defenders: DefendersService,
  ) {}

  /** Errors  `not-found` for a code that names nobody; `invalid-request` for a stay longer than any. */
  async show(actor: Actor, code: string, { from, until, exceptStay }: Asked): Promise<VisaDaysView> {
    if (exceptStay !== undefined && !namesAnId(exceptStay)) throw new Problem('not-found');
    const planned = from === undefined || until === undefined ? null : { from, until };
    if (planned !== null && daysBetween(planned.from, planned.until) > longestPlanned)
      throw new Problem('invalid-request', { errors: [{ pointer: '/until', code: 'window-too-long', params: { days: longestPlanned } }] });
    const { defender, presences } = await this.defenders.forMatching(actor, code, exceptStay ?? null);
    this.defenders.noteReading('match:read', defender.defenderId, ['visa days']);
    const today = this.clock.today();
    const strip = visaStrip(defender.visa, presencesOf(defender), planned, today);
    return {
      ...strip,
      used: [...strip.used],
      rights: strip.rights.map(({ firstDay, lastDay, basis, visa }) => ({ firstDay, lastDay, basis, isHeld: visa !== null })),
      asOf: today,
      planned,
      presences: [
        ...presences.map((days) => ({ ...days, isStay: false })),
        ...defender.otherStays.flatMap((stay) => presencesOfStay(defender.visa.held, stay)).map(({ firstDay, lastDay, basis = 'SHORT_STAY' as const }) => ({
          enteredOn: firstDay, leftOn: lastDay, source: '', basis, isStay: true,
        })),
      ].sort((a, b) => (a.enteredOn < b.enteredOn ? -1 : 1)),
    };
  }
}
