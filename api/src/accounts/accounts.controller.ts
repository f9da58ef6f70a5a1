import { Controller } from '@nestjs/common';
import { accounts } from '@shelter-city/contract/accounts';
import type { Actor } from '../access/actor.ts';
import { Input, Route, SignedIn, type InputOf } from '../http/route.ts';
import { AccountsService } from './accounts.service.ts';

/** The administrator's accounts. */
@Controller()
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Route(accounts.list)
  list() {
    return this.accounts.list();
  }

  @Route(accounts.invite)
  invite(@SignedIn() actor: Actor, @Input() { body }: InputOf<typeof accounts.invite>) {
    return this.accounts.invite(actor, body);
  }

  @Route(accounts.inviteAgain)
  inviteAgain(@SignedIn() actor: Actor, @Input() { params }: InputOf<typeof accounts.inviteAgain>) {
    return this.accounts.inviteAgain(actor, params.memberId);
  }

  @Route(accounts.change)
  change(@Input() { params, body }: InputOf<typeof accounts.change>) {
    return this.accounts.change(params.memberId, body);
  }

  @Route(accounts.disable)
  disable(@Input() { params, body }: InputOf<typeof accounts.disable>) {
    return this.accounts.setDisabled(params.memberId, body.version, true);
  }

  @Route(accounts.enable)
  enable(@Input() { params, body }: InputOf<typeof accounts.enable>) {
    return this.accounts.setDisabled(params.memberId, body.version, false);
  }

  @Route(accounts.endSessions)
  async endSessions(@Input() { params, body }: InputOf<typeof accounts.endSessions>) {
    await this.accounts.endSessions(params.memberId, body.reason);
    return { done: true };
  }

  @Route(accounts.askRecovery)
  askRecovery(
    @SignedIn() actor: Actor,
    @Input() { params, body }: InputOf<typeof accounts.askRecovery>,
  ) {
    return this.accounts.askRecovery(actor, params.memberId, body.reason);
  }

  @Route(accounts.approveRecovery)
  approveRecovery(
    @SignedIn() actor: Actor,
    @Input() { params }: InputOf<typeof accounts.approveRecovery>,
  ) {
    return this.accounts.approveRecovery(actor, params.recoveryId);
  }

  @Route(accounts.refuseRecovery)
  refuseRecovery(
    @SignedIn() actor: Actor,
    @Input() { params }: InputOf<typeof accounts.refuseRecovery>,
  ) {
    return this.accounts.refuseRecovery(actor, params.recoveryId);
  }
}
