import type { StayGround } from '@shelter-city/contract/stay-ground';
import { slugOfCodeName } from '@shelter-city/domain/defenders/code-names';
import { rulesVersion } from '@shelter-city/domain/matching/city-option';
import { whatChangedSince } from '@shelter-city/domain/matching/decision-ground';
import { Injectable } from '@nestjs/common';
import type { DateSpan } from '@shelter-city/domain/calendar/date-span';
import { presencesOfStay } from '@shelter-city/domain/visa/held-visa';
import { schengenDaysAllowed, schengenDaysUsed } from '@shelter-city/domain/visa/ninety-in-one-eighty';
import { passportCheck } from '@shelter-city/domain/visa/passport-validity';
import type { Actor } from '../access/actor.ts';
import { Clock } from '../config/clock.ts';
import { Database } from '../persistence/database.ts';
import { DecisionGrounds } from '../matching/decision-grounds.service.ts';
import type { KeptDecision, Overruling } from './kept-decision.ts';
import type { KnownFacts } from './placements.service.ts';
import type { StayRecord } from './stay-record.ts';
import { StayWriter } from './stay-writer.service.ts';
import { StaysRepository } from './stays.repository.ts';
import { presencesIn } from './what-stands-in-the-way.ts';

/** Until the guest is there, what changed since the decision can still change the decision. */
const notBegun: readonly StayRecord['status'][] = ['PROPOSED', 'CONFIRMED', 'TRAVELLING'];

/** Keeps what a proposal was decided on, and says what is different since. */
@Injectable()
export class Decisions {
  constructor(
    private readonly database: Database,
    private readonly stays: StaysRepository,
    private readonly writer: StayWriter,
    private readonly grounds: DecisionGrounds,
    private readonly clock: Clock,
  ) {}

  /** What is to be kept of a decision for these nights: ask it under the locks that the facts were read under. */
  async of(facts: KnownFacts, nights: DateSpan, stayId: string | null, overruling?: Overruling): Promise<KeptDecision> {
    const { place, defender } = facts;
    const placement = { code: slugOfCodeName(defender.codeName), cityId: place.cityId, placeId: place.id, nights, stayId, on: this.clock.today() };
    return {
      rulesVersion,
      ...(await this.grounds.keep(placement)),
      overruleReason: overruling?.reason ?? null,
      arrivesOn: nights.from,
      departsOn: nights.until,
      visaDaysLeft: schengenDaysAllowed - schengenDaysUsed([...presencesIn(facts), ...presencesOfStay(defender.heldVisas, nights)], nights.until),
      passport: passportCheck(defender.passportValidUntil, nights.until).state,
      restDays: place.restDays,
    };
  }

  /** What a stay was decided on, and what changed since as long as that can matter. */
  show(actor: Actor, stayId: string): Promise<StayGround> {
    return this.database.reading(async () => {
      const stay = await this.writer.find(actor, stayId);
      this.writer.noteReading(stay, 'ground');
      const kept = await this.stays.keptDecision(stay.id);
      if (kept?.findings === undefined || kept.on === undefined) return { kept: null, now: null };
      const then = { rulesVersion: kept.rulesVersion, on: kept.on, findings: kept.findings };
      const shown = { ...then, findings: [...then.findings], weaker: [...(kept.weaker ?? [])], passedOver: kept.passedOver ?? null, firstCity: await this.stays.city(kept.firstCityId ?? null), reason: kept.overruleReason ?? null };
      if (!notBegun.includes(stay.status)) return { kept: shown, now: null };
      const nights = { from: stay.plannedArrival, until: stay.plannedDeparture };
      const now = await this.grounds.of({ code: slugOfCodeName(stay.codeName), cityId: stay.cityId, placeId: stay.placeId, nights, stayId: stay.id, on: then.on });
      return { kept: shown, now: { rulesVersion, asOf: this.clock.today(), changes: now === null ? null : whatChangedSince(then, now) } };
    });
  }
}
