import { FailureNotice } from '../page/states';
import { Looks } from './Looks';

/** The page came, the issuer does not answer. */
export function Unreachable() {
  return (
    <Looks>
      <FailureNotice failure={{ kind: 'unreachable' }} retry={() => location.reload()} />
    </Looks>
  );
}
