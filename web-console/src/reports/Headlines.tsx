import { IconArrowDownRight, IconArrowRight, IconArrowUpRight } from '@tabler/icons-react';
import { useLanguage, useWords } from '../language/language';
import type { Clock } from './address';
import { MeasureName, useNames } from './Definition';
import { type Change, changeOf, NOTHING, type Row, spelling, spelt, speltInterval } from './figures';
import classes from './Headlines.module.css';
import { columns, type Headline, headlines, sameMeasure, unitOf } from './measures';
import { words } from './words';

type Props = { total: Row; before: Row; clock: Clock };

/** The few figures that tell the period, each beside what it was before. */
export function Headlines({ total, before, clock }: Props) {
  const asked = columns(clock);
  return (
    <dl className={classes.strip}>
      {headlines(clock).map((headline, place) => (
        <Figure
          key={`${headline.metric} ${headline.statistic}`}
          headline={headline}
          now={total.cells[asked.findIndex((column) => sameMeasure(column, headline))] ?? NOTHING}
          before={before.cells[place] ?? NOTHING}
        />
      ))}
    </dl>
  );
}

type FigureProps = { headline: Headline; now: Row['cells'][number]; before: Row['cells'][number] };

function Figure({ headline, now, before }: FigureProps) {
  const t = useWords(words);
  const { language } = useLanguage();
  const nameOf = useNames();
  const spell = spelling(language);
  const unit = unitOf(headline);
  const interval = speltInterval(now, spell);
  return (
    <div className={classes.figure}>
      <dt>
        <MeasureName measure={headline} name={nameOf({ ...headline, statistic: 'VALUE' })} />
      </dt>
      <dd>
        <span className={classes.value}>{spelt(now.value, unit, spell)}</span>
        <Moved change={changeOf(now, before, unit, headline.better)} was={spelt(before.value, unit, spell)} />
        <Details
          texts={[
            headline.statistic === 'P50' && t('P50'),
            interval && t('interval', { interval }),
            unit !== 'COUNT' && t('population', { count: spell.number(now.population) }),
          ]}
        />
      </dd>
    </div>
  );
}

/** Short texts in a line, which breaks between them only. */
function Details({ texts }: { texts: readonly (string | false | null)[] }) {
  return (
    <span className={classes.details}>
      {texts
        .filter((text) => typeof text === 'string')
        .map((text) => (
          <span key={text}>{text}</span>
        ))}
    </span>
  );
}

/** An arrow, a number and what was: the colour only repeats it. */
function Moved({ change, was }: { change: Change | null; was: string }) {
  const t = useWords(words);
  const { language } = useLanguage();
  if (!change) return <span className={classes.moved}>{t('was', { value: was })}</span>;
  const size = speltSize(change, language);
  const Arrow = change.size > 0 ? IconArrowUpRight : change.size < 0 ? IconArrowDownRight : IconArrowRight;
  return (
    <span className={classes.moved} data-verdict={change.verdict}>
      <Arrow size={14} stroke={2} aria-hidden />
      {change.kind === 'points' ? t('points', { size }) : size}
      <Details texts={[t('was', { value: was }), change.uncertain && t('uncertain')]} />
    </span>
  );
}

/** A share in percent, from ten times what was on as a factor. */
function speltSize({ kind, size }: Change, language: string): string {
  if (kind === 'share' && size >= 9) return `×${new Intl.NumberFormat(language).format(Math.round(size + 1))}`;
  return new Intl.NumberFormat(language, {
    signDisplay: 'exceptZero',
    ...(kind === 'share' ? { style: 'percent' } : { maximumFractionDigits: 1 }),
  }).format(kind === 'share' ? size : size * 100);
}
