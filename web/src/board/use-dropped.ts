import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { failureWords } from '../api/failure-text.ts';
import { showToast } from '../design/toast.tsx';
import type { StayPosition } from '../stays/move-dialog.tsx';
import { plusDays } from '../stays/plus-days.ts';
import { stayMutations } from '../stays/stay-queries.ts';
import type { BoardStay } from './board-rows.ts';
import type { Dragged, DropTarget } from './use-board-drag.ts';

type Drop = {
  readonly what: Dragged;
  readonly target: DropTarget;
  readonly stay: BoardStay | undefined;
  /** False when the server said that it can't lie there; undefined when it hadn't said. */
  readonly possible: boolean | undefined;
};

/**
 * What a drop does. A draft moves at once and can be undone; a proposal was seen by a city, so its move asks first; a
 * defender from the tray becomes a draft, which can be undone. Nothing else on the board ever moves by itself.
 */
export function useDropped({ onMoveProposal }: { readonly onMoveProposal: (stay: BoardStay, to: StayPosition) => void }) {
  const { t } = useLingui();
  const fail = { onError: (error: Error) => { showToast({ tone: 'bad', text: failureWords(error) }); } };
  const move = useMutation({ ...stayMutations.change('move'), ...fail });
  const draft = useMutation({ ...stayMutations.draft(), ...fail });
  const discard = useMutation({ ...stayMutations.discard(), ...fail });

  return ({ what, target, stay, possible }: Drop) => {
    const to: StayPosition = { placeId: target.placeId, arrivesOn: target.day, departsOn: plusDays(target.day, what.nights) };
    if (stay?.placeId === to.placeId && stay.from === to.arrivesOn) return;
    if (possible === false) {
      showToast({ tone: 'bad', text: t`It can’t lie there, so it stays where it was.` });
      return;
    }
    if (what.kind === 'defender') {
      draft.mutate(
        { code: what.code, ...to },
        { onSuccess: ({ id, version }) => { showToast({ text: t`Drafted. No city sees it.`, undo: () => { discard.mutate({ stayId: id, version }); } }); } },
      );
    } else if (stay?.status === 'PROPOSED') {
      onMoveProposal(stay, to);
    } else if (stay) {
      const before: StayPosition = { placeId: stay.placeId, arrivesOn: stay.from, departsOn: stay.until };
      move.mutate(
        { stayId: stay.id, body: { version: stay.version, ...to } },
        { onSuccess: ({ version }) => { showToast({ text: t`Moved.`, undo: () => { move.mutate({ stayId: stay.id, body: { version, ...before } }); } }); } },
      );
    }
  };
}
