import type { DefenderView } from '@shelter-city/contract/defenders';
import type { ApplicationStatus } from '@shelter-city/contract/vocabulary';
import {
  applicationActions,
  applicationTransitions,
  refusalToChangeApplication,
  type ApplicationAction,
} from '@shelter-city/domain/defenders/application-transitions';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { EventLog } from '../audit/event-log.ts';
import { Clock } from '../config/clock.ts';
import { namesAnId } from '../http/names-an-id.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import {
  ApplicationsRepository,
  type StoredApplication,
  type StoredCall,
} from './applications.repository.ts';
import { presentDefender } from './defender.presenter.ts';
import { DefendersRepository } from './defenders.repository.ts';

/** States in which nothing has been decided yet. */
const undecided: readonly ApplicationStatus[] = ['RECEIVED', 'TRIAGE', 'VETTING', 'SHORTLISTED'];

type Decision = {
  readonly version: number;
  readonly to: ApplicationStatus;
  readonly reason: string | null;
};

/** The way of an application from the letter to the selection. */
@Injectable()
export class ApplicationsService {
  constructor(
    private readonly database: Database,
    private readonly applications: ApplicationsRepository,
    private readonly defenders: DefendersRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Every call, and whether applications to it are still taken. */
  async calls(): Promise<(StoredCall & { readonly open: boolean })[]> {
    const today = this.clock.today();
    const calls = await this.database.reading(() => this.applications.calls());
    return calls.map((call) => ({
      ...call,
      open: call.publishedOn <= today && today <= call.closesOn,
    }));
  }

  /** Moves an application on, and the defender's selection with it. A selection waits for a second person's yes. */
  async decide(
    actor: Actor,
    applicationId: string,
    { version, to, reason: said }: Decision,
  ): Promise<DefenderView> {
    const reason = said === '' ? null : said;
    const application = namesAnId(applicationId)
      ? await this.applications.findAndHold(applicationId)
      : null;
    if (!application) throw new Problem('not-found');
    if (application.version !== version) {
      throw new Problem('changed-meanwhile', { current: await this.currentOf(application) });
    }
    const action = actionTo(to);
    const selectedBy =
      action === 'application:select' ? await this.applications.backers(application) : [];
    const refusal =
      action &&
      refusalToChangeApplication(application.status, action, {
        selectedBy: [...selectedBy, actor.accountId],
        reasonCode: reason,
      });
    if (!action || refusal?.reason === 'WRONG_STATE') {
      throw new Problem('application-not-in-that-state', {
        current: await this.currentOf(application),
      });
    }
    if (refusal?.reason === 'REASON_REQUIRED') {
      throw new Problem('invalid-request', { errors: [{ pointer: '/reason', code: 'say-why' }] });
    }
    if (refusal?.reason === 'SECOND_PERSON_REQUIRED') {
      if (selectedBy.includes(actor.accountId)) throw new Problem('second-person-needed');
      return this.back(application, reason);
    }
    return this.move(application, to, reason);
  }

  /** The first of the two who select: said and kept, and nothing changes yet. */
  private async back(application: StoredApplication, reason: string | null): Promise<DefenderView> {
    await this.applications.touch(application.id);
    await this.append(application, 'SELECTION_BACKED', application.status, reason);
    return this.currentOf(application);
  }

  private async move(
    application: StoredApplication,
    to: ApplicationStatus,
    reason: string | null,
  ): Promise<DefenderView> {
    const today = this.clock.today();
    await this.applications.move(application.id, to, undecided.includes(to) ? null : today, reason);
    if (await this.applications.isNewest(application)) {
      await this.defenders.setSelection(application.defenderId, to, today);
    }
    await this.append(application, 'APPLICATION_MOVED', to, reason);
    return this.currentOf(application);
  }

  private append(
    { id, defenderId, status }: StoredApplication,
    verb: string,
    toStatus: ApplicationStatus,
    note: string | null,
  ) {
    return this.events.append({
      subject: 'APPLICATION',
      subjectId: id,
      defenderId,
      verb,
      fromStatus: status,
      toStatus,
      note,
    });
  }

  private async currentOf({ defenderId }: StoredApplication): Promise<DefenderView> {
    const record = await this.defenders.findById(defenderId);
    if (!record) throw new Problem('not-found');
    return presentDefender(record);
  }
}

const actionTo = (to: ApplicationStatus): ApplicationAction | undefined =>
  applicationActions.find((action) => applicationTransitions[action].to === to);
