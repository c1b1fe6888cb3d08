import { graphql } from '../../transport/graphql';

export const SetAvailability = graphql(`
  mutation SetAvailability($input: SetAvailabilityInput!) {
    setAvailability(input: $input) { availability { status reason since } userErrors { code field message } }
  }
`);
