import type { Entry } from '../chat/entries';
import type { Outgoing } from '../chat/outbox';
import type { Message } from '../graphql/documents';
import type { Link } from '../graphql/live';
import { fill } from '../words/language';
import { Answer } from './Answer';
import { useSurroundings, useWords } from './context';
import { Files } from './Files';
import { From } from './From';
import { Icon } from './icons';
import { Text } from './Text';
import { dayOf, timeOf } from './times';

/** One line of the log. */
export function Line({ line, link }: { line: Entry; link: Link }) {
  const { language } = useSurroundings();
  switch (line.kind) {
    case 'day':
      return <li class="mark">{dayOf(line.at, language)}</li>;
    case 'joined':
      return <li class="mark">{fill(language.words.joined, line.name)}</li>;
    case 'ended':
      return <li class="mark">{language.words.ended}</li>;
    case 'message':
      return <Said {...line} />;
    case 'outgoing':
      return <ToBeSaid message={line.message} link={link} />;
  }
}

function Said({ message, opens, closes, asks }: { message: Message; opens: boolean; closes: boolean; asks: boolean }) {
  const { language } = useSurroundings();
  const Spoken = message.sender === 'BOT' ? Answer : Text;
  const side = message.sender === 'CONTACT' ? 'mine' : 'theirs';
  return (
    <li class={`${side} ${opens ? 'opens' : ''} ${closes ? 'closes' : ''}`}>
      {opens && <From sender={message.sender} author={message.author} />}
      <div class="bubble">
        <Spoken text={message.text} />
        <Files message={message} />
        {message.aiGenerated && <p class="source">{language.words.aiWorded}</p>}
        {message.source && <Source question={message.source.question} />}
      </div>
      {message.choices.length > 0 && <Choices message={message} open={asks} />}
      <p class="fate">
        {closes && side === 'mine' && (
          <>
            <Icon name="sent" />
            <span class="hidden">{language.words.sent}</span>
          </>
        )}
        {closes && <time dateTime={message.sentAt}>{timeOf(message.sentAt, language)}</time>}
        {message.source && <Helped message={message} />}
      </p>
    </li>
  );
}

function Source({ question }: { question: string }) {
  const words = useWords();
  return (
    <p class="source">
      <Icon name="source" />
      <span dir="auto">{fill(words.source, question)}</span>
    </p>
  );
}

/** Whether the answer helped, said once. */
function Helped({ message }: { message: Message }) {
  const { chat, language } = useSurroundings();
  const { words } = language;
  if (message.helpful !== null) return <span role="status">{words.noted}</span>;
  return (
    <>
      <span>{words.helped}</span>
      <button type="button" onClick={() => chat.helped(message.id, true)}>
        {words.yes}
      </button>
      <button type="button" onClick={() => chat.helped(message.id, false)}>
        {words.no}
      </button>
    </>
  );
}

/** What the bot offers when it is not sure; one click asks it. */
function Choices({ message, open }: { message: Message; open: boolean }) {
  const { chat, language } = useSurroundings();
  return (
    <ul class="choices" aria-label={language.words.choose}>
      {message.choices.map(({ question }) => (
        <li key={question}>
          <button type="button" dir="auto" disabled={!open} onClick={() => chat.send(question)}>
            {question}
          </button>
        </li>
      ))}
    </ul>
  );
}

function ToBeSaid({ message, link }: { message: Outgoing; link: Link }) {
  const { chat, language } = useSurroundings();
  const { words } = language;
  return (
    <li class={`mine opens closes ${message.failed ? 'failed' : 'waits'}`}>
      <From sender="CONTACT" author={null} />
      <div class="bubble">
        <Text text={message.text} />
      </div>
      {message.failed ? (
        <p class="fate">
          <Icon name="alert" />
          <span>{words.failed}</span>
          <button type="button" onClick={() => chat.retry(message.id)}>
            {words.retry}
          </button>
          <button type="button" onClick={() => chat.discard(message.id)}>
            {words.discard}
          </button>
        </p>
      ) : (
        <p class="fate">{link === 'offline' ? words.waitsForNet : words.sending}</p>
      )}
    </li>
  );
}
