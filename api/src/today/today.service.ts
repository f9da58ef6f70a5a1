import type { QueueView } from '@shelter-city/contract/today';
import { endOfNextQuarter, workingDaysBefore, workingDaysToAnswer } from '@shelter-city/domain/today/queue-thresholds';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Clock } from '../config/clock.ts';
import { Problem } from '../problems/problem.ts';
import { presentQueue } from './queue.presenter.ts';
import { QueueRepository } from './queue.repository.ts';

/** The queue of what needs a person today. */
@Injectable()
export class TodayService {
  constructor(
    private readonly clock: Clock,
    private readonly queue: QueueRepository,
  ) {}

  /** Errors  `not-found` for a city that isn't there. */
  async show(actor: Actor, { mine = false, city }: { readonly mine?: boolean | undefined; readonly city?: string | undefined }): Promise<QueueView> {
    const today = this.clock.today();
    const { isCityKnown, lines } = await this.queue.read({
      today,
      citySlug: city ?? null,
      caseLeadId: mine ? actor.accountId : null,
      askedBy: workingDaysBefore(today, workingDaysToAnswer),
      endOfNextQuarter: endOfNextQuarter(today),
    });
    if (!isCityKnown) throw new Problem('not-found');
    return presentQueue(today, lines);
  }
}
