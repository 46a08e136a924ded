import type { MailPhrases } from "../en/phrases.ts";

/** Phrases of mails, calendar entries and chat messages, and of the form that answers come back in. Part of fi.ts. */
export const MAIL_PHRASES: MailPhrases = {
  "mail.subject.decide": "{{title}}: vastauksesi{{#if by}} viimeistään {{by}}{{/if}}",
  "mail.subject.discuss": "{{title}}: näkemyksesi{{#if by}} viimeistään {{by}}{{/if}}",
  "mail.subject.inform": "{{title}}: tiedoksi",
  "mail.minutes": "Lukuaika: {{minutes}} {{plural minutes one='minuutti' other='minuuttia'}}.",
  "mail.wanted.approver":
    "Toivottu vastaus{{#if by}} viimeistään {{by}}{{/if}}: päätöksesi – kyllä, ei tai kyllä, jos …",
  "mail.wanted.decide":
    "Toivottu vastaus{{#if by}} viimeistään {{by}}{{/if}}: kyllä, ei tai kyllä, jos … – ja mikä saa epäröimään.",
  "mail.wanted.discuss":
    "Toivottu vastaus{{#if by}} viimeistään {{by}}{{/if}}: mikä saa epäröimään ja mikä muuttaisi mielesi.",
  "mail.wanted.inform": "Vastausta ei tarvita; kysymykset ovat tervetulleita.",
  "mail.why": "Miksi: {{why}}",
  "mail.meeting": "Kokous: {{meeting}}",
  "mail.changed": "Muuttunut version {{before}} jälkeen: {{note}}",
  "mail.attached": "Liitteet: {{list files}}",
  "mail.answer": "Vastaa tähän viestiin ja kirjoita vastauksesi kunkin kysymyksen alle.",
  "mail.answer.link": "Vastaa sähköpostilla",
  "mail.list": "Viestit: ”{{title}}”, versio {{version}}",
  "mail.list.attach": "Linkki avaa viestin ilman liitteitä. Lisää käsin: {{list files}}.",
  "form.subject": "Vastaus: {{title}}",
  "form.decision": "1. Kyllä, ei vai kyllä, jos …?",
  "form.holds": "2. Mikä saa epäröimään?",
  "form.change": "3. Mikä muuttaisi mielesi?",
  "form.keep": "Jätäthän tämän rivin paikalleen:",
  "form.yes": "kyllä, joo, hyväksyn, hyväksytty",
  "form.no": "ei, en hyväksy, hylätty",
  "form.if": "jos, kunhan, mutta, edellyttäen, ellei, kun, sillä ehdolla, ehdolla",
  "calendar.by": "Päätös tarvitaan: {{title}}",
  "calendar.by.discuss": "Näkemykset tarvitaan: {{title}}",
};
