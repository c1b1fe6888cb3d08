import '../view/panel.css';
import { render } from 'preact';
import { chat as newChat } from '../chat/chat';
import { frameStore, loaderStore } from '../chat/store';
import { current } from '../chat/threads';
import { COME_BACK, type Hello, type ToLoader, type ToPanel, WAS_HERE } from '../protocol';
import { Panel } from '../view/Panel';
import { language } from '../words/language';
import { accent, marked, theme } from './appearance';
import { page } from './page';

const here = page();

/** The loader hands over a port, once, and only from a page of the channel's own. */
function greeted({ source, origin, ports, data }: MessageEvent<Hello>) {
  const [port] = ports;
  if (source !== parent || !here.channel.origins.includes(origin) || !port) return;
  removeEventListener('message', greeted);
  start(port, data);
}

async function start(port: MessagePort, hello: Hello) {
  const tell = (...message: ToLoader) => port.postMessage(message);
  const own = frameStore(here.channel.key);
  const store = own ?? loaderStore(hello.kept, (words) => tell('keep', words));
  const chat = newChat(here, store, () => speaking.locale);
  let speaking = await language(hello.locale);
  let visible = hello.open;
  let identity = hello.identity;
  let unread = 0;
  let kept: string | null | undefined;

  const draw = () => {
    marked(speaking);
    tell('words', speaking.words.title, speaking.words.close);
    const around = { chat, channel: here.channel, language: speaking, close: () => tell('close') };
    render(<Panel around={around} visible={visible} />, document.body);
  };

  const claim = async (jwt: string) => {
    identity = null;
    const refused = await chat.identify(jwt);
    tell('event', refused ? ['refused', refused] : ['identified', undefined]);
    if (refused) chat.begin();
  };

  /** Nothing is made on the server before she opens the chat for the first time. */
  const begin = () => {
    if (!visible && !store.get('visitor')) return;
    if (identity) claim(identity);
    else chat.begin();
  };

  const show = (open: boolean) => {
    visible = open;
    chat.show(open);
    draw();
    begin();
  };

  const heard = ({ data: message }: MessageEvent<ToPanel>) => {
    switch (message[0]) {
      case 'open':
        return show(true);
      case 'close':
        return show(false);
      case 'reset':
        identity = null;
        kept = undefined;
        return chat.reset();
      case 'identify':
        identity = message[1];
        return begin();
      case 'theme':
        return theme(message[1]);
      case 'locale':
        return language(message[1]).then((chosen) => {
          speaking = chosen;
          draw();
        });
    }
  };

  chat.watch(() => {
    const state = chat.state();
    if (unread !== state.unread) tell('unread', state.unread);
    unread = state.unread;
    if (!own) return;
    const now = current(state.threads)?.conversation.state ?? 'CLOSED';
    const word = now !== 'CLOSED' || state.outgoing.length ? COME_BACK : store.get('visitor') ? WAS_HERE : null;
    if (kept !== word && state.stage === 'open') tell('keep', word);
    if (state.stage === 'open') kept = word;
  });

  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing) tell('close');
  });
  if (hello.forget) chat.reset();
  theme(hello.theme);
  accent(hello.accent);
  port.onmessage = heard;
  show(visible);
  tell('ready');
}

addEventListener('message', greeted);
