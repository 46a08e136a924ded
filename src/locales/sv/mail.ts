import type { MailPhrases } from "../en/phrases.ts";

/** Phrases of mails, calendar entries and chat messages, and of the form that answers come back in. Part of sv.ts. */
export const MAIL_PHRASES: MailPhrases = {
  "mail.subject.decide": "{{title}}: ditt svar{{#if by}} senast den {{by}}{{/if}}",
  "mail.subject.discuss": "{{title}}: din synpunkt{{#if by}} senast den {{by}}{{/if}}",
  "mail.subject.inform": "{{title}}: för kännedom",
  "mail.minutes": "Lästid: {{minutes}} {{plural minutes one='minut' other='minuter'}}.",
  "mail.wanted.approver":
    "Detta behöver vi av dig{{#if by}} senast den {{by}}{{/if}}: ditt beslut – ja, nej eller ja, om …",
  "mail.wanted.decide":
    "Detta behöver vi av dig{{#if by}} senast den {{by}}{{/if}}: ja, nej eller ja, om … – och vad som får dig att tveka.",
  "mail.wanted.discuss":
    "Detta behöver vi av dig{{#if by}} senast den {{by}}{{/if}}: vad som får dig att tveka och vad som skulle få dig att ändra dig.",
  "mail.wanted.inform": "Inget svar behövs; frågor är välkomna.",
  "mail.why": "Varför: {{why}}",
  "mail.meeting": "Möte: {{meeting}}",
  "mail.changed": "Ändrat sedan version {{before}}: {{note}}",
  "mail.attached": "Bifogat: {{list files}}",
  "mail.answer": "Svara på det här mejlet och skriv under varje fråga.",
  "mail.answer.link": "Svara via e-post",
  "mail.list": "Mejl om ”{{title}}”, version {{version}}",
  "mail.list.attach": "En länk öppnar ett mejl utan bilagor. Bifoga för hand: {{list files}}.",
  "form.subject": "Svar: {{title}}",
  "form.decision": "1. Ja, nej eller ja, om …?",
  "form.holds": "2. Vad får dig att tveka?",
  "form.change": "3. Vad skulle få dig att ändra dig?",
  "form.keep": "Låt den här raden stå kvar:",
  "form.yes": "ja, godkänt, godkänns, bifalles, jag bifaller, okej",
  "form.no": "nej, avslås, avslag, inte godkänt, jag avslår",
  "form.if":
    "om, förutsatt, under förutsättning, men, såvida, så snart, så länge, med förbehåll, på villkor, när",
  "calendar.by": "Beslut behövs: {{title}}",
  "calendar.by.discuss": "Synpunkter behövs: {{title}}",
};
