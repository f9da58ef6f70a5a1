import type { stays, StayView } from '@shelter-city/contract/stays';
import { Injectable } from '@nestjs/common';
import type { StayChange } from '@shelter-city/domain/stays/stay-changes';
import type { Actor } from '../access/actor.ts';
import { Clock } from '../config/clock.ts';
import type { InputOf } from '../http/route.ts';
import { Placements } from './placements.service.ts';
import type { StayFacts, StayRecord } from './stay-record.ts';
import { StayRules } from './stay-rules.service.ts';
import { StayWriter, type Told } from './stay-writer.service.ts';

type Body<K extends keyof typeof stays> = InputOf<(typeof stays)[K]>['body'];
type Step = {
  readonly change: (stay: StayRecord) => StayChange;
  readonly facts: StayFacts;
  readonly told?: Told;
};

/** What becomes of a stay after its city's yes: travel, arrival, departure, and every way it can end before. */
@Injectable()
export class StayLife {
  constructor(
    private readonly placements: Placements,
    private readonly rules: StayRules,
    private readonly writer: StayWriter,
    private readonly clock: Clock,
  ) {}

  turnDown(actor: Actor, stayId: string, { version, note }: Body<'turnDown'>): Promise<StayView> {
    return this.take(actor, stayId, version, {
      change: () => ({ action: 'stay:turn-down' }),
      facts: { status: 'TURNED_DOWN', reasonNote: note, holdExpiresAt: null },
      told: { note },
    });
  }

  cancel(actor: Actor, stayId: string, { version, reason, note }: Body<'cancel'>): Promise<StayView> {
    return this.take(actor, stayId, version, {
      change: () => ({ action: 'stay:cancel', reason, note: note ?? '' }),
      facts: { status: 'CANCELLED', reasonCode: reason, reasonNote: note, holdExpiresAt: null },
      told: { reasonCode: reason, note },
    });
  }

  /** The checklist of the journey comes with a later issue: until then nothing on it can be open. */
  travel(actor: Actor, stayId: string, { version }: Body<'travel'>): Promise<StayView> {
    return this.take(actor, stayId, version, {
      change: () => ({ action: 'stay:start-travel', openBlockingItems: 0, overrideReason: null }),
      facts: { status: 'TRAVELLING' },
    });
  }

  arrive(actor: Actor, stayId: string, { version, on }: Body<'arrive'>): Promise<StayView> {
    return this.take(actor, stayId, version, {
      change: () => ({ action: 'stay:arrive', actualArrival: on }),
      facts: { status: 'IN_STAY', actualArrival: on },
      told: { detail: { on } },
    });
  }

  noShow(actor: Actor, stayId: string, { version, welfareCheck }: Body<'noShow'>): Promise<StayView> {
    return this.take(actor, stayId, version, {
      change: () => ({ action: 'stay:no-show', welfareCheckNote: welfareCheck }),
      facts: { status: 'NO_SHOW', reasonNote: welfareCheck },
      told: { note: welfareCheck },
    });
  }

  reviewReturn(actor: Actor, stayId: string, { version }: Body<'reviewReturn'>): Promise<StayView> {
    return this.take(actor, stayId, version, {
      change: () => ({ action: 'stay:review-return', reviewerIsCleared: actor.riskCleared }),
      facts: { returnReviewedOn: this.clock.today() },
    });
  }

  depart(actor: Actor, stayId: string, { version, on, withoutReviewBecause }: Body<'depart'>): Promise<StayView> {
    return this.take(actor, stayId, version, {
      change: ({ returnReviewedOn }) => ({ action: 'stay:depart', actualDeparture: on, returnReviewedOn, withoutReviewBecause }),
      facts: { status: 'DEPARTED', actualDeparture: on },
      told: { note: withoutReviewBecause, detail: { on } },
    });
  }

  /** The nights that are left are free at once: the actual departure replaces the planned one. */
  cutShort(actor: Actor, stayId: string, { version, on, reason, note }: Body<'cutShort'>): Promise<StayView> {
    return this.take(actor, stayId, version, {
      change: () => ({ action: 'stay:cut-short', actualDeparture: on, reason, note: note ?? '' }),
      facts: { status: 'CUT_SHORT', actualDeparture: on, reasonCode: reason, reasonNote: note },
      told: { reasonCode: reason, note, detail: { on } },
    });
  }

  /** Follow-ups and evaluations come with a later issue: until then a file is closed with a reason. */
  close(actor: Actor, stayId: string, { version, note }: Body<'close'>): Promise<StayView> {
    return this.take(actor, stayId, version, {
      change: () => ({ action: 'stay:close', followUpsDone: false, evaluationDone: false, reason: note }),
      facts: { status: 'CLOSED' },
      told: { note },
    });
  }

  private async take(actor: Actor, stayId: string, version: number, { change, facts, told }: Step): Promise<StayView> {
    const stay = await this.writer.findAt(actor, stayId, version);
    const asked = change(stay);
    this.rules.demand(stay, asked, actor, () => this.writer.view(stay, actor));
    await this.placements.lock(stay);
    return this.writer.change(stay, actor, asked.action, facts, told);
  }
}
