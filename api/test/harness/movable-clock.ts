import { Clock } from '../../src/config/clock.ts';

/** The clock of a test: the machine's until it is moved, then it stands still there. */
export class MovableClock extends Clock {
  private moment: Date | null = null;

  /** Takes a day or an instant: `2026-03-01` or `2026-03-01T09:00:00Z`. */
  moveTo(moment: string): void {
    this.moment = new Date(moment);
  }

  /** Moves on from where it stands. */
  moveOn(seconds: number): void {
    this.moment = new Date(this.now().getTime() + seconds * 1000);
  }

  override now(): Date {
    return this.moment ?? super.now();
  }
}
