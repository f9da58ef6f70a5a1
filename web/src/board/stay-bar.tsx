import { useLingui } from '@lingui/react/macro';
import type { CSSProperties } from 'react';
import { formatDays, nightsBetween } from '../design/days.ts';
import { StatusMark } from '../design/badge.tsx';
import { stayStatusMarks, stayStatusWords } from '../stays/stay-words.ts';
import { barLooks, type BarLook } from './bar-look.ts';
import type { BoardStay } from './board-rows.ts';
import { clip } from './geometry.ts';

type Props = {
  readonly stay: BoardStay;
  readonly placeLabel: string;
  readonly from: string;
  readonly until: string;
  readonly isFirst: boolean;
  /** Instead of the look of its state. */
  readonly look?: BarLook | undefined;
  readonly onOpen: (stay: BoardStay) => void;
};

/** One stay on its lane: a cell of the grid that holds one button. */
export function StayBar({ stay, placeLabel, from, until, isFirst, look, onOpen }: Props) {
  const { t, i18n } = useLingui();
  const shown = clip(stay, from, until);
  if (!shown) return null;
  const word = look?.word ?? i18n._(stayStatusWords[stay.status]);
  const days = formatDays(stay.from, stay.until);
  const geometry = { '--from': shown.from, '--days': shown.until - shown.from } as CSSProperties;
  return (
    <div role="gridcell" className="absolute inset-y-1 left-[calc(var(--from)*var(--day))] w-[calc(var(--days)*var(--day))] pe-px" style={geometry}>
      <button
        type="button"
        data-bar
        tabIndex={isFirst ? 0 : -1}
        {...(stay.movable && { 'data-drag': 'stay', 'data-stay-id': stay.id, 'data-code': stay.code, 'data-code-name': stay.codeName, 'data-nights': nightsBetween(stay.from, stay.until) })}
        aria-label={t`${stay.codeName}, ${word}, ${placeLabel}, ${days}`}
        onClick={() => { onOpen(stay); }}
        className={`flex size-full items-center overflow-clip rounded-md border px-1.5 text-xs font-medium outline-offset-1 ${stay.movable ? 'md:cursor-grab' : ''} ${look?.colours ?? barLooks[stay.status]} [&_svg]:text-current`}
        title={`${stay.codeName} · ${word} · ${days}`}
      >
        <span className="sticky left-[calc(var(--head)+0.5rem)]">
          <StatusMark shape={look?.shape ?? stayStatusMarks[stay.status].shape}>{stay.codeName}{look?.after}</StatusMark>
        </span>
      </button>
    </div>
  );
}
