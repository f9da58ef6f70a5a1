import { Trans, useLingui } from '@lingui/react/macro';
import { stayGrounds, type KeptFindingView, type StayGround } from '@shelter-city/contract/stay-ground';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { Failure } from '../api/failure.tsx';
import { StatusMark } from '../design/badge.tsx';
import { Banner } from '../design/banner.tsx';
import { formatDay } from '../design/days.ts';
import { Card } from '../design/layout.tsx';
import { Skeleton } from '../design/states.tsx';
import { TextLink } from '../design/text-link.tsx';
import { keptSentence } from './kept-sentence.ts';
import { overruleReasonWords } from './overrule-words.ts';
import { ruleWords } from './rule-words.ts';
import { verdictMarks, verdictWords } from './verdict-words.ts';

type Kept = NonNullable<StayGround['kept']>;
type Now = NonNullable<StayGround['now']>;

/** What a proposal was decided on. Under the key of stays: whatever touches a stay makes it stale. */
const groundQuery = (stayId: string) =>
  queryOptions({
    queryKey: ['stays', 'ground', stayId],
    queryFn: ({ signal }) => call(stayGrounds.show, { params: { stayId }, signal }),
  });

function Marked({ finding }: { readonly finding: KeptFindingView }) {
  const { i18n } = useLingui();
  return (
    <span className="inline-flex items-baseline gap-1.5">
      <StatusMark {...verdictMarks[finding.verdict]}><span className="sr-only">{i18n._(verdictWords[finding.verdict])}</span></StatusMark>
      {keptSentence(finding)}
    </span>
  );
}

function Changes({ now, kept }: { readonly now: Now; readonly kept: Kept }) {
  const { i18n } = useLingui();
  if (now.changes === null) return <Banner tone="warn" icon="alert"><Trans>The place takes no guests any more.</Trans></Banner>;
  return (
    <section className="grid gap-1.5">
      <h3 className="text-sm font-semibold"><Trans>What changed since</Trans></h3>
      {now.rulesVersion !== kept.rulesVersion && (
        <p className="text-sm text-muted tabular-nums"><Trans>The rules themselves changed: version {kept.rulesVersion} then, {now.rulesVersion} now.</Trans></p>
      )}
      {now.changes.length === 0 ? (
        <p><Trans>Nothing that the rules read.</Trans></p>
      ) : (
        <ul className="grid gap-2">
          {now.changes.map(({ rule, before, now: after }, index) => (
            <li key={`${rule}${String(index)}`} className="grid gap-0.5">
              <span className="text-xs text-muted">{i18n._(ruleWords[rule])}</span>
              <span className="text-muted">{before ? <Trans>Then: <Marked finding={before} /></Trans> : <Trans>Then: nothing to say</Trans>}</span>
              <span>{after ? <Trans>Now: <Marked finding={after} /></Trans> : <Trans>Now: nothing to say</Trans>}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Against({ kept }: { readonly kept: Kept }) {
  const { i18n } = useLingui();
  if (kept.weaker.length === 0 && kept.passedOver === null) return null;
  const isBroken = (rule: Kept['weaker'][number]) => kept.findings.some((finding) => finding.rule === rule && finding.verdict === 'BLOCKED');
  const overruled = kept.weaker.filter(isBroken);
  const weaker = kept.weaker.filter((rule) => !isBroken(rule));
  const wordsOf = (rules: Kept['weaker']) => rules.map((rule) => i18n._(ruleWords[rule])).join(', ');
  return (
    <div className="grid gap-0.5 text-sm">
      {kept.passedOver !== null && (
        <p>
          {kept.firstCity === null ? (
            <Trans>Another city came first, by: {i18n._(ruleWords[kept.passedOver])}</Trans>
          ) : (
            <Trans>{kept.firstCity.name} came first, by: {i18n._(ruleWords[kept.passedOver])}</Trans>
          )}
        </p>
      )}
      {overruled.length > 0 && <p><Trans>Proposed against: {wordsOf(overruled)}</Trans></p>}
      {weaker.length > 0 && <p><Trans>Weaker than wished: {wordsOf(weaker)}</Trans></p>}
      <p className="text-muted">{kept.reason === null ? <Trans>No reason was given, and none is asked for.</Trans> : <Trans>Why all the same: {i18n._(overruleReasonWords[kept.reason])}</Trans>}</p>
    </div>
  );
}

/** On a stay's page: the facts and the rules' version that it was proposed on, and what is different now. */
export function DecisionCard({ stayId, matchLink }: { readonly stayId: string; readonly matchLink: string }) {
  const { i18n } = useLingui();
  const { data, error, isError, refetch } = useQuery(groundQuery(stayId));
  if (isError) return <Card title={<Trans>What it was decided on</Trans>}><Failure error={error} onRetry={() => void refetch()} /></Card>;
  if (!data) return <Card title={<Trans>What it was decided on</Trans>}><Skeleton lines={3} /></Card>;
  const { kept, now } = data;
  if (kept === null) return null;
  return (
    <Card
      title={<Trans>What it was decided on</Trans>}
      marks={<TextLink to="/rules"><Trans>Rules version {kept.rulesVersion}</Trans></TextLink>}
    >
      <div className="grid gap-4">
        {now && <Changes now={now} kept={kept} />}
        <Against kept={kept} />
        <details>
          <summary className="cursor-pointer text-sm text-muted"><Trans>Every fact of {formatDay(kept.on)}</Trans></summary>
          <ul className="grid gap-1 pt-2 text-sm">
            {kept.findings.map((finding, index) => (
              <li key={`${finding.rule}${String(index)}`}><span className="text-muted">{i18n._(ruleWords[finding.rule])}:</span> <Marked finding={finding} /></li>
            ))}
          </ul>
        </details>
        {now && <p className="text-sm"><TextLink to={matchLink}><Trans>All cities as they are now</Trans></TextLink></p>}
      </div>
    </Card>
  );
}
