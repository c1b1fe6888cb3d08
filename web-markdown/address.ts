/** An address in a text, which ends before what a sentence of any language ends with. */
export const ADDRESS = /(https?:\/\/[^\s<>"'，。！？；：、（）《》【】]+[^\s<>"'，。！？；：、（）《》【】.,!?;:)\]])/;
