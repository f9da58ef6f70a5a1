import { MoveDialog, type StayPosition } from '../stays/move-dialog.tsx';
import { PlaceDialog } from '../stays/place-dialog.tsx';
import { ProposeDraftDialog } from '../stays/propose-draft-dialog.tsx';
import type { PlaceChoice } from '../stays/propose-dialog.tsx';
import type { BoardStay } from './board-rows.ts';
import { StaySheet } from './stay-sheet.tsx';

/** Which dialog of the board is open, and about what. */
export type OpenAct =
  | { readonly kind: 'sheet'; readonly stay: BoardStay }
  | { readonly kind: 'move'; readonly stay: BoardStay; readonly to?: StayPosition }
  | { readonly kind: 'propose'; readonly stay: BoardStay }
  | { readonly kind: 'place'; readonly defender: { readonly code: string; readonly codeName: string }; readonly start: StayPosition };

type Props = {
  readonly act: OpenAct;
  readonly places: readonly PlaceChoice[];
  readonly nameOf: (placeId: string) => string;
  readonly onChange: (act: OpenAct | null) => void;
};

/** The board's dialogs: one at a time. */
export function BoardActs({ act, places, nameOf, onChange }: Props) {
  const close = () => { onChange(null); };
  switch (act.kind) {
    case 'sheet':
      return (
        <StaySheet
          stay={act.stay}
          placeName={nameOf(act.stay.placeId)}
          onClose={close}
          onMove={() => { onChange({ kind: 'move', stay: act.stay }); }}
          onPropose={() => { onChange({ kind: 'propose', stay: act.stay }); }}
        />
      );
    case 'move':
      return (
        <MoveDialog
          stay={{ id: act.stay.id, codeName: act.stay.codeName, isProposed: act.stay.status === 'PROPOSED', version: act.stay.version, placeId: act.stay.placeId, arrivesOn: act.stay.from, departsOn: act.stay.until }}
          places={places}
          to={act.to}
          onClose={close}
        />
      );
    case 'propose':
      return <ProposeDraftDialog stay={act.stay} onClose={close} />;
    case 'place':
      return <PlaceDialog defender={act.defender} places={places} start={act.start} onClose={close} />;
  }
}
