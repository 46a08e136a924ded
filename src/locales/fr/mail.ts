import type { MailPhrases } from "../en/phrases.ts";

/** Phrases of mails, calendar entries and chat messages, and of the form that answers come back in. Part of fr.ts. */
export const MAIL_PHRASES: MailPhrases = {
  "mail.subject.decide": "{{title}}\u00a0: votre réponse{{#if by}} avant le {{by}}{{/if}}",
  "mail.subject.discuss": "{{title}}\u00a0: votre avis{{#if by}} avant le {{by}}{{/if}}",
  "mail.subject.inform": "{{title}}\u00a0: pour information",
  "mail.minutes": "Temps de lecture\u00a0: {{minutes}} {{plural minutes one='minute' other='minutes'}}.",
  "mail.wanted.approver":
    "Attendu de vous{{#if by}} avant le {{by}}{{/if}}\u00a0: votre décision – oui, non, ou oui à condition que …",
  "mail.wanted.decide":
    "Attendu de vous{{#if by}} avant le {{by}}{{/if}}\u00a0: oui, non, ou oui à condition que … – et ce qui vous retient.",
  "mail.wanted.discuss":
    "Attendu de vous{{#if by}} avant le {{by}}{{/if}}\u00a0: ce qui vous retient, et ce qui vous ferait changer d’avis.",
  "mail.wanted.inform": "Aucune réponse n’est nécessaire\u202f; les questions sont bienvenues.",
  "mail.why": "Pourquoi\u00a0: {{why}}",
  "mail.meeting": "Réunion\u00a0: {{meeting}}",
  "mail.changed": "Modifié depuis la version {{before}}\u00a0: {{note}}",
  "mail.attached": "Pièces jointes\u00a0: {{list files}}",
  "mail.answer": "Pour répondre, répondez à ce message en écrivant sous chaque question.",
  "mail.answer.link": "Répondre par courriel",
  "mail.list": "Messages pour «\u00a0{{title}}\u00a0», version {{version}}",
  "mail.list.attach":
    "Un lien ouvre un message sans pièces jointes\u00a0: à joindre à la main, {{list files}}.",
  "form.subject": "Réponse\u00a0: {{title}}",
  "form.decision": "1. Oui, non, ou oui à condition que …\u202f?",
  "form.holds": "2. Qu’est-ce qui vous retient\u202f?",
  "form.change": "3. Qu’est-ce qui vous ferait changer d’avis\u202f?",
  "form.keep": "Merci de conserver cette ligne\u00a0:",
  "form.yes": "oui, d’accord, approuvé, accepté, j’approuve, validé",
  "form.no": "non, refusé, rejeté, pas d’accord, je refuse",
  "form.if":
    "à condition, si, sous réserve, mais, pourvu que, sauf si, dès que, tant que, quand, à moins que",
  "calendar.by": "Décision attendue\u00a0: {{title}}",
  "calendar.by.discuss": "Avis attendu\u00a0: {{title}}",
};
