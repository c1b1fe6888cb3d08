/** The tour, as operations to run one after another; each is a tab at the first visit. */
export const EXAMPLES: readonly { query: string; variables?: string }[] = [
  {
    query: `# Who asks. Everything that the console shows is asked like this: what you may see there, you may ask here.
query WhoAsks {
  viewer {
    __typename
    ... on Member {
      name
      roles
    }
  }
  company {
    name
    timeZone
    fourEyesReview
  }
}
`,
  },
  {
    query: `# The ways in. publicKey is what the script tag carries.
query Channels {
  channels(first: 10) {
    nodes {
      name
      publicKey
      allowedOrigins
      skillGroup {
        name
      }
    }
  }
}
`,
  },
  {
    query: `# What the bot would say, with its reasons.
query AskBot($question: String!) {
  askBot(question: $question) {
    decision
    confidence
    text
    source {
      version
      question
    }
    candidates {
      score
      question
    }
  }
}
`,
    variables: '{\n  "question": "when do i get my money back"\n}',
  },
  {
    query: `# Write an answer; submitKnowledgeVersion, approveKnowledgeVersion and publishKnowledgeVersion follow.
mutation WriteAnswer($input: CreateKnowledgeEntryInput!) {
  createKnowledgeEntry(input: $input) {
    entry {
      id
      latest {
        number
        state
      }
    }
    userErrors {
      field
      code
      message
    }
  }
}
`,
    variables:
      '{\n  "input": {\n    "locale": "en",\n    "question": "Do you ship abroad?",\n    "answer": "Yes, to forty countries."\n  }\n}',
  },
  {
    query: `# The last conversations, with what was said and what the bot answered from.
query Conversations {
  conversations(first: 5) {
    nodes {
      state
      outcome
      startedAt
      contact {
        name
      }
      messages(last: 5) {
        nodes {
          seq
          sender
          text
          source {
            version
            question
          }
        }
      }
    }
  }
}
`,
  },
  {
    query: `# Your inbox, live: first what is in it, then what changes. Stop it with the same button.
subscription Inbox {
  inbox {
    change
    conversationId
    conversation {
      state
      queuePosition
      contact {
        name
      }
    }
  }
}
`,
  },
  {
    query: `# Figures of the warehouse, by the metric dictionary.
query Report($input: ReportInput!) {
  report(input: $input) {
    freshAsOf
    timeZone
    rows {
      keys {
        value
      }
      cells {
        value
        population
      }
    }
  }
}
`,
    variables: JSON.stringify({ input: lastWeek(new Date()) }, null, 2),
  },
];

function lastWeek(now: Date) {
  const from = new Date(now.getTime() - 7 * 86_400_000);
  return {
    from: from.toISOString(),
    to: now.toISOString(),
    by: ['DAY'],
    metrics: [{ metric: 'CONVERSATIONS' }, { metric: 'HANDOVER_RATE' }, { metric: 'CSAT' }],
  };
}
