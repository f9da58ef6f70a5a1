import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Placeability } from '@shelter-city/contract/board';
import { formatDays } from '../design/days.ts';
import { isRule, ruleWords } from '../matching/rule-words.ts';
import { plusDays } from '../stays/plus-days.ts';
import { isArrival } from './geometry.ts';
import type { Dragged, DropTarget } from './use-board-drag.ts';

/** Whether the thing being dragged may begin there: unknown until the server has said. */
export function mayLie(target: DropTarget, placeability: Placeability | undefined): boolean | undefined {
  const place = placeability?.places.find(({ placeId }) => placeId === target.placeId);
  return placeability && isArrival(target.day, place?.arrivals ?? []);
}

type Props = {
  readonly dragged: Dragged;
  readonly target: DropTarget | null;
  readonly placeName: string;
  readonly placeability: Placeability | undefined;
};

/** What follows the pointer: where it would lie, from when to when, how long, and why not. */
export function GhostLabel({ dragged, target, placeName, placeability }: Props) {
  const { i18n } = useLingui();
  const place = placeability?.places.find(({ placeId }) => placeId === target?.placeId);
  const possible = target && mayLie(target, placeability);
  const reasons = (place?.blockedBy ?? []).map((code) => (isRule(code) ? i18n._(ruleWords[code]) : code));
  return (
    <div
      role="status"
      className="pointer-events-none fixed top-[calc(var(--pointer-y)+14px)] left-[calc(var(--pointer-x)+14px)] z-50 grid max-w-80 gap-0.5 rounded-md border border-line bg-raised px-2.5 py-1.5 text-sm shadow-float"
    >
      <strong className="font-semibold">{dragged.codeName}</strong>
      {target ? (
        <span className="tabular-nums">
          {placeName} · {formatDays(target.day, plusDays(target.day, dragged.nights))} · <Plural value={dragged.nights} one="# night" other="# nights" />
        </span>
      ) : (
        <span className="text-muted">
          <Trans>Drop it on a place</Trans>
        </span>
      )}
      {possible === false && (
        <span className="text-bad">
          {reasons.length > 0 ? <Trans>Not possible: {reasons.join(', ')}</Trans> : <Trans>Not possible on these days: the place isn’t free</Trans>}
        </span>
      )}
    </div>
  );
}
