import { NumberInput, type NumberInputProps } from '@mantine/core';

/** A share as a form holds it: in percent, to one decimal. */
export const percent = (share: number) => Math.round(share * 1000) / 10;

/** Asks for a share in percent. */
export function PercentInput({ min = 0, ...props }: NumberInputProps) {
  return <NumberInput suffix=" %" min={min} max={100} decimalScale={1} {...props} />;
}
