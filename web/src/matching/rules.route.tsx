import { Trans, useLingui } from '@lingui/react/macro';
import { ruleBook, type RuleBookView } from '@shelter-city/contract/rule-book';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import type { PageRoute } from '../app/page-route.ts';
import { DataTable } from '../design/data-table.tsx';
import type { Column } from '../design/data-table-column.ts';
import { formatDay } from '../design/days.ts';
import { Card, Page, PageHeader } from '../design/layout.tsx';
import { CountWords } from '../reports/count-words.tsx';
import { neverUsedWords, ruleQuestions } from './rule-questions.ts';
import { ruleWords } from './rule-words.ts';

const ruleBookQuery = () => queryOptions({ queryKey: ['rules'], queryFn: ({ signal }) => call(ruleBook.show, { signal }) });

export const route: PageRoute = (client) => ({
  loader: async () => {
    await client.query({ ...ruleBookQuery(), staleTime: 'static' });
    return null;
  },
  Component: RulesPage,
});

type Entry = RuleBookView['rules'][number];

function RulesTable({ book, kind, caption }: { readonly book: RuleBookView; readonly kind: Entry['kind']; readonly caption: string }) {
  const { t, i18n } = useLingui();
  const { overrules } = book;
  const countOf = (rule: Entry['rule'], of: 'weaker' | 'passedOver') => overrules.rules.find((row) => row.rule === rule)?.[of] ?? 0;
  const count = (rule: Entry['rule'], of: 'weaker' | 'passedOver') => {
    const figure = countOf(rule, of);
    return <span className={figure === 0 ? 'text-muted' : 'font-medium'}><CountWords count={figure} smallest={overrules.smallestShown} /></span>;
  };
  const columns: readonly Column<Entry>[] = [
    { id: 'rank', header: t`Order`, cell: ({ rank }) => rank, wideOnly: true },
    { id: 'rule', header: t`Rule`, names: true, cell: ({ rule }) => i18n._(ruleWords[rule]) },
    { id: 'asks', header: t`What it asks`, cell: ({ rule, overrulable }) => (
      <span className="block max-w-prose whitespace-normal">
        {i18n._(ruleQuestions[rule])}
        {overrulable && <>{' '}<Trans>The person’s own word: a coordinator who asked them may propose another day, with a reason.</Trans></>}
        {(countOf(rule, 'weaker') !== 0 || countOf(rule, 'passedOver') !== 0) && (
          <span className="block text-sm text-muted tabular-nums sm:hidden">
            <Trans>Proposed against it</Trans>: {count(rule, 'weaker')} · <Trans>Another city came first by it</Trans>: {count(rule, 'passedOver')}
          </span>
        )}
      </span>
    ) },
    { id: 'weaker', header: t`Proposed against it`, align: 'end', wideOnly: true, cell: ({ rule }) => count(rule, 'weaker') },
    { id: 'passed', header: t`Another city came first by it`, align: 'end', wideOnly: true, cell: ({ rule }) => count(rule, 'passedOver') },
  ];
  return <DataTable caption={caption} columns={columns} rows={book.rules.filter((entry) => entry.kind === kind)} keyOf={({ rule }) => rule} empty={null} />;
}

/** Which rules say where somebody fits, in which order, what is never used, and how often people decided otherwise. */
function RulesPage() {
  const { t, i18n } = useLingui();
  const { data: book } = useSuspenseQuery(ruleBookQuery());
  const { overrules } = book;
  return (
    <Page>
      <PageHeader
        title={<Trans>How a place is judged</Trans>}
        tabTitle={t`Rules`}
        lead={<Trans>These are all the rules, version {book.rulesVersion}. They advise and say why; a person decides. There is no score.</Trans>}
      />
      <div className="grid gap-5">
        <Card title={<Trans>Never used</Trans>}>
          <ul className="grid list-disc gap-1 ps-5">
            {book.neverUsed.map((never) => <li key={never}>{i18n._(neverUsedWords[never])}</li>)}
          </ul>
        </Card>
        <Card flush title={<Trans>Hard rules: what breaks one is refused</Trans>}>
          <RulesTable book={book} kind="HARD" caption={t`Hard rules`} />
        </Card>
        <Card flush title={<Trans>Soft rules: each decides only when all before it are equal</Trans>}>
          <RulesTable book={book} kind="SOFT" caption={t`Soft rules`} />
        </Card>
        <p className="max-w-prose text-sm text-muted">
          <Trans>
            How often a proposal went against a rule is counted up to {formatDay(overrules.before)}, over <CountWords count={overrules.decisions} smallest={overrules.smallestShown} /> proposals that keep what they were decided on. Numbers under {overrules.smallestShown} aren’t shown.
          </Trans>
        </p>
      </div>
    </Page>
  );
}
