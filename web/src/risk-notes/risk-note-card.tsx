import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { riskNotes, type RiskNoteView } from '@shelter-city/contract/risk-notes';
import { call } from '../api/call.ts';
import { failureWords } from '../api/failure-text.ts';
import { today } from '../app/clock.ts';
import { Badge, StatusMark } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { formatDay, formatInstant } from '../design/days.ts';
import { Card, DescriptionList } from '../design/layout.tsx';
import { Reveal } from '../design/reveal.tsx';
import { riskDegreeWords, riskLevelMarks, riskLevelWords, riskScopeWords } from './risk-words.ts';

/** One risk note: what everybody on the case may see, and behind a reveal its text. */
export function RiskNoteCard({ note, onSupersede }: { readonly note: RiskNoteView; readonly onSupersede: () => void }) {
  const { t, i18n } = useLingui();
  const isOver = note.supersededById !== null;
  const isDue = !isOver && note.reviewBy <= today();
  return (
    <Card
      title={<StatusMark {...riskLevelMarks[note.level]}>{i18n._(riskLevelWords[note.level])} · {i18n._(riskScopeWords[note.scope])}</StatusMark>}
      marks={
        <>
          {note.restricted && <Badge tone="warn"><Trans>Restricted</Trans></Badge>}
          {isOver && <Badge><Trans>Replaced by a newer note</Trans></Badge>}
          {isDue && <Badge tone="bad"><Trans>Review due</Trans></Badge>}
        </>
      }
      actions={note.may.supersede && <Button size="sm" icon="pencil" onPress={onSupersede}><Trans>Write a newer note</Trans></Button>}
    >
      <div className="grid gap-4">
        <DescriptionList
          facts={[
            { term: t`Degree`, value: i18n._(riskDegreeWords[note.degree]) },
            { term: t`Review by`, value: formatDay(note.reviewBy) },
            { term: t`Written`, value: `${note.author.displayName}, ${formatInstant(note.createdAt)}` },
            { term: t`Cities to avoid`, value: note.citiesToAvoid.map(({ name }) => name).join(', ') || (note.restricted && !note.may.reveal ? t`Hidden without clearance` : t({ message: 'None', context: 'city' })) },
            { term: t`Not near`, value: note.notNear.map(({ codeName }) => codeName).join(', ') || (note.restricted && !note.may.reveal ? t`Hidden without clearance` : t`Nobody`) },
            { term: t`Instruction for the city`, value: note.instructionForCity ?? t({ message: 'None', context: 'instruction' }) },
          ]}
        />
        {note.may.reveal ? (
          <Reveal label={t`Risk note`} wordsFor={failureWords} onReveal={async (reason) => (await call(riskNotes.reveal, { params: { noteId: note.id }, body: { reason } })).content}>
            {(content) => (
              <DescriptionList
                columns="one"
                facts={[
                  { term: t`What is known`, value: <span className="whitespace-pre-line">{content.text}</span> },
                  { term: t`Who threatens`, value: content.threatActorKind || '–' },
                  { term: t`Known reach abroad`, value: content.knownReachAbroad || '–' },
                  { term: t`Measures`, value: <span className="whitespace-pre-line">{content.measures || '–'}</span> },
                ]}
              />
            )}
          </Reveal>
        ) : (
          <p className="text-sm text-muted"><Trans>The text needs clearance. The planner obeys it all the same.</Trans></p>
        )}
      </div>
      <span className="sr-only"><Plural value={note.citiesToAvoid.length} one="# city to avoid" other="# cities to avoid" /></span>
    </Card>
  );
}
