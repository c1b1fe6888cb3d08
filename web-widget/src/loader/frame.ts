import type { Hello, ToLoader, ToPanel } from '../protocol';

/** So long may a panel take to say that it is there. */
const PATIENCE = 15_000;

/** The panel in its frame, as the loader sees it. */
export interface Frame {
  element: HTMLIFrameElement;
  tell(message: ToPanel): void;
  remove(): void;
}

/**
 * Each document that the frame loads is given a port of its own, by a message that only our origin can receive;
 * the page's message events are not listened to, so nothing that others post is ever heard.
 */
export function frame(
  address: string,
  hello: () => Hello,
  heard: (message: ToLoader) => void,
  failed: () => void,
): Frame {
  const element = document.createElement('iframe');
  const origin = new URL(address).origin;
  let port: MessagePort | undefined;
  const late = setTimeout(failed, PATIENCE);
  element.inert = true;
  element.src = address;
  element.onload = () => {
    const channel = new MessageChannel();
    port?.close();
    port = channel.port1;
    port.onmessage = ({ data }: MessageEvent<ToLoader>) => {
      if (data[0] === 'ready') clearTimeout(late);
      heard(data);
    };
    element.contentWindow?.postMessage(hello(), origin, [channel.port2]);
  };
  return {
    element,
    tell: (message) => port?.postMessage(message),
    remove() {
      clearTimeout(late);
      port?.close();
      element.onload = null;
      element.remove();
    },
  };
}
