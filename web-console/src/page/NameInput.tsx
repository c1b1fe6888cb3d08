import { TextInput, type TextInputProps } from '@mantine/core';

/** The name of something new: where a dialog begins. */
export function NameInput(props: TextInputProps) {
  return <TextInput data-autofocus required autoComplete="off" {...props} />;
}
