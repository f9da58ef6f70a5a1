import { Controller, Req, Res } from '@nestjs/common';
import { accountLinks } from '@shelter-city/contract/accounts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Input, Route, type InputOf } from '../http/route.ts';
import { BrowserOf } from '../sessions/browser-of.ts';
import { AccountLinksService } from './account-links.service.ts';

/** Links that were handed over, before their holder is anybody. */
@Controller()
export class AccountLinksController {
  constructor(
    private readonly links: AccountLinksService,
    private readonly browsers: BrowserOf,
  ) {}

  @Route(accountLinks.look)
  look(@Input() { body }: InputOf<typeof accountLinks.look>, @Req() request: FastifyRequest) {
    return this.links.look(body.token, this.browsers.origin(request).network);
  }

  @Route(accountLinks.usePassword)
  async usePassword(
    @Input() { body }: InputOf<typeof accountLinks.usePassword>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const opened = await this.links.usePassword(body.token, body, this.browsers.origin(request));
    return this.browsers.keep(reply, opened);
  }

  @Route(accountLinks.passkeyOptions)
  passkeyOptions(
    @Input() { body }: InputOf<typeof accountLinks.passkeyOptions>,
    @Req() request: FastifyRequest,
  ) {
    return this.links.passkeyOptions(body.token, this.browsers.origin(request).network);
  }

  @Route(accountLinks.usePasskey)
  async usePasskey(
    @Input() { body }: InputOf<typeof accountLinks.usePasskey>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const origin = this.browsers.origin(request);
    const opened = await this.links.usePasskey(body.token, body.passkey, origin);
    return this.browsers.keep(reply, opened);
  }
}
