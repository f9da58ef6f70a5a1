import { useLingui } from '@lingui/react/macro';
import type { CityLine } from '@shelter-city/contract/cities';
import type { CSSProperties } from 'react';
import { Link } from 'react-router';
import { labelSides, pointOf, size } from './map-points.ts';

/** The outline in half units of the points' grid, simplified from Natural Earth (public domain). */
const outline =
  'M511 69l0 13-2 9 2 24-1 15-3 7-11 17-2 6-3 39-3 4-6-2-7 1-7-2-16 1-5 4 0 8 5 5-9 3 3 15 3 3 24 6 4 0 6-4 9 18-1 8-4 9 2 12-5 4-7 9-6 2-7 10-11 2-5 8-4 1-1 3 2 5 12 5 4 5 0 4-9 11-3 2-12 0-13 4-8 7-12-3 2 5-1 2-5 1 0-3-7-2-3-4-5 1-14-8-4 3 9 9-10-3-20 8 0 2 2 3 2 4 0 4-3 5 5 1 5 2 1 2-2 6 3 4 9 4-2 4 0 6 14 18 2 11-2 12 2 3-2 9-6 5-11 18-1 4 1 9 3 2 6-5 4 1-5 3 3 3-2 3-7 3-12 10-6 9-2 0-6-4-3 2 2 16 8-3 5 2 4-1 0 9 8 5-1 3 1 4-1 4-6 3-1 2 0 6-2 2-2-1 3 5 0 4-26 0-6-4-2 4-3 0-3-2 2-7-8-4-2-3-1-5 10-11 4-1 5-10-5 0 7-13-2-3 1-4 1-1 2 1 1-3 0-6 6-1-3-3 2-4-1-4-7 1-6-7-10 1-4-3-8-3-2-2-2-9-5-5-3 0-11 6-23 0 0-8-2-3-10-1-2-8-6-7 3-11-3-5-4-3-3 2-7 12-6 4-7-3-12-2 1-2 7 2 0-13-6-4-6 2-13 14-12 0-3-2 2-8-1-2-5 0-15 7 2 2-1 5 4 5 0 6-2 1-6 0-8-3-4 0-2-10-1-1-1 2-4 1-11-1-15-9-5-1-8 11-9 3-19-13-10 2-9-4-12-14 0-4 1-1 13-9 39-3 4 3 3 5-5 3 0 2 13 1 6 3 6 4 6 13 10 0 2 2 11-2 2-5-1-4-3-4-15-5-8 0-13-12 10-4 12 0 3 1 3 3 0-4-2-2-7 0-3-4 0-7 4-3 5 0-5-4-10-3-1-2-1-8-6-7-3-2-15 4-1-6 12-5 1-1 7 1 5 2 3-2-5-9 1-9-5-11 2-3 12 0 4-3 19-23 16-23 13-24 11-37 6-42 4-21 5-14 3-21 2-2 8 2 1-2 1 2-2 7 3 3 5 2 6 0 8-7 13-4 29-26 11-5 9-27 7-8 5-2 7-8 9-2 4-4 21-8 5-4 3 0 9-5 38-1 5 3 4-3 19-6 32-4 12 2 5 3 5 19 6 5 9 5 5 0 4-1-2 3 1 6zM8 469l25-8 9 5 12 4 5 3 12 3 16-6 4-8 8 2 3 6 7 3 5 0 3-4 2 0 3 2-1 6-6 9-6 5-17 8-5 5-19 1-3-3-1-7-3-2-19-6-12 2-2 1 0 7-6 2-8-3-3-3-2-6zM98 404l8 3-1 6-4 2-13 2-5-2-3-2-2-5-11-7-5 5-8-1-2-3 0-6 5-4 12-1 16 1 5 3zM210 98l0 2 3 0-3 6-3 5-7 5-2 6-5 1-5-1-2-6 3-12 10-11 6-12 4 0 0 5 3 7 0 4zM208 74l15-15 8-5 7 1 0 1-4 0-5 3-17 17zM280 28l21-5-4 4-11 2 1 3-7 1-29 12-3 0-2-3 2-4 9-5 20-3zM313 20l31-1 5 3-13 3-17 0-6 3-3-1-3-3 1-3 2-2zM383 11l12-1 4 1 0 2-24 7-3 3-1-6 3-3zM413 0l2 0 6 4-1 1-5-2z';

/** The host cities on an outline of the country. The list beside it says the same and more; here one sees where. */
export function NetherlandsMap({ cities }: { readonly cities: readonly CityLine[] }) {
  const { t } = useLingui();
  const points = cities.map((city) => ({ city, ...pointOf(city) }));
  const sides = labelSides(points.map(({ x, y, city }) => ({ x, y, letters: city.name.length })));
  return (
    <div className="relative mx-auto aspect-[256/304] w-full max-w-80">
      <svg viewBox={`0 -4 ${String(size.width * 2)} ${String(size.height * 2 + 8)}`} className="absolute inset-0 size-full" aria-hidden="true">
        <path d={outline} className="fill-hover stroke-line-strong" strokeWidth="1.4" strokeLinejoin="round" />
      </svg>
      <ul>
        {points.map(({ city, x, y }, index) => (
          <li key={city.id} className="absolute top-[calc(var(--y)*100%)] left-[calc(var(--x)*100%)]" style={{ '--x': x / size.width, '--y': (y + 2) / (size.height + 4) } as CSSProperties}>
            <Link
              to={`/cities/${city.slug}`}
              aria-label={city.guestsNow > 0 ? t`${city.name}, guests now: ${String(city.guestsNow)}` : city.name}
              className={`absolute flex h-6 -translate-y-1/2 items-center gap-1 text-2xs whitespace-nowrap text-ink no-underline hover:underline ${sides[index] === 'left' ? 'right-0 -mr-3 flex-row-reverse' : 'left-0 -ml-3'}`}
            >
              <span className="grid size-6 shrink-0 place-items-center">
                <span className={`size-2.5 rounded-full border-2 border-accent-ink ${city.guestsNow > 0 ? 'bg-accent-ink' : 'bg-surface'}`} />
              </span>
              <span className="-mx-1.5">{city.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
