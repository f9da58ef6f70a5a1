import { integrity } from '@shelter-city/contract/integrity';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route.ts';
import { IntegrityService } from './integrity.service.ts';

/** Whether the audit log is whole. */
@Controller()
export class IntegrityController {
  constructor(private readonly service: IntegrityService) {}

  @Route(integrity.check)
  check() {
    return this.service.check();
  }
}
