import type { DecisionGround, Overruled } from '@shelter-city/domain/matching/decision-ground';
import type { OverruleReason } from '@shelter-city/domain/matching/overrule-reasons';

/** What a stay keeps of the decision that proposed it, so that it can be understood when facts or rules have changed. */
export type KeptDecision = Partial<DecisionGround & Overruled> & {
  readonly rulesVersion: number;
  readonly arrivesOn: string;
  readonly departsOn: string;
  readonly visaDaysLeft: number;
  readonly passport: string;
  readonly restDays: number;
  readonly overruleReason?: OverruleReason | null;
};

/** Why a coordinator decided otherwise than the rules, where they say that they do. */
export type Overruling = {
  readonly reason: OverruleReason | null;
  /** Whether they know that the arrival lies outside the days that the person named. */
  readonly outsideWindow?: boolean | undefined;
};
