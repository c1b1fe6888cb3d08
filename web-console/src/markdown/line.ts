/** A text in Markdown as one line to recognise it by: its words without its marks. */
export function line(text: string): string {
  return text
    .replace(/^(?=.*---)[ :|-]+$/gm, ' ')
    .replace(/^ *(?:#{1,6} |> ?|[-+*] (?:\[[ x]\] )?|```.*)/gim, '')
    .replace(/!?\[([^\]]*)\]\([^)\s]*\)/g, '$1')
    .replace(/\*\*|~~|`/g, '')
    .replace(/\*(?! )([^*\n]+)(?<! )\*/g, '$1')
    .replace(/ *\| */g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
