import { Trans, useLingui } from '@lingui/react/macro';
import type { EventCard } from '@shelter-city/contract/publicity';
import type { ReactNode } from 'react';
import { Button, ButtonLink } from '../design/button.tsx';
import { Page, PageHeader } from '../design/layout.tsx';
import { EventCardBody } from './event-card-body.tsx';

type Props = {
  readonly card: EventCard;
  /** The stay that it is about, as its reader sees it. */
  readonly back: string;
  readonly onPrint: () => void;
  readonly isPrinting?: boolean;
  /** What is said of a paper that is outdated. */
  readonly outdated: ReactNode;
};

/** The page of an event card: for its city and for a coordinator, who both may print it. */
export function EventCardPage({ card, back, onPrint, isPrinting = false, outdated }: Props) {
  const { t } = useLingui();
  return (
    <Page width="text">
      <PageHeader
        title={card.codeName}
        tabTitle={t`Event card`}
        lead={<Trans>Event card</Trans>}
        actions={
          <>
            <ButtonLink to={back} icon="arrow-left" variant="quiet"><Trans>The stay</Trans></ButtonLink>
            <Button variant="primary" isPending={isPrinting} onPress={onPrint}><Trans>Print</Trans></Button>
          </>
        }
      />
      {outdated}
      <EventCardBody card={card} />
    </Page>
  );
}
