import { reports } from '@shelter-city/contract/reports';
import { Controller } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Input, Route, SignedIn, type InputOf } from '../http/route.ts';
import { ExportsService } from './exports.service.ts';
import { ReportsService } from './reports.service.ts';

@Controller()
export class ReportsController {
  constructor(
    private readonly reports: ReportsService,
    private readonly files: ExportsService,
  ) {}

  @Route(reports.show)
  show(@SignedIn() actor: Actor, @Input() { params, query }: InputOf<typeof reports.show>) {
    return this.reports.show(actor, params.year, query.asAt);
  }

  @Route(reports.export)
  export(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof reports.export>) {
    return this.files.make(actor, params.year, body);
  }

  @Route(reports.exports)
  async exports() {
    return { items: await this.files.list() };
  }
}
