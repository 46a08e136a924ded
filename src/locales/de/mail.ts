import type { MailPhrases } from "../en/phrases.ts";

/** Phrases of mails, calendar entries and chat messages, and of the form that answers come back in. Part of de.ts. */
export const MAIL_PHRASES: MailPhrases = {
  "mail.subject.decide": "{{title}}: Bitte um Antwort{{#if by}} bis {{by}}{{/if}}",
  "mail.subject.discuss": "{{title}}: Bitte um Einschätzung{{#if by}} bis {{by}}{{/if}}",
  "mail.subject.inform": "{{title}}: zur Kenntnis",
  "mail.minutes": "Lesezeit: {{minutes}} {{plural minutes one='Minute' other='Minuten'}}.",
  "mail.wanted.approver": "Erbeten{{#if by}} bis {{by}}{{/if}}: Ihre Entscheidung – ja, nein oder ja, wenn …",
  "mail.wanted.decide":
    "Erbeten{{#if by}} bis {{by}}{{/if}}: ja, nein oder ja, wenn … – und was Sie zögern lässt.",
  "mail.wanted.discuss":
    "Erbeten{{#if by}} bis {{by}}{{/if}}: was Sie zögern lässt und was Sie umstimmen würde.",
  "mail.wanted.inform": "Eine Antwort ist nicht nötig; Fragen sind willkommen.",
  "mail.why": "Warum: {{why}}",
  "mail.meeting": "Sitzung: {{meeting}}",
  "mail.changed": "Geändert seit Version {{before}}: {{note}}",
  "mail.attached": "Anlagen: {{list files}}",
  "mail.answer": "Bitte auf diese E-Mail antworten und unter jede Frage ein paar Worte schreiben.",
  "mail.answer.link": "Per E-Mail antworten",
  "mail.list": "E-Mails zu „{{title}}“, Version {{version}}",
  "mail.list.attach": "Ein Link öffnet die E-Mail ohne Anlagen. Von Hand anzuhängen: {{list files}}.",
  "form.subject": "Antwort: {{title}}",
  "form.decision": "1. Ja, nein oder ja, wenn …?",
  "form.holds": "2. Was lässt Sie zögern?",
  "form.change": "3. Was würde Sie umstimmen?",
  "form.keep": "Bitte diese Zeile stehen lassen:",
  "form.yes": "ja, einverstanden, genehmigt, freigegeben, zugestimmt, ich stimme zu",
  "form.no": "nein, abgelehnt, nicht einverstanden, ich lehne ab",
  "form.if":
    "wenn, sofern, falls, aber, vorausgesetzt, es sei denn, sobald, solange, vorbehaltlich, unter der Bedingung, unter der Voraussetzung, mit der Maßgabe",
  "calendar.by": "Entscheidung fällig: {{title}}",
  "calendar.by.discuss": "Einschätzung fällig: {{title}}",
};
