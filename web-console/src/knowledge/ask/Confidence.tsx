import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import classes from './Confidence.module.css';
import { words } from './words';

type Props = { value: number; thresholds: { answer: number; clarify: number } };

const ZONES = ['hands', 'asks', 'answers'] as const;

/** How sure the bot is, on the scale that decides what it does. */
export function Confidence({ value, thresholds }: Props) {
  const t = useWords(words);
  const format = useFormat();
  const { clarify, answer } = thresholds;
  const widths = [clarify, answer - clarify, 1 - answer];
  const at = value >= answer ? 2 : value >= clarify ? 1 : 0;
  return (
    <div className={classes.scale}>
      <p className={classes.reading}>
        {t('confidence')} <strong>{format.percent(value, 0)}</strong>
      </p>
      <div className={classes.track} aria-hidden="true">
        {ZONES.map((zone, place) => (
          <span key={zone} style={{ flexGrow: widths[place] ?? 0 }} data-here={place === at} />
        ))}
        <span className={classes.marker} style={{ left: `${value * 100}%` }} />
      </div>
      <ul className={classes.zones}>
        {ZONES.map((zone, place) => (
          <li key={zone} style={{ flexGrow: widths[place] ?? 0 }} data-here={place === at}>
            {t(zone)}
          </li>
        ))}
      </ul>
      <p className={classes.rule}>
        {t('thresholds', { answer: format.percent(answer, 0), clarify: format.percent(clarify, 0) })}
      </p>
    </div>
  );
}
