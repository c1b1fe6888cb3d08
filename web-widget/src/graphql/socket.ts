import { API } from './request';
import { type End, endOf, type Transport } from './transport';

const TO_OPEN = 10_000;
const SILENCE = 35_000;
const TO_ANSWER = 5_000;
const TO_PROVE = 3_000;
const UNAUTHENTICATED = 4401;

type Said =
  | { type: 'connection_ack' | 'ping' | 'pong' | 'complete' }
  | { type: 'next'; payload: { data?: unknown; errors?: { extensions?: { code?: string } }[] } }
  | { type: 'error'; payload: { extensions?: { code?: string } }[] };

/** graphql-transport-ws. A connection that has been silent is asked for a sign of life; without one it counts as lost. */
export const socket: Transport = (subscription, token, line) => {
  let opened = false;
  let over = false;
  let watch: ReturnType<typeof setTimeout> | undefined;
  const connection = new WebSocket(location.origin.replace(/^http/, 'ws') + API, 'graphql-transport-ws');

  const close = () => {
    over = true;
    clearTimeout(watch);
    connection.close();
  };
  const end = (how: End) => {
    if (over) return;
    close();
    line.down(how);
  };
  const gone = () => end(opened ? 'lost' : 'unopened');
  const within = (time: number) => {
    clearTimeout(watch);
    watch = setTimeout(gone, time);
  };
  const say = (message: unknown) =>
    connection.readyState === WebSocket.OPEN && connection.send(JSON.stringify(message));
  const ask = (time: number) => {
    say({ type: 'ping' });
    within(time);
  };
  const alive = () => {
    clearTimeout(watch);
    watch = setTimeout(() => ask(TO_ANSWER), SILENCE);
  };

  within(TO_OPEN);
  connection.onopen = () => say({ type: 'connection_init', payload: { Authorization: `Bearer ${token}` } });
  connection.onclose = ({ code }) => (code === UNAUTHENTICATED ? end('expired') : gone());
  connection.onmessage = ({ data }) => {
    if (over) return;
    alive();
    const said = JSON.parse(data) as Said;
    switch (said.type) {
      case 'connection_ack':
        opened = true;
        line.up();
        return say({ id: '1', type: 'subscribe', payload: subscription });
      case 'next':
        if (said.payload.errors) return end(endOf(said.payload.errors));
        return line.next(said.payload.data);
      case 'error':
        return end(endOf(said.payload));
      case 'complete':
        return gone();
      case 'ping':
        return say({ type: 'pong' });
      case 'pong':
        return;
    }
  };
  return { close, probe: () => ask(TO_PROVE) };
};
