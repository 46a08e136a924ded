/** English phrases of mails, calendar entries and chat messages, and of the form that answers come back in. Part of en.ts. */
export const MAIL_PHRASES = {
  "mail.subject.decide": "{{title}}: your answer{{#if by}} by {{by}}{{/if}}",
  "mail.subject.discuss": "{{title}}: your view{{#if by}} by {{by}}{{/if}}",
  "mail.subject.inform": "{{title}}: for your information",
  "mail.minutes": "It takes {{minutes}} {{plural minutes one='minute' other='minutes'}} to read.",
  "mail.wanted.approver":
    "Wanted back from you{{#if by}} by {{by}}{{/if}}: your decision – yes, no, or yes if …",
  "mail.wanted.decide":
    "Wanted back from you{{#if by}} by {{by}}{{/if}}: yes, no, or yes if … – and what holds you back.",
  "mail.wanted.discuss":
    "Wanted back from you{{#if by}} by {{by}}{{/if}}: what holds you back, and what would change your mind.",
  "mail.wanted.inform": "No answer is needed; questions are welcome.",
  "mail.why": "Why: {{why}}",
  "mail.meeting": "Meeting: {{meeting}}",
  "mail.changed": "Changed since version {{before}}: {{note}}",
  "mail.attached": "Attached: {{list files}}",
  "mail.answer": "To answer, reply to this mail and write below each question.",
  "mail.answer.link": "Answer by mail",
  "mail.list": "Mails of “{{title}}”, version {{version}}",
  "mail.list.attach": "A link opens a mail without its attachments: attach {{list files}} by hand.",
  "form.subject": "Answer: {{title}}",
  "form.decision": "1. Yes, no, or yes if …?",
  "form.holds": "2. What holds you back?",
  "form.change": "3. What would change your mind?",
  "form.keep": "Please keep this line:",
  // First words of an answer, as people write them; several, separated by commas.
  "form.yes": "yes, agreed, approved",
  "form.no": "no, rejected, declined",
  "form.if": "if, provided, but, unless, once, when, as long as, on condition, on the condition, subject to",
  "calendar.by": "Decision needed: {{title}}",
  "calendar.by.discuss": "Views needed: {{title}}",
} as const;
