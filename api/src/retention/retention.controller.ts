import { retention } from '@shelter-city/contract/retention';
import { Controller } from '@nestjs/common';
import { Input, Route, type InputOf } from '../http/route.ts';
import { RetentionService } from './retention.service.ts';

/** How long what is kept. */
@Controller()
export class RetentionController {
  constructor(private readonly service: RetentionService) {}

  @Route(retention.show)
  show() {
    return this.service.show();
  }

  @Route(retention.change)
  change(@Input() { body }: InputOf<typeof retention.change>) {
    return this.service.change(body);
  }
}
