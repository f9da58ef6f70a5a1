import { Trans, useLingui } from '@lingui/react/macro';
import { plansBesideAtMost, type PlanLine } from '@shelter-city/contract/plans';
import { useQuery } from '@tanstack/react-query';
import { IconButton } from '../design/button.tsx';
import { Menu } from '../design/menu.tsx';
import { SelectBox } from '../design/select.tsx';
import { TextLink } from '../design/text-link.tsx';
import { DraftMark } from './draft-mark.tsx';
import { planQueries } from './plan-queries.ts';

type Props = {
  /** The first is what the others are measured from. */
  readonly chosen: readonly Pick<PlanLine, 'id' | 'name'>[];
  readonly onChoose: (planIds: readonly string[]) => void;
};

/** Which drafts stand side by side: more may come beside them, one goes, another becomes the first. */
export function DraftPicker({ chosen, onChoose }: Props) {
  const { t } = useLingui();
  const list = useQuery(planQueries.list());
  const ids = chosen.map(({ id }) => id);
  const others = (list.data?.items ?? []).filter(({ id, placed }) => placed > 0 && !ids.includes(id));
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <ol aria-label={t`Drafts side by side`} className="contents">
        {chosen.map(({ id, name }, at) => (
          <li key={id} className="flex min-h-9 min-w-0 items-center gap-1 rounded-lg border border-line bg-surface ps-2.5">
            <DraftMark at={at} />
            <span className="grid max-w-52 last:pe-2.5 [&>a]:truncate [&>a]:leading-6"><TextLink to={`/plans/${id}`}>{name}</TextLink></span>
            {chosen.length > 1 && (
              <Menu
                label={t`${name}: in the comparison`}
                trigger={<IconButton icon="dots" size="sm" label={t`${name}: in the comparison`} />}
                entries={[
                  ...(at > 0 ? [{ id: 'first', label: t`Measure the others from it`, onAction: () => { onChoose([id, ...ids.filter((one) => one !== id)]); } }] : []),
                  { id: 'away', label: t`Take out of the comparison`, onAction: () => { onChoose(ids.filter((one) => one !== id)); } },
                ]}
              />
            )}
          </li>
        ))}
      </ol>
      {chosen.length <= plansBesideAtMost && others.length > 0 && (
        <span className="max-w-60">
          <SelectBox
            aria-label={t`Put a draft beside them`}
            value=""
            placeholder={t`Put a draft beside…`}
            onChange={(event) => { if (event.target.value !== '') onChoose([...ids, event.target.value]); }}
            choices={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </span>
      )}
      {chosen.length === 1 && list.data && others.length === 0 && <span className="text-sm text-muted"><Trans>No other draft has seats yet.</Trans></span>}
    </div>
  );
}
