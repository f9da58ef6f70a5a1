import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { failureWords } from '../api/failure-text.ts';
import { Button, ButtonLink } from '../design/button.tsx';
import { StatusMark } from '../design/badge.tsx';
import { formatDay, formatDays, nightsBetween } from '../design/days.ts';
import { Actions, Dialog } from '../design/dialog.tsx';
import { DescriptionList } from '../design/layout.tsx';
import { showToast } from '../design/toast.tsx';
import { stayMutations } from '../stays/stay-queries.ts';
import { stayStatusMarks, stayStatusWords } from '../stays/stay-words.ts';
import { VisaStrip } from '../visa/visa-strip.tsx';
import type { BoardStay } from './board-rows.ts';

type Props = {
  readonly stay: BoardStay;
  readonly placeName: string;
  readonly onClose: () => void;
  readonly onMove: () => void;
  readonly onPropose: () => void;
};

/** One bar of the board, opened: what it is and what can be done with it. */
export function StaySheet({ stay, placeName, onClose, onMove, onPropose }: Props) {
  const { t, i18n } = useLingui();
  const discard = useMutation({
    ...stayMutations.discard(),
    onError: (error) => { showToast({ tone: 'bad', text: failureWords(error) }); },
    onSuccess: () => { showToast({ text: t`The draft is gone.` }); onClose(); },
  });
  const nights = nightsBetween(stay.from, stay.until);
  return (
    <Dialog isOpen onClose={onClose} title={stay.codeName} lead={placeName}>
      <DescriptionList
        columns="one"
        facts={[
          { term: t`State`, value: <StatusMark {...stayStatusMarks[stay.status]}>{i18n._(stayStatusWords[stay.status])}</StatusMark> },
          { term: t`Dates`, value: <span className="tabular-nums">{formatDays(stay.from, stay.until)}</span> },
          { term: t`Length`, value: <Plural value={nights} one="# night" other="# nights" /> },
          ...(stay.holdUntil === null ? [] : [{ term: t`Held until`, value: formatDay(stay.holdUntil) }]),
        ]}
      />
      <div className="mt-3"><VisaStrip code={stay.code} planned={{ from: stay.from, until: stay.until, stayId: stay.id }} /></div>
      <Actions>
        {stay.status === 'DRAFT' && (
          <Button variant="danger" isPending={discard.isPending} onPress={() => { discard.mutate({ stayId: stay.id, version: stay.version }); }}>
            <Trans>Throw away</Trans>
          </Button>
        )}
        {stay.movable && (
          <Button onPress={onMove}>
            <Trans>Move…</Trans>
          </Button>
        )}
        {stay.status === 'DRAFT' && (
          <Button onPress={onPropose}>
            <Trans>Propose…</Trans>
          </Button>
        )}
        <ButtonLink to={`/stays/${stay.id}`} variant="primary">
          <Trans>Open the stay</Trans>
        </ButtonLink>
      </Actions>
    </Dialog>
  );
}
