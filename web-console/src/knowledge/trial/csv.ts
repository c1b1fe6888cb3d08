/** A question as it is pasted; without `expected`, no answer is expected. */
export type PastedQuestion = {
  question: string;
  locale: string;
  expectedEntryId?: string;
  expectedQuestion?: string;
};

export type Pasted = { questions: PastedQuestion[]; faults: number[] };

const ID = /^kne_[0-9a-z]{26}$/;
const LOCALE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/i;

/**
 * Lines of `question,locale,expected`, with commas or tabs, as a spreadsheet copies them. Expected is an entry's id, the
 * question of a published entry, or empty. `faults` are the numbers of lines that are none, from 1.
 */
export function pasted(text: string, locale: string): Pasted {
  const questions: PastedQuestion[] = [];
  const faults: number[] = [];
  rows(text).forEach((row, index) => {
    const [question = '', tongue = '', expected = ''] = row.map((cell) => cell.trim());
    if (row.every((cell) => cell.trim() === '')) return;
    if (index === 0 && /^(question|问题)$/i.test(question)) return;
    if (question === '' || row.length > 3 || (tongue !== '' && !LOCALE.test(tongue))) {
      faults.push(index + 1);
      return;
    }
    questions.push({
      question,
      locale: tongue || locale,
      ...(expected === '' ? {} : ID.test(expected) ? { expectedEntryId: expected } : { expectedQuestion: expected }),
    });
  });
  return { questions, faults };
}

/** RFC 4180; a tab in the first line means that tabs divide the cells. */
function rows(text: string): string[][] {
  const clean = text.replace(/^\uFEFF/, '');
  const comma = (clean.split(/\r?\n/, 1)[0] ?? '').includes('\t') ? '\t' : ',';
  const all: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const end = () => {
    all.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < clean.length; at++) {
    const sign = clean[at];
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (clean[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === comma) end();
    else if (sign === '\n') {
      end();
      all.push([]);
    } else if (sign !== '\r') cell += sign;
  }
  end();
  return all;
}
