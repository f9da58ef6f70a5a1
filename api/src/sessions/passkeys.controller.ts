import { Controller, Req, Res } from '@nestjs/common';
import { passkeys } from '@shelter-city/contract/passkeys';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.ts';
import { Input, Route, SignedIn, type InputOf } from '../http/route.ts';
import { BrowserOf } from './browser-of.ts';
import { PasskeySignInService } from './passkey-sign-in.service.ts';
import { PasskeysService } from './passkeys.service.ts';

/** Sign-in with passkeys, and the own ones. */
@Controller()
export class PasskeysController {
  constructor(
    private readonly signIns: PasskeySignInService,
    private readonly passkeys: PasskeysService,
    private readonly browsers: BrowserOf,
  ) {}

  @Route(passkeys.startOptions)
  startOptions() {
    return this.signIns.startOptions();
  }

  @Route(passkeys.start)
  async start(
    @Input() { body }: InputOf<typeof passkeys.start>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const opened = await this.signIns.start(body, this.browsers.origin(request));
    return this.browsers.keep(reply, opened);
  }

  @Route(passkeys.proofOptions)
  proofOptions(@SignedIn() actor: Actor) {
    return this.signIns.proofOptions(actor);
  }

  @Route(passkeys.prove)
  async prove(
    @SignedIn() actor: Actor,
    @Input() { body }: InputOf<typeof passkeys.prove>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { network } = this.browsers.origin(request);
    return this.browsers.keep(reply, await this.signIns.prove(actor, body, network));
  }

  @Route(passkeys.list)
  list(@SignedIn() actor: Actor) {
    return this.passkeys.list(actor);
  }

  @Route(passkeys.addOptions)
  addOptions(@SignedIn() actor: Actor) {
    return this.passkeys.addOptions(actor);
  }

  @Route(passkeys.add)
  add(@SignedIn() actor: Actor, @Input() { body }: InputOf<typeof passkeys.add>) {
    return this.passkeys.add(actor, body);
  }

  @Route(passkeys.rename)
  async rename(@Input() { params, body }: InputOf<typeof passkeys.rename>) {
    await this.passkeys.rename(params.passkeyId, body.name);
    return { done: true };
  }

  @Route(passkeys.remove)
  async remove(@Input() { params }: InputOf<typeof passkeys.remove>) {
    await this.passkeys.remove(params.passkeyId);
    return { done: true };
  }
}
