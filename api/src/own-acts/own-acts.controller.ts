import { ownActs } from '@shelter-city/contract/own-acts';
import { Controller } from '@nestjs/common';
import { Input, Route, type InputOf } from '../http/route.ts';
import { OwnActsService } from './own-acts.service.ts';

/** What somebody did themselves. */
@Controller()
export class OwnActsController {
  constructor(private readonly service: OwnActsService) {}

  @Route(ownActs.list)
  list(@Input() { query }: InputOf<typeof ownActs.list>) {
    return this.service.list(query.cursor);
  }
}
