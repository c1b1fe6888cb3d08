import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './shell/base.css';
import { createRoot } from 'react-dom/client';
import { begin, signIn } from './session/session';
import { App } from './shell/App';
import { Unreachable } from './shell/Unreachable';
import { isOpen } from './signup/routes';

const place = document.getElementById('root');
if (place) {
  const page = createRoot(place);
  begin().then(
    (session) => {
      if (session.kind === 'nobody' && !isOpen(location.pathname)) return signIn();
      page.render(<App />);
    },
    () => page.render(<Unreachable />),
  );
}
