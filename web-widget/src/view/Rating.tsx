import { useState } from 'preact/hooks';
import type { ConversationParts } from '../graphql/documents';
import type { Words } from '../words/en';
import { fill } from '../words/language';
import { useSurroundings } from './context';
import { Icon } from './icons';

const SCORES = [1, 2, 3, 4, 5] as const;
/** She may rate for three days. */
const OPEN = 72 * 60 * 60_000;
const LONGEST = 1000;

/** What she thought of a conversation that is over: one to five, and why. */
export function Rating({ conversation }: { conversation: ConversationParts }) {
  const { chat, language } = useSurroundings();
  const { words } = language;
  const [score, setScore] = useState(0);
  const [comment, setComment] = useState('');
  const [fate, setFate] = useState<'open' | 'sending' | 'failed'>('open');
  const { rating, closedAt } = conversation;

  if (rating) {
    return (
      <p class="thanks" role="status">
        {fill(words.thanks, rating.score)}
      </p>
    );
  }
  if (!closedAt || Date.now() - Date.parse(closedAt) > OPEN) return null;

  const submit = async (event: Event) => {
    event.preventDefault();
    setFate('sending');
    if (!(await chat.rate(score, comment.trim()))) setFate('failed');
  };

  return (
    <form class="rating" onSubmit={submit}>
      <fieldset>
        <legend>{words.rate}</legend>
        <div class="stars">
          {SCORES.map((value) => (
            <label key={value} class={value <= score ? 'lit' : ''} title={words[word(value)]}>
              <input
                type="radio"
                name="score"
                value={value}
                checked={value === score}
                onChange={() => setScore(value)}
              />
              <Icon name="star" />
              <span class="hidden">
                {value} {words[word(value)]}
              </span>
            </label>
          ))}
        </div>
        <p class="meaning" aria-hidden="true">
          {score > 0 ? words[word(score as 1)] : '\u00a0'}
        </p>
      </fieldset>
      {score > 0 && (
        <>
          <label class="comment">
            {words.comment}
            <textarea rows={2} maxLength={LONGEST} value={comment} onInput={(e) => setComment(e.currentTarget.value)} />
          </label>
          <button type="submit" class="main" disabled={fate === 'sending'}>
            {words.submit}
          </button>
        </>
      )}
      {fate === 'failed' && (
        <p class="fault" role="alert">
          {words.rateFailed}
        </p>
      )}
    </form>
  );
}

function word(score: (typeof SCORES)[number]): keyof Words {
  return `score${score}`;
}
