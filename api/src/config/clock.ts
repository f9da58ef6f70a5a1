import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { Injectable } from '@nestjs/common';

/** The only place that asks what time it is; a test puts another in its place. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Seconds since 1970. */
  seconds(): number {
    return this.now().getTime() / 1000;
  }

  /** Today in the Netherlands, where every host city lies. */
  today(): CalendarDate {
    return Temporal.Instant.fromEpochMilliseconds(this.now().getTime())
      .toZonedDateTimeISO('Europe/Amsterdam')
      .toPlainDate()
      .toString() as CalendarDate;
  }
}
